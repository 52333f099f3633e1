package nl.haltloket.drill;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;
import nl.haltloket.command.Commands;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for what only a drill has. */
public final class DrillRoutes {
    private final DrillGateways gateways;
    private final BiFunction<String, String, Future<Void>> reply;
    private final Commands commands;

    /**
     * Makes the routes.
     *
     * @param reply sends a text back as the phone that got this message
     */
    public DrillRoutes(DrillGateways gateways, BiFunction<String, String, Future<Void>> reply, Commands commands) {
        this.gateways = gateways;
        this.reply = reply;
        this.commands = commands;
    }

    private record ReplyText(String text) {}

    private record Replied(String id) {}

    private record Messages(List<SimulatedSms> messages, List<DrillGateways.Behaviour> gateways) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("listDrillMessages", _ -> Future.succeededFuture(Answer.ok(all())));
        api.operation("setDrillFault", request -> {
            gateways.behave(request.body(DrillGateways.Behaviour.class));
            return Future.succeededFuture(Answer.ok(all()));
        });
        api.operation("replyAsGuardian", this::reply);
    }

    private Future<Answer> reply(Request request) {
        String id = request.text("messageId");
        String text = request.body(ReplyText.class).text();
        return commands.once(request, Replied.class, _ -> reply.apply(id, text).map(new Replied(id)))
                .map(Answer::ok);
    }

    private Messages all() {
        return new Messages(gateways.messages(), gateways.behaviours());
    }
}
