package nl.haltloket.identity;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Database;
import nl.haltloket.db.Each;
import nl.haltloket.testing.TestDevice;

/** Workers who all have one password, whose hash is slow on purpose and made once for all the tests of a JVM. */
public final class SeededWorkers {
    /** The password of each. */
    public static final String PASSWORD = "oefening-1234";

    private static final WorkerRepository WORKERS = new WorkerRepository();

    private SeededWorkers() {}

    /** Adds them to the event, or gives those who are there the password again. Blocks the first time. */
    public static Future<Void> add(Database database, UUID eventId, List<WorkerSeed> workers) {
        return database.inTransaction(
                tx -> Each.run(workers, one -> WORKERS.seed(tx, TestDevice.newId(), eventId, one, Hashed.PASSWORD)));
    }

    private static final class Hashed {
        static final String PASSWORD = new Passwords(new SecureRandom()).hash(SeededWorkers.PASSWORD);
    }
}
