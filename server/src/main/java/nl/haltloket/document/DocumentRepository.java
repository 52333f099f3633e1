package nl.haltloket.document;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.texts.TextLanguage;
import org.jspecify.annotations.Nullable;

/** The table {@code document_template}. */
final class DocumentRepository {
    /** Of each document in each language; older ones stay, as proof. */
    static final int LISTED_MAX = 20;

    private static final String COLUMNS = "id, language, version, pieces, made_at, state, signed_at, signed_by";
    private static final String WAIT_FOR_OTHERS = "LOCK TABLE document_template IN SHARE ROW EXCLUSIVE MODE";
    private static final String BEST = "SELECT " + COLUMNS + """
             FROM document_template WHERE id = $1 AND language = $2
            ORDER BY state = 'SIGNED' DESC, version DESC LIMIT 1""";
    private static final String ONE =
            "SELECT " + COLUMNS + " FROM document_template WHERE id = $1 AND language = $2 AND version = $3";
    private static final String LIST = "SELECT " + COLUMNS + """
             FROM (SELECT *, row_number() OVER (PARTITION BY id, language ORDER BY version DESC) AS n,
                          max(version) FILTER (WHERE state = 'SIGNED') OVER (PARTITION BY id, language) AS in_force
                   FROM document_template) t
            WHERE n <= $1 OR version = in_force
            ORDER BY id, language, version DESC""";
    private static final String NEWEST = "SELECT DISTINCT ON (id, language) " + COLUMNS
            + " FROM document_template ORDER BY id, language, version DESC";
    private static final String SIGNED_LANGUAGES = """
            SELECT DISTINCT language FROM document_template WHERE id = $1 AND state = 'SIGNED' ORDER BY language""";
    private static final String INSERT = """
            INSERT INTO document_template (id, language, version, pieces, made_at, state, signed_at, signed_by)
            SELECT id, language, version, pieces, $6::timestamptz, CASE WHEN signer IS NULL THEN 'DRAFT' ELSE 'SIGNED' END,
                   CASE WHEN signer IS NOT NULL THEN $6::timestamptz END, signer
            FROM unnest($1::text[], $2::text[], $3::int4[], $4::text[], $5::text[])
                 AS t (id, language, version, pieces, signer)""";
    private static final String SIGN = """
            UPDATE document_template SET state = 'SIGNED', signed_at = $4, signed_by = $5
            WHERE id = $1 AND language = $2 AND version = $3 AND state = 'DRAFT'""";

    /** Nobody else makes or signs a version until the transaction ends; whoever only reads goes on. */
    Future<Void> waitForOthers(Tx tx) {
        return tx.query(WAIT_FOR_OTHERS).mapEmpty();
    }

    /** The newest signed version in this language, or the newest draft when nobody signed one. */
    Future<Optional<DocumentTemplate>> best(Tx tx, DocumentId id, TextLanguage language) {
        return tx.one(DocumentRepository::template, BEST, id.name(), language.code());
    }

    Future<Optional<DocumentTemplate>> one(Tx tx, DocumentId id, TextLanguage language, int version) {
        return tx.one(DocumentRepository::template, ONE, id.name(), language.code(), version);
    }

    /** The newest versions of every document, and each that is in force, newest first. */
    Future<List<DocumentTemplate>> list(Tx tx) {
        return tx.list(DocumentRepository::template, LIST, LISTED_MAX);
    }

    /** The newest version of every document in every language. */
    Future<List<DocumentTemplate>> newest(Tx tx) {
        return tx.list(DocumentRepository::template, NEWEST);
    }

    /** Codes of the languages in which somebody signed this document. */
    Future<List<String>> signedLanguages(Tx tx, DocumentId id) {
        return tx.list(row -> row.getString("language"), SIGNED_LANGUAGES, id.name());
    }

    /** What came with the file at one moment, in one way to the server. */
    Future<Void> insert(Tx tx, List<DocumentTemplate> arrived, Instant at) {
        return tx.update(
                        INSERT,
                        arrived.stream().map(one -> one.id().name()).toArray(String[]::new),
                        arrived.stream().map(one -> one.language().code()).toArray(String[]::new),
                        arrived.stream().map(DocumentTemplate::version).toArray(Integer[]::new),
                        arrived.stream().map(one -> Json.text(one.pieces())).toArray(String[]::new),
                        arrived.stream().map(DocumentRepository::signer).toArray(String[]::new),
                        at.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    private static @Nullable String signer(DocumentTemplate one) {
        DocumentTemplate.Signature signature = one.signature();
        return signature == null ? null : signature.by();
    }

    /** Whether it was a draft until now. */
    Future<Boolean> sign(Tx tx, DocumentTemplate one, String by, Instant at) {
        return tx.update(SIGN, one.id().name(), one.language().code(), one.version(), at.atOffset(ZoneOffset.UTC), by)
                .map(count -> count == 1);
    }

    private static DocumentTemplate template(Row row) {
        OffsetDateTime signedAt = row.getOffsetDateTime("signed_at");
        return new DocumentTemplate(
                DocumentId.valueOf(row.getString("id")),
                TextLanguage.of(row.getString("language")).orElseThrow(),
                row.getInteger("version"),
                List.of(Json.read(row.getString("pieces"), DocumentTemplate.Piece[].class)),
                row.getOffsetDateTime("made_at").toInstant(),
                signedAt == null
                        ? null
                        : new DocumentTemplate.Signature(row.getString("signed_by"), signedAt.toInstant()));
    }
}
