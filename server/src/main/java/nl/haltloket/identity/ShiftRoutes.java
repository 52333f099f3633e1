package nl.haltloket.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;
import nl.haltloket.web.Role;
import nl.haltloket.web.SseSource;
import nl.haltloket.web.SseStreams;
import org.jspecify.annotations.Nullable;

/** HTTP for workers in a shift: who is at this tablet, the PIN, and what a coordinator does when one forgot. */
public final class ShiftRoutes {
    private final ShiftService shifts;
    private final WorkerService workers;
    private final SseStreams streams;

    public ShiftRoutes(Identity identity, SseStreams streams) {
        this.shifts = identity.shifts();
        this.workers = identity.workers();
        this.streams = streams;
    }

    private record SessionView(UUID id, UUID workerId, String name, Instant since, boolean open, boolean opensByPin) {
        static SessionView of(Session session) {
            return new SessionView(
                    session.id(),
                    session.worker().id(),
                    session.worker().name(),
                    session.startedAt(),
                    !session.locked(),
                    session.opensByPin());
        }
    }

    private record SessionList(List<SessionView> sessions) {
        static SessionList of(List<Session> sessions) {
            return new SessionList(sessions.stream().map(SessionView::of).toList());
        }
    }

    private record Pin(String pin) {}

    private record Secrets(
            @Nullable String password, @Nullable String pin) {}

    private record WorkerView(
            UUID id,
            String login,
            String name,
            Set<Role> roles,
            boolean passwordOneTime,
            boolean pinChosen,
            @Nullable Instant blockedAt) {
        static WorkerView of(WorkerRepository.Account account) {
            return new WorkerView(
                    account.worker().id(),
                    account.login(),
                    account.worker().name(),
                    new TreeSet<>(account.worker().roles()),
                    account.passwordOneTime(),
                    account.pinHash() != null,
                    account.blockedAt());
        }
    }

    private record WorkerList(List<WorkerView> workers) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation(
                "listSessions", request -> here(request.caller().deviceId()).map(Answer::ok));
        api.stream(
                "streamSessions",
                request -> {
                    UUID deviceId = request.caller().deviceId();
                    return Future.succeededFuture(
                            new SseSource("sessions", SessionService.TOPIC, deviceId.toString(), () -> here(deviceId)));
                },
                streams);
        api.operation("lockSession", request -> shifts.lock(request.caller()).map(Answer::ok));
        api.operation("unlockSession", this::unlock);
        api.operation("chooseSecrets", this::choose);
        api.operation("listWorkers", _ -> workers.list()
                .map(all -> new WorkerList(all.stream().map(WorkerView::of).toList()))
                .map(Answer::ok));
        api.operation("givePassword", request -> workers.givePassword(request.id("workerId"), request.caller())
                .map(Answer::created));
        api.operation("blockWorker", request -> workers.block(request.id("workerId"), request.caller())
                .map(_ -> Answer.nothing()));
        api.operation("admitWorker", request -> workers.admit(request.id("workerId"), request.caller())
                .map(_ -> Answer.nothing()));
    }

    private Future<SessionList> here(UUID deviceId) {
        return shifts.here(deviceId).map(SessionList::of);
    }

    private Future<Answer> unlock(Request request) {
        String pin = request.body(Pin.class).pin();
        return shifts.unlock(request.caller(), request.id("sessionId"), pin).map(Answer::ok);
    }

    private Future<Answer> choose(Request request) {
        Secrets body = request.body(Secrets.class);
        return shifts.choose(request.caller(), body.password(), body.pin()).map(Answer::ok);
    }
}
