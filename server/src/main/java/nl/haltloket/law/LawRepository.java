package nl.haltloket.law;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.haltloket.db.Tx;

/** The accepted files, newest version first. */
final class LawRepository {
    /** Of each file; older ones stay, and are found by their version. */
    static final int LISTED_MAX = 50;

    private static final String WAIT_FOR_OTHERS = "LOCK TABLE law_version IN SHARE ROW EXCLUSIVE MODE";
    private static final String LIST = """
            SELECT kind, subject, version, content, sha256, signed_by, signer, made_at, accepted_at, accepted_by
            FROM law_version WHERE kind = $1 AND subject = $2
            ORDER BY version COLLATE "C" DESC LIMIT $3""";
    private static final String FIND = """
            SELECT kind, subject, version, content, sha256, signed_by, signer, made_at, accepted_at, accepted_by
            FROM law_version WHERE kind = $1 AND subject = $2 AND version = $3""";
    private static final String NEWEST_EVENT = """
            SELECT kind, subject, version, content, sha256, signed_by, signer, made_at, accepted_at, accepted_by
            FROM law_version WHERE kind = 'EVENT'
            ORDER BY accepted_at DESC, version COLLATE "C" DESC LIMIT $1""";
    private static final String INSERT = """
            INSERT INTO law_version
              (kind, subject, version, content, sha256, signed_by, signer, made_at, accepted_at, accepted_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    /** Nobody else accepts anything until the transaction ends. */
    Future<Void> waitForOthers(Tx tx) {
        return tx.query(WAIT_FOR_OTHERS).mapEmpty();
    }

    /** The newest versions of a file. */
    Future<List<LawVersion>> list(Tx tx, LawVersion.Kind kind, String subject) {
        return tx.list(LawRepository::version, LIST, kind.name(), subject, LISTED_MAX);
    }

    /** A version of a file, in a list of one or none. */
    Future<List<LawVersion>> find(Tx tx, LawVersion.Kind kind, String subject, String version) {
        return tx.list(LawRepository::version, FIND, kind.name(), subject, version);
    }

    /** The events that were accepted, the last one first. */
    Future<List<LawVersion>> events(Tx tx) {
        return tx.list(LawRepository::version, NEWEST_EVENT, LISTED_MAX);
    }

    /** Keeps a version. */
    Future<Void> insert(Tx tx, LawVersion version) {
        return tx.update(
                        INSERT,
                        version.kind().name(),
                        version.subject(),
                        version.version(),
                        Buffer.buffer(version.content()),
                        Buffer.buffer(version.sha256()),
                        version.signedBy(),
                        version.signer(),
                        version.madeAt().atOffset(ZoneOffset.UTC),
                        version.acceptedAt().atOffset(ZoneOffset.UTC),
                        version.acceptedBy())
                .mapEmpty();
    }

    private static LawVersion version(Row row) {
        return new LawVersion(
                LawVersion.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("version"),
                row.getBuffer("content").getBytes(),
                row.getBuffer("sha256").getBytes(),
                row.getString("signed_by"),
                row.getString("signer"),
                instant(row, "made_at"),
                instant(row, "accepted_at"),
                row.getString("accepted_by"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
