package nl.haltloket;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.haltloket.audit.AuditVerification;
import nl.haltloket.consent.SignatureVerification;
import nl.haltloket.db.Database;
import nl.haltloket.db.Endpoint;
import nl.haltloket.transfer.StoredPackages;

/** {@code scripts/audit verify}: says for each event whether its chain holds, and where not; and of every signature and package. */
final class VerifyAudit {
    private static final int MINUTES = 5;

    private VerifyAudit() {}

    /** Gives the exit code: 0 when all of it holds. */
    static int run(Config config) throws Exception {
        try (Storage storage = Storage.join(config.database(), config.mode().dataDirectory())) {
            Vertx vertx = Vertx.vertx();
            try {
                Found found = verify(vertx, storage.endpoint());
                found.chains().forEach(finding -> Console.print(words(finding)));
                words(found.signatures()).forEach(Console::print);
                words(found.packages()).forEach(Console::print);
                return found.holds() ? 0 : 1;
            } finally {
                vertx.close().await(MINUTES, TimeUnit.MINUTES);
            }
        }
    }

    private record Found(
            List<AuditVerification.Finding> chains,
            SignatureVerification.Finding signatures,
            StoredPackages.Finding packages) {
        boolean holds() {
            return chains.stream().allMatch(AuditVerification.Finding::holds)
                    && signatures.problems().isEmpty()
                    && packages.problems().isEmpty();
        }
    }

    private static Found verify(Vertx vertx, Endpoint endpoint) throws Exception {
        Pool pool = PgBuilder.pool()
                .connectingTo(Connections.to(endpoint))
                .using(vertx)
                .build();
        return new Database(pool)
                .atOneMoment(tx -> AuditVerification.verify(tx)
                        .compose(chains -> SignatureVerification.verify(tx).compose(signed -> StoredPackages.verify(tx)
                                .map(packages -> new Found(chains, signed, packages)))))
                .eventually(pool::close)
                .await(MINUTES, TimeUnit.MINUTES);
    }

    private static List<String> words(SignatureVerification.Finding finding) {
        String counted = "Handtekeningen: %d kloppen, %d gewist met hun zaak, %d KLOPPEN NIET."
                .formatted(finding.holds(), finding.erased(), finding.problems().size());
        return Stream.concat(Stream.of(counted), finding.problems().stream()).toList();
    }

    private static List<String> words(StoredPackages.Finding finding) {
        String counted = "Overdrachten: %d nagekeken, %d KLOPPEN NIET."
                .formatted(finding.transfers(), finding.problems().size());
        return Stream.concat(Stream.of(counted), finding.problems().stream()).toList();
    }

    private static String words(AuditVerification.Finding finding) {
        return finding.holds()
                ? "Evenement %s: %d regels, de keten klopt. Kop: %s"
                        .formatted(finding.eventId(), finding.lines(), finding.head())
                : "Evenement %s: de keten KLOPT NIET: %s. Tot daar %d regels goed."
                        .formatted(finding.eventId(), finding.problem(), finding.lines());
    }
}
