package nl.haltloket.juvenile;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for the tablet in a juvenile's hands. */
public final class JuvenileRoutes {
    private final JuvenileService service;

    public JuvenileRoutes(JuvenileService service) {
        this.service = service;
    }

    private record Screen(UUID caseId) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("handToJuvenile", this::give);
        api.operation("readJuvenileCase", request -> service.read(request.id("caseId"), request.caller())
                .map(Answer::ok));
    }

    private Future<Answer> give(Request request) {
        UUID caseId = request.body(Screen.class).caseId();
        return service.give(caseId, request.caller()).map(Answer::ok);
    }
}
