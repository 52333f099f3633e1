package nl.haltloket.texts;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The table {@code message_template}. */
final class TemplateRepository {
    /** Of each text in each language; older ones stay, as proof. */
    static final int LISTED_MAX = 20;

    private static final String COLUMNS =
            "id, language, version, text, source, made_at, made_by, made_by_id, state, signed_at, signed_by";
    private static final String WAIT_FOR_OTHERS = "LOCK TABLE message_template IN SHARE ROW EXCLUSIVE MODE";
    private static final String IN_FORCE = "SELECT " + COLUMNS + """
             FROM message_template WHERE id = $1 AND language IN ($2, 'nl') AND state = 'SIGNED'
            ORDER BY language = $2 DESC, version DESC LIMIT 1""";
    private static final String LIST = "SELECT " + COLUMNS + """
             FROM (SELECT *, row_number() OVER (PARTITION BY id, language ORDER BY version DESC) AS n,
                          max(version) FILTER (WHERE state = 'SIGNED') OVER (PARTITION BY id, language) AS in_force
                   FROM message_template) t
            WHERE n <= $1 OR version = in_force
            ORDER BY id, language, version DESC""";
    private static final String VERSIONS =
            "SELECT " + COLUMNS + " FROM message_template WHERE id = $1 AND language = $2 ORDER BY version DESC";
    private static final String ALL = "SELECT " + COLUMNS + " FROM message_template ORDER BY version DESC";
    private static final String INSERT_OF_FILE = """
            INSERT INTO message_template (id, language, version, text, source, made_at, state, signed_at, signed_by)
            SELECT id, language, version, text, 'FILE', $6::timestamptz, CASE WHEN signer IS NULL THEN 'DRAFT' ELSE 'SIGNED' END,
                   CASE WHEN signer IS NOT NULL THEN $6::timestamptz END, signer
            FROM unnest($1::text[], $2::text[], $3::int4[], $4::text[], $5::text[])
                 AS t (id, language, version, text, signer)""";
    private static final String INSERT =
            "INSERT INTO message_template (" + COLUMNS + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    private static final String SIGN = """
            UPDATE message_template SET state = 'SIGNED', signed_at = $4, signed_by = $5
            WHERE id = $1 AND language = $2 AND version = $3 AND state = 'DRAFT'""";

    /** Nobody else makes or signs a version until the transaction ends; whoever only reads goes on. */
    Future<Void> waitForOthers(Tx tx) {
        return tx.query(WAIT_FOR_OTHERS).mapEmpty();
    }

    /** The newest signed version in this language, or else in Dutch. */
    Future<Optional<Template>> inForce(Tx tx, TemplateId id, String language) {
        return tx.one(TemplateRepository::template, IN_FORCE, id.name(), language);
    }

    /** The newest versions of every text, and each that is in force, newest first. */
    Future<List<Template>> list(Tx tx) {
        return tx.list(TemplateRepository::template, LIST, LISTED_MAX);
    }

    /** Every version of one text in one language, newest first. */
    Future<List<Template>> versions(Tx tx, TemplateId id, TextLanguage language) {
        return tx.list(TemplateRepository::template, VERSIONS, id.name(), language.code());
    }

    /** Every version of every text, newest first. */
    Future<List<Template>> all(Tx tx) {
        return tx.list(TemplateRepository::template, ALL);
    }

    /** What came with the file at one moment, in one way to the server. */
    Future<Void> insertOfFile(Tx tx, List<Template> arrived, Instant at) {
        return tx.update(
                        INSERT_OF_FILE,
                        arrived.stream().map(one -> one.id().name()).toArray(String[]::new),
                        arrived.stream().map(one -> one.language().code()).toArray(String[]::new),
                        arrived.stream().map(Template::version).toArray(Integer[]::new),
                        arrived.stream().map(Template::text).toArray(String[]::new),
                        arrived.stream().map(TemplateRepository::signer).toArray(String[]::new),
                        utc(at))
                .mapEmpty();
    }

    private static @Nullable String signer(Template one) {
        Template.Signature signature = one.signature();
        return signature == null ? null : signature.by();
    }

    Future<Void> insert(Tx tx, Template one) {
        Template.Signature signature = one.signature();
        return tx.update(
                        INSERT,
                        one.id().name(),
                        one.language().code(),
                        one.version(),
                        one.text(),
                        one.source().name(),
                        utc(one.madeAt()),
                        one.madeBy(),
                        one.madeById(),
                        signature == null ? "DRAFT" : "SIGNED",
                        signature == null ? null : utc(signature.at()),
                        signature == null ? null : signature.by())
                .mapEmpty();
    }

    /** Whether it was a draft until now. */
    Future<Boolean> sign(Tx tx, Template one, String by, Instant at) {
        return tx.update(SIGN, one.id().name(), one.language().code(), one.version(), utc(at), by)
                .map(count -> count == 1);
    }

    private static Template template(Row row) {
        OffsetDateTime signedAt = row.getOffsetDateTime("signed_at");
        return new Template(
                TemplateId.valueOf(row.getString("id")),
                TextLanguage.of(row.getString("language")).orElseThrow(),
                row.getInteger("version"),
                row.getString("text"),
                Template.Source.valueOf(row.getString("source")),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getString("made_by"),
                row.getUUID("made_by_id"),
                signature(row, signedAt));
    }

    private static Template.@Nullable Signature signature(Row row, @Nullable OffsetDateTime at) {
        return at == null ? null : new Template.Signature(row.getString("signed_by"), at.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
