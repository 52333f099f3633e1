package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The tables {@code message_part} and {@code message_report}. */
final class ReportRepository {
    /** A part the provider gave an id for. */
    record Part(long id, UUID messageId) {}

    /** A report waiting for its message. */
    record Parked(long id, String providerId) {}

    /** One after the other in the same order everywhere, or two would wait for each other. */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(key), pg_advisory_xact_lock_shared(1, 0)
            FROM (SELECT DISTINCT hashtext(name) AS key FROM unnest($1::text[]) AS name ORDER BY key) AS keys
            """;

    /** Waits for everybody who holds the lock above, and lets nobody have it meanwhile. */
    private static final String LOCK_ALL = "SELECT pg_advisory_xact_lock(1, 0)";

    private static final String INSERT_PART = """
            INSERT INTO message_part (message_id, attempt, part, gateway, provider_id)
            VALUES ($1, $2, $3, $4, $5)
            RETURNING id, message_id
            """;
    private static final String INSERT_REPORT = """
            INSERT INTO message_report (gateway, provider_id, state, code, at, number_match, message_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT ON CONSTRAINT u_message_report DO NOTHING
            RETURNING id, provider_id
            """;
    /** The id as it stands wins from another spelling of it; of equals the youngest, for ids come round again. */
    private static final String PART_OF = """
            SELECT id, message_id FROM message_part
            WHERE gateway = $1 AND provider_id = ANY($2)
            ORDER BY provider_id = $3 DESC, id DESC
            LIMIT 1
            """;

    private static final String ATTACH = "UPDATE message_report SET part_id = $2 WHERE id = $1";
    private static final String ATTACH_PARKED = """
            UPDATE message_report SET part_id = $1
            WHERE part_id IS NULL AND gateway = $2 AND provider_id = ANY($3)
            """;
    private static final String PARKED_FOR = """
            SELECT id, provider_id FROM message_report
            WHERE part_id IS NULL AND gateway = $1 AND (message_id = $2 OR (at >= $3
              AND number_match = (SELECT o.number_match FROM outbox o WHERE o.id = $2 AND o.parts = 1)))
            ORDER BY message_id IS NULL, at
            LIMIT 1
            """;
    private static final String SEEN = """
            SELECT p.attempt, p.part, COALESCE(r.state, 'UNKNOWN') AS state
            FROM message_part p LEFT JOIN message_report r ON r.part_id = p.id
            WHERE p.message_id = $1
            """;
    private static final String FORGET_NUMBERS = """
            UPDATE message_report SET number_match = NULL
            WHERE part_id IN (SELECT p.id FROM message_part p JOIN outbox o ON o.id = p.message_id WHERE o.case_id = $1)
            """;

    /**
     * What an answer or a report is about, in all ways in which the other may name the same message.
     *
     * @param gateway name of the one that gave the ids
     * @param providerIds what the provider calls its parts
     * @param number its receiver, as {@link OutboxBody#match}; null when a report does not say
     * @param messageId our own id; null when a report does not say
     */
    record About(
            String gateway,
            List<String> providerIds,
            byte @Nullable [] number,
            @Nullable UUID messageId) {

        private String[] names() {
            Stream<String> ids = providerIds.stream()
                    .flatMap(id -> ProviderIds.spellings(id).stream())
                    .map(id -> "part:" + gateway + ":" + id);
            Stream<String> numbers = Stream.ofNullable(number)
                    .map(match -> "number:" + HexFormat.of().formatHex(match));
            Stream<String> messages = Stream.ofNullable(messageId).map(id -> "message:" + id);
            return Stream.of(ids, numbers, messages).flatMap(names -> names).toArray(String[]::new);
        }
    }

    /**
     * Lets answers and reports that may be about the same message meet one at a time: were both written at once, each
     * would miss the other and the report would stay parked for ever. Those of other messages do not wait.
     */
    Future<Void> lock(Tx tx, About about) {
        return tx.query(LOCK, (Object) about.names()).mapEmpty();
    }

    /** Lets no answer and no report be written until this transaction ends, whatever message it is about. */
    Future<Void> lockAll(Tx tx) {
        return tx.query(LOCK_ALL).mapEmpty();
    }

    Future<Part> insertPart(Tx tx, UUID messageId, int attempt, int part, String gateway, String providerId) {
        return tx.one(ReportRepository::toPart, INSERT_PART, messageId, attempt, part, gateway, providerId)
                .map(Optional::orElseThrow);
    }

    /** Empty when this very report was kept before. */
    Future<Optional<Parked>> insertReport(Tx tx, String gateway, DeliveryReport report, byte[] numberMatch) {
        return tx.one(
                ReportRepository::toParked,
                INSERT_REPORT,
                gateway,
                report.providerId(),
                report.state().name(),
                report.code(),
                OutboxRepository.utc(report.at()),
                Buffer.buffer(numberMatch),
                report.messageId());
    }

    Future<Optional<Part>> partOf(Tx tx, String gateway, String providerId) {
        String[] spellings = ProviderIds.spellings(providerId).toArray(String[]::new);
        return tx.one(ReportRepository::toPart, PART_OF, gateway, spellings, providerId);
    }

    Future<Void> attach(Tx tx, Parked report, Part part) {
        return tx.update(ATTACH, report.id(), part.id()).mapEmpty();
    }

    Future<Void> attachParked(Tx tx, Part part, String gateway, String providerId) {
        String[] spellings = ProviderIds.spellings(providerId).toArray(String[]::new);
        return tx.update(ATTACH_PARKED, part.id(), gateway, spellings).mapEmpty();
    }

    /** A report that names the message or, when that has one part, came in on the same number since. */
    Future<Optional<Parked>> parkedFor(Tx tx, UUID messageId, String gateway, Instant since) {
        return tx.one(ReportRepository::toParked, PARKED_FOR, gateway, messageId, OutboxRepository.utc(since));
    }

    Future<List<Outcome.Seen>> seen(Tx tx, UUID messageId) {
        return tx.list(ReportRepository::toSeen, SEEN, messageId);
    }

    Future<Void> forgetNumbers(Tx tx, UUID caseId) {
        return tx.update(FORGET_NUMBERS, caseId).mapEmpty();
    }

    private static Part toPart(Row row) {
        return new Part(row.getLong("id"), row.getUUID("message_id"));
    }

    private static Parked toParked(Row row) {
        return new Parked(row.getLong("id"), row.getString("provider_id"));
    }

    private static Outcome.Seen toSeen(Row row) {
        return new Outcome.Seen(
                row.getInteger("attempt"),
                row.getInteger("part"),
                DeliveryReport.State.valueOf(row.getString("state")));
    }
}
