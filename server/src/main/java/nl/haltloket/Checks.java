package nl.haltloket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;
import nl.haltloket.web.CertificateFiles;
import nl.haltloket.web.Check;
import nl.haltloket.web.Readiness;

/** What must be well before people come to the desk. Only what truly stops the work is a failure. */
final class Checks {
    /** PostgreSQL stops when the disk is full; this much is a quarter of an hour to do something. */
    static final long DISK_MIN = 64L << 20;

    static final long DISK_ROOM = 1L << 30;

    private static final Duration CERTIFICATE_ROOM = Duration.ofDays(3);
    private static final Duration AROUND_THE_EVENT = Duration.ofHours(12);
    private static final Duration JUMP = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d-M-yyyy H:mm");
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String MIGRATIONS = """
            SELECT count(*) FILTER (WHERE NOT success) AS failed, coalesce(max(version), '0') AS newest
            FROM flyway_schema_history""";

    private final Vertx vertx;
    private final Clock clock;
    private final Instant started;
    private final long startedNanos = System.nanoTime();

    Checks(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** @param trouble why the database is away, when somebody knows */
    Readiness of(
            Database database,
            Supplier<Optional<String>> trouble,
            CertificateFiles certificate,
            Path data,
            Event event) {
        return new Readiness()
                .with("database", () -> database(database, trouble.get()), Check.fail("De database antwoordt niet."))
                .with("migrations", () -> migrations(database), Check.warn("De tabellen zijn niet na te gaan."))
                .with(
                        "disk",
                        () -> blocking(() -> disk(Files.getFileStore(data).getUsableSpace())),
                        Check.warn("De vrije ruimte op de schijf is niet na te gaan."))
                .with(
                        "certificate",
                        () -> blocking(() -> certificate(certificate.expiresAt())),
                        Check.warn("Het certificaat is niet te lezen; het vorige blijft in gebruik."))
                .with("clock", () -> Future.succeededFuture(clock(event)), Check.warn("Onbekend."));
    }

    private static Future<Check> database(Database database, Optional<String> trouble) {
        return trouble.isPresent()
                ? Future.succeededFuture(Check.fail(trouble.get()))
                : database.look(tx -> tx.query("SELECT 1")).map(_ -> Check.pass("De database antwoordt."));
    }

    private static Future<Check> migrations(Database database) {
        return database.inTransaction(tx -> tx.query(MIGRATIONS)).map(rows -> {
            Row row = rows.iterator().next();
            return row.getLong("failed") > 0
                    ? Check.fail("Een aanpassing van de tabellen is mislukt. Bel de beheerder van de software.")
                    : Check.pass("De tabellen zijn bij, versie %s.".formatted(row.getString("newest")));
        });
    }

    static Check disk(long free) {
        long megabytes = free >> 20;
        if (free < DISK_MIN) {
            return Check.fail("De schijf is vol: nog %d MB vrij. Maak ruimte.".formatted(megabytes));
        }
        return free < DISK_ROOM
                ? Check.warn("De schijf raakt vol: nog %d MB vrij.".formatted(megabytes))
                : Check.pass("Er is genoeg ruimte op de schijf.");
    }

    Check certificate(Instant expiresAt) {
        Instant now = clock.instant();
        String when = TIME.format(expiresAt.atZone(ZONE));
        if (now.isAfter(expiresAt)) {
            return Check.fail("Het certificaat is verlopen op %s: telefoons weigeren het.".formatted(when));
        }
        return now.plus(CERTIFICATE_ROOM).isAfter(expiresAt)
                ? Check.warn("Het certificaat verloopt op %s.".formatted(when))
                : Check.pass("Het certificaat geldt tot %s.".formatted(when));
    }

    Check clock(Event event) {
        Instant now = clock.instant();
        String time = TIME.format(now.atZone(ZONE));
        if (now.isBefore(event.startsAt().minus(AROUND_THE_EVENT))
                || now.isAfter(event.endsAt().plus(AROUND_THE_EVENT))) {
            return Check.warn("Het is hier %s, ver buiten het evenement. Klopt de klok?".formatted(time));
        }
        Duration lived = Duration.ofNanos(System.nanoTime() - startedNanos);
        Duration jump = Duration.between(started, now).minus(lived).abs();
        return jump.compareTo(JUMP) > 0
                ? Check.warn("De klok is sinds de start %d minuten versprongen; het is hier %s."
                        .formatted(jump.toMinutes(), time))
                : Check.pass("De klok staat op %s.".formatted(time));
    }

    private Future<Check> blocking(Callable<Check> look) {
        return vertx.executeBlocking(look);
    }
}
