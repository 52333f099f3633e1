package nl.haltloket.drill;

import io.vertx.core.Future;
import java.util.List;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;

/** HTTP for what only a drill has. */
public final class DrillRoutes {
    private final DrillGateways gateways;

    /** Makes the routes. */
    public DrillRoutes(DrillGateways gateways) {
        this.gateways = gateways;
    }

    private record Messages(List<SimulatedSms> messages, List<DrillGateways.Behaviour> gateways) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("listDrillMessages", _ -> Future.succeededFuture(Answer.ok(all())));
        api.operation("setDrillFault", request -> {
            gateways.behave(request.body(DrillGateways.Behaviour.class));
            return Future.succeededFuture(Answer.ok(all()));
        });
    }

    private Messages all() {
        return new Messages(gateways.messages(), gateways.behaviours());
    }
}
