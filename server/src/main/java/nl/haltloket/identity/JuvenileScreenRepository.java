package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.web.Caller;

/** Which tablets juveniles hold. */
final class JuvenileScreenRepository {
    private static final String FIND = """
            SELECT s.case_id, w.id, w.display_name FROM juvenile_screen s JOIN worker w ON w.id = s.worker_id
            WHERE s.device_id = $1""";
    private static final String GIVE = """
            INSERT INTO juvenile_screen (device_id, case_id, worker_id, since) VALUES ($1, $2, $3, $4)
            ON CONFLICT (device_id) DO UPDATE SET case_id = excluded.case_id, worker_id = excluded.worker_id,
              since = excluded.since""";
    private static final String TAKE_BACK = "DELETE FROM juvenile_screen WHERE device_id = $1";

    Future<Optional<JuvenileScreen>> find(Tx tx, UUID deviceId) {
        return tx.one(JuvenileScreenRepository::toScreen, FIND, deviceId);
    }

    Future<Void> give(Tx tx, UUID deviceId, UUID caseId, UUID workerId, Instant now) {
        return tx.update(GIVE, deviceId, caseId, workerId, now.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    Future<Void> takeBack(Tx tx, UUID deviceId) {
        return tx.update(TAKE_BACK, deviceId).mapEmpty();
    }

    private static JuvenileScreen toScreen(Row row) {
        return new JuvenileScreen(
                row.getUUID("case_id"), new Caller.Worker(row.getUUID("id"), row.getString("display_name"), Set.of()));
    }
}
