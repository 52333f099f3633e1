package nl.haltloket.identity;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;

/** What identity works with. */
public record IdentityContext(
        Vertx vertx,
        Database database,
        Audit audit,
        EventKeys keys,
        UUID eventId,
        boolean drill,
        Clock clock,
        Supplier<UUID> ids,
        SecureRandom random) {}
