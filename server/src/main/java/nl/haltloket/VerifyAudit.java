package nl.haltloket;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.haltloket.audit.AuditVerification;
import nl.haltloket.db.Database;
import nl.haltloket.db.Endpoint;

/** {@code scripts/audit verify}: says for each event whether its chain holds, and where not. */
final class VerifyAudit {
    private static final int MINUTES = 5;

    private VerifyAudit() {}

    /** Gives the exit code: 0 when every chain holds. */
    static int run(Config config) throws Exception {
        try (Storage storage = Storage.join(config.database(), config.mode().dataDirectory())) {
            Vertx vertx = Vertx.vertx();
            try {
                List<AuditVerification.Finding> findings = verify(vertx, storage.endpoint());
                findings.forEach(finding -> Console.print(words(finding)));
                return findings.stream().allMatch(AuditVerification.Finding::holds) ? 0 : 1;
            } finally {
                vertx.close().await(MINUTES, TimeUnit.MINUTES);
            }
        }
    }

    private static List<AuditVerification.Finding> verify(Vertx vertx, Endpoint endpoint) throws Exception {
        Pool pool = PgBuilder.pool()
                .connectingTo(Connections.to(endpoint))
                .using(vertx)
                .build();
        return new Database(pool)
                .inTransaction(AuditVerification::verify)
                .eventually(pool::close)
                .await(MINUTES, TimeUnit.MINUTES);
    }

    private static String words(AuditVerification.Finding finding) {
        return finding.holds()
                ? "Evenement %s: %d regels, de keten klopt. Kop: %s"
                        .formatted(finding.eventId(), finding.lines(), finding.head())
                : "Evenement %s: de keten KLOPT NIET: %s. Tot daar %d regels goed."
                        .formatted(finding.eventId(), finding.problem(), finding.lines());
    }
}
