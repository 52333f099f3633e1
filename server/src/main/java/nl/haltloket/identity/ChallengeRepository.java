package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.haltloket.db.Tx;

/** The challenges that gave a token already; kept for longer than a challenge lives, also when a clock is set back. */
final class ChallengeRepository {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String USE = """
            INSERT INTO challenge_use (nonce, used_at) VALUES ($1, $2) ON CONFLICT DO NOTHING""";
    private static final String FORGET = "DELETE FROM challenge_use WHERE used_at < $1";

    /** False when it was used before. */
    Future<Boolean> use(Tx tx, byte[] nonce, Instant now) {
        return tx.update(FORGET, now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .compose(_ -> tx.update(USE, Buffer.buffer(nonce), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows == 1);
    }
}
