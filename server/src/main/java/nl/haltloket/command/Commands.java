package nl.haltloket.command;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/**
 * Does a command once. Its id is made by the device; the same command again gets the first answer, for ever, and
 * another command under the same id is refused.
 *
 * <p>Answers are kept, so they hold ids and states and never personal data.
 */
public final class Commands {
    private static final String WAIT_FOR_SAME = "SELECT pg_advisory_xact_lock($1)";
    private static final String FIND = "SELECT device_id, body_match, path_match, answer FROM command WHERE id = $1";
    private static final String KEEP = """
            INSERT INTO command (id, device_id, subject, body_match, path_match, answer, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)""";

    private final Database database;
    private final EventKeys keys;
    private final Clock clock;

    public Commands(Database database, EventKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** What a command is known by. With a case goes the match of the body, and its commands are known by their path. */
    private record Match(byte[] body, byte[] path) {
        boolean fits(Row kept) {
            Buffer keptBody = kept.getBuffer("body_match");
            return keptBody == null
                    ? same(kept.getBuffer("path_match"), path)
                    : EventKeys.same(keptBody.getBytes(), body);
        }

        private static boolean same(@Nullable Buffer kept, byte[] match) {
            return kept != null && EventKeys.same(kept.getBytes(), match);
        }
    }

    /** Runs the work in a transaction unless this command was done before. */
    public <T> Future<T> once(Request request, Class<T> answerType, Function<Tx, Future<T>> work) {
        UUID id = request.commandId();
        UUID deviceId = request.caller().deviceId();
        Match match =
                new Match(keys.match("command", request.fingerprint()), keys.match("command-path", request.address()));
        return database.inTransaction(
                tx -> tx.query(WAIT_FOR_SAME, id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                        .compose(_ -> tx.one(row -> row, FIND, id))
                        .compose(found -> found.isPresent()
                                ? Future.succeededFuture(repeat(found.get(), deviceId, match, answerType))
                                : work.apply(tx).compose(answer -> keep(tx, request, match, answer))));
    }

    private static <T> T repeat(Row row, UUID deviceId, Match match, Class<T> answerType) {
        if (!row.getUUID("device_id").equals(deviceId) || !match.fits(row)) {
            throw Refusal.conflict("command.other-body", "Deze opdracht is al met een andere inhoud gedaan.");
        }
        return Json.read(row.getJsonObject("answer").encode(), answerType);
    }

    private <T> Future<T> keep(Tx tx, Request request, Match match, T answer) {
        JsonObject kept = new JsonObject(Json.text(answer));
        return tx.update(
                        KEEP,
                        request.commandId(),
                        request.caller().deviceId(),
                        request.subject().or(() -> made(kept)).orElse(null),
                        Buffer.buffer(match.body()),
                        Buffer.buffer(match.path()),
                        kept,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .map(_ -> answer);
    }

    /** What the command made: nobody could name it in the path yet. */
    private static Optional<UUID> made(JsonObject answer) {
        try {
            return Optional.ofNullable(answer.getString("id")).map(UUID::fromString);
        } catch (ClassCastException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
