package nl.haltloket;

import java.nio.file.Path;
import java.util.Optional;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.db.EmbeddedServer;
import nl.haltloket.db.Endpoint;
import nl.haltloket.db.Migrations;
import org.jspecify.annotations.Nullable;

/** The database to work with: the embedded server, or the one that the configuration names; migrated. */
final class Storage implements AutoCloseable {
    private final Endpoint endpoint;
    private final @Nullable EmbeddedServer embedded;

    private Storage(Endpoint endpoint, @Nullable EmbeddedServer embedded) {
        this.endpoint = endpoint;
        this.embedded = embedded;
    }

    /** Starts what must be started; blocks. */
    static Storage open(DatabaseConfig config, Path dataDirectory) {
        Optional<Endpoint> external = config.external();
        EmbeddedServer embedded = external.isPresent()
                ? null
                : EmbeddedServer.start(
                        dataDirectory.resolve("postgres"), dataDirectory.resolve("postgres-programs"), config.port());
        Endpoint endpoint = embedded == null ? external.orElseThrow() : embedded.endpoint();
        Storage storage = new Storage(endpoint, embedded);
        try {
            int _ = Migrations.migrate(endpoint);
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** The database of a server that runs, or else starts it; for a look from beside. */
    static Storage join(DatabaseConfig config, Path dataDirectory) {
        Optional<Endpoint> running = EmbeddedServer.running(dataDirectory.resolve("postgres"));
        return config.external().isEmpty() && running.isPresent()
                ? new Storage(running.get(), null)
                : open(config, dataDirectory);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Why the database is away, where we know it; empty while it is there. */
    Optional<String> trouble() {
        return embedded == null ? Optional.empty() : embedded.trouble();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
