package nl.haltloket.drill;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import nl.haltloket.command.Commands;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for what only a drill has. */
public final class DrillRoutes {
    private final Supplier<Optional<List<SimulatedSms>>> simulated;
    private final BiFunction<String, String, Future<Void>> reply;
    private final Commands commands;

    /**
     * Makes the routes.
     *
     * @param simulated what the simulator got, empty when there is none
     * @param reply sends a text back as the phone that got this message
     */
    public DrillRoutes(
            Supplier<Optional<List<SimulatedSms>>> simulated,
            BiFunction<String, String, Future<Void>> reply,
            Commands commands) {
        this.simulated = simulated;
        this.reply = reply;
        this.commands = commands;
    }

    private record ReplyText(String text) {}

    private record Replied(String id) {}

    private record Messages(List<SimulatedSms> messages) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("listDrillMessages", _ -> Future.succeededFuture(Answer.ok(new Messages(messages()))));
        api.operation("replyAsGuardian", this::reply);
    }

    private Future<Answer> reply(Request request) {
        String id = request.text("messageId");
        String text = request.body(ReplyText.class).text();
        return commands.once(request, Replied.class, _ -> reply.apply(id, text).map(new Replied(id)))
                .map(Answer::ok);
    }

    private List<SimulatedSms> messages() {
        return simulated
                .get()
                .orElseThrow(() -> Refusal.notFound(
                        "drill.no-simulator", "Deze oefening gebruikt een andere sms-centrale dan de nagebootste."));
    }
}
