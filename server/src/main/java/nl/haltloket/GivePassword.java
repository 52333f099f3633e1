package nl.haltloket;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.db.Database;
import nl.haltloket.db.Endpoint;
import nl.haltloket.event.EventFile;
import nl.haltloket.identity.WorkerService;
import nl.haltloket.refusal.Refusal;

/** {@code scripts/worker password LOGIN}: a one-time password, for a coordinator with nobody to ask. Audited. */
final class GivePassword {
    private static final int SECONDS = 30;

    private GivePassword() {}

    /** Gives the exit code: 0 when there is a password, 1 when nobody has that name. */
    static int run(Config config, String login) throws Exception {
        Clock clock = Clock.systemUTC();
        UUID eventId = eventId(config);
        try (Storage storage = Storage.join(config.database(), config.mode().dataDirectory())) {
            Vertx vertx = Vertx.vertx();
            try {
                tell(give(vertx, storage.endpoint(), eventId, clock, login));
                return 0;
            } catch (Refusal refusal) {
                Console.error(String.valueOf(refusal.getMessage()));
                return 1;
            } finally {
                vertx.close().await(SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private static UUID eventId(Config config) throws IOException {
        byte[] file = Files.readAllBytes(config.directory().resolve(Bundle.EVENT));
        return EventFile.parse(Bundle.EVENT, file, null).id();
    }

    private static WorkerService.OneTimePassword give(
            Vertx vertx, Endpoint endpoint, UUID eventId, Clock clock, String login) throws Exception {
        Pool pool = PgBuilder.pool()
                .connectingTo(Connections.to(endpoint))
                .using(vertx)
                .build();
        return new WorkerService(vertx, new Database(pool), eventId, clock, new SecureRandom())
                .givePasswordAtMachine(login)
                .eventually(pool::close)
                .await(SECONDS, TimeUnit.SECONDS);
    }

    private static void tell(WorkerService.OneTimePassword given) {
        Console.print("""
                Eenmalig wachtwoord van %s: %s
                Bij het aanmelden kiest u een eigen wachtwoord. Alle schermen van deze medewerker zijn gesloten.""".formatted(given.login(), given.password()));
    }
}
