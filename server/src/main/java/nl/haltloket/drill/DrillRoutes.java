package nl.haltloket.drill;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;

/** HTTP for what only a drill has. */
public final class DrillRoutes {
    private final Supplier<Optional<List<SimulatedSms>>> simulated;

    /** @param simulated what the simulator got, empty when there is none */
    public DrillRoutes(Supplier<Optional<List<SimulatedSms>>> simulated) {
        this.simulated = simulated;
    }

    private record Messages(List<SimulatedSms> messages) {}

    /** Registers the operation. */
    public void on(Api api) {
        api.operation("listDrillMessages", _ -> Future.succeededFuture(Answer.ok(new Messages(messages()))));
    }

    private List<SimulatedSms> messages() {
        return simulated
                .get()
                .orElseThrow(() -> Refusal.notFound(
                        "drill.no-simulator", "Deze oefening gebruikt een andere sms-centrale dan de nagebootste."));
    }
}
