package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.web.Caller;

/** Sessions of workers on devices. */
final class SessionRepository {
    /** After so many wrong PINs a password is asked. */
    static final int PIN_TRIES = 5;

    private static final String HOLD = "SELECT id FROM device WHERE id = $1 FOR UPDATE";
    private static final String LIST = """
            SELECT s.id AS session_id, s.started_at, s.locked_at, s.pin_failures,
                   w.id, w.display_name, w.roles, w.pin_hash, w.password_one_time
            FROM worker_session s JOIN worker w ON w.id = s.worker_id
            WHERE s.device_id = $1 AND s.ended_at IS NULL AND s.started_at > $2 AND w.blocked_at IS NULL
            ORDER BY w.display_name LIMIT 50""";
    private static final String START = """
            INSERT INTO worker_session (id, device_id, worker_id, started_at) VALUES ($1, $2, $3, $4)""";
    private static final String LOCK = """
            UPDATE worker_session SET locked_at = $2 WHERE device_id = $1 AND ended_at IS NULL AND locked_at IS NULL
            RETURNING worker_id""";
    private static final String END_OPEN = """
            UPDATE worker_session SET ended_at = $2 WHERE device_id = $1 AND ended_at IS NULL AND locked_at IS NULL
            RETURNING worker_id""";
    private static final String END_OF_WORKER_HERE = """
            UPDATE worker_session SET ended_at = $3 WHERE device_id = $1 AND worker_id = $2 AND ended_at IS NULL
            RETURNING pin_failures""";
    private static final String END_OF_WORKER = """
            UPDATE worker_session SET ended_at = $2 WHERE worker_id = $1 AND ended_at IS NULL RETURNING device_id""";
    private static final String TRY_PIN = """
            UPDATE worker_session s SET pin_failures = s.pin_failures + 1 FROM worker w
            WHERE w.id = s.worker_id AND s.id = $1 AND s.device_id = $2 AND s.ended_at IS NULL AND s.started_at > $3
              AND w.blocked_at IS NULL AND w.pin_hash IS NOT NULL AND s.pin_failures < $4
            RETURNING w.id, w.display_name, w.roles, w.pin_hash, s.pin_failures""";
    private static final String UNLOCK = """
            UPDATE worker_session SET locked_at = NULL, pin_failures = 0 WHERE id = $1 AND ended_at IS NULL""";

    /** A try, counted as failed until the PIN turns out right. */
    record PinTry(Caller.Worker worker, String pinHash, int failures) {}

    /** Whoever changes the sessions of this device waits for this transaction. */
    Future<Void> hold(Tx tx, UUID deviceId) {
        return tx.query(HOLD, deviceId).mapEmpty();
    }

    /** Everybody who is signed in here. */
    Future<List<Session>> list(Tx tx, UUID deviceId, Instant startedAfter) {
        return tx.list(SessionRepository::toSession, LIST, deviceId, at(startedAfter));
    }

    Future<Void> start(Tx tx, UUID id, UUID deviceId, UUID workerId, Instant now) {
        return tx.update(START, id, deviceId, workerId, at(now)).mapEmpty();
    }

    /** Locks the open session of this device, if there is one; gives whose it was. */
    Future<Optional<UUID>> lock(Tx tx, UUID deviceId, Instant now) {
        return tx.one(row -> row.getUUID("worker_id"), LOCK, deviceId, at(now));
    }

    /** Ends the open session of this device, if there is one; gives whose it was. */
    Future<Optional<UUID>> endOpen(Tx tx, UUID deviceId, Instant now) {
        return tx.one(row -> row.getUUID("worker_id"), END_OPEN, deviceId, at(now));
    }

    /** Ends a worker's session here; true when its PIN had been wrong too often. */
    Future<Boolean> endHere(Tx tx, UUID deviceId, UUID workerId, Instant now) {
        return tx.one(
                        row -> row.getInteger("pin_failures") >= PIN_TRIES,
                        END_OF_WORKER_HERE,
                        deviceId,
                        workerId,
                        at(now))
                .map(forgotten -> forgotten.orElse(false));
    }

    /** Ends a worker's sessions everywhere; gives the devices. */
    Future<List<UUID>> endEverywhere(Tx tx, UUID workerId, Instant now) {
        return tx.list(row -> row.getUUID("device_id"), END_OF_WORKER, workerId, at(now));
    }

    /** Nothing when this session cannot be opened by a PIN. */
    Future<Optional<PinTry>> tryPin(Tx tx, UUID sessionId, UUID deviceId, Instant startedAfter) {
        return tx.one(
                row -> new PinTry(
                        WorkerRepository.toWorker(row), row.getString("pin_hash"), row.getInteger("pin_failures")),
                TRY_PIN,
                sessionId,
                deviceId,
                at(startedAfter),
                PIN_TRIES);
    }

    /** False when it was ended meanwhile. */
    Future<Boolean> unlock(Tx tx, UUID sessionId) {
        return tx.update(UNLOCK, sessionId).map(rows -> rows == 1);
    }

    private static Session toSession(Row row) {
        boolean hasPin = row.getString("pin_hash") != null;
        return new Session(
                row.getUUID("session_id"),
                WorkerRepository.toWorker(row),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("locked_at") != null,
                hasPin && row.getInteger("pin_failures") < PIN_TRIES,
                hasPin,
                row.getBoolean("password_one_time"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
