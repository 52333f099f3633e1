package nl.haltloket.opening;

import io.vertx.core.Future;
import java.util.List;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for opening the desk, and for what a locked desk takes in. */
public final class OpeningRoutes {
    private static final long RETRY_SECONDS = 5;

    private final Opening opening;
    private final ParkedHandovers parked;
    private final boolean drill;

    public OpeningRoutes(Opening opening, ParkedHandovers parked, boolean drill) {
        this.opening = opening;
        this.parked = parked;
        this.drill = drill;
    }

    private record Try(String passphrase) {}

    private record View(boolean locked, long waitSeconds, boolean drill) {}

    private record Kept(String code, String title) {}

    private record Refused(List<ParkedHandoverRepository.Refused> refused) {}

    /** Registers what an open desk answers. */
    public void on(Api api) {
        opening(api);
        api.operation(
                "listRefusedParked", _ -> parked.refused().map(Refused::new).map(Answer::ok));
    }

    private void opening(Api api) {
        api.operation("getOpening", request -> Future.succeededFuture(view(opening.state(request.remote()))));
        api.operation(
                "openDesk", request -> opening.open(request.body(Try.class).passphrase(), request.remote())
                        .map(this::view));
    }

    /** Registers all that a locked desk answers. */
    public void locked(Api api) {
        opening(api);
        api.withoutCaller("submitHandover", this::park);
        api.refuseTheRest(() -> Refusal.unavailable(
                "loket.locked", "Het loket is op slot. De coördinator opent het met de wachtzin.", RETRY_SECONDS));
    }

    private Future<Answer> park(Request request) {
        return parked.park(request.bytes(), request.remote())
                .map(_ -> Answer.accepted(new Kept(
                        "handover.parked", "Bewaard bij het loket, nog niet gelezen: het loket is nog op slot.")));
    }

    private Answer view(Opening.State state) {
        return Answer.ok(new View(state.locked(), state.waitSeconds(), drill));
    }
}
