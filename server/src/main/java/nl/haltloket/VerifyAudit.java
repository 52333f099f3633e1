package nl.haltloket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nl.haltloket.audit.AuditVerification;
import nl.haltloket.db.Database;
import nl.haltloket.db.Endpoint;
import nl.haltloket.db.Tx;
import nl.haltloket.transfer.StoredPackages;

/**
 * {@code scripts/audit verify}: says for each event whether its chain holds and where not, and whether what is
 * stored is what the chain tells of. Needs no key.
 */
final class VerifyAudit {
    private static final int MINUTES = 5;

    private VerifyAudit() {}

    /** Gives the exit code: 0 when all of it holds. */
    static int run(Config config) throws Exception {
        try (Storage storage = Storage.join(config.database(), config.mode().dataDirectory())) {
            Vertx vertx = Vertx.vertx();
            try {
                List<AuditVerification.Finding> findings =
                        ask(vertx, storage.endpoint(), AuditVerification::verify);
                findings.forEach(finding -> Console.print(words(finding)));
                StoredPackages.Finding packages = ask(vertx, storage.endpoint(), StoredPackages::verify);
                Console.print("Overdrachten: %d nagekeken.".formatted(packages.transfers()));
                packages.problems().forEach(problem -> Console.print("KLOPT NIET: " + problem + "."));
                return packages.problems().isEmpty()
                                && findings.stream().allMatch(AuditVerification.Finding::holds)
                        ? 0
                        : 1;
            } finally {
                vertx.close().await(MINUTES, TimeUnit.MINUTES);
            }
        }
    }

    private static <T> T ask(Vertx vertx, Endpoint endpoint, Function<Tx, Future<T>> question) throws Exception {
        Pool pool = PgBuilder.pool()
                .connectingTo(Connections.to(endpoint))
                .using(vertx)
                .build();
        return new Database(pool)
                .inTransaction(question)
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
