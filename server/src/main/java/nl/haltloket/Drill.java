package nl.haltloket;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.haltloket.crypto.CheckedCode;
import nl.haltloket.identity.EnrolmentService;
import nl.haltloket.identity.WorkerSeed;
import nl.haltloket.paper.Qr;
import nl.haltloket.web.Profile;
import nl.haltloket.web.Role;

/**
 * Opens a drill: new passwords at each start, and codes for a first phone and tablet, all told at the terminal. After a
 * death, what the terminal told before stays true.
 */
final class Drill {
    private static final CheckedCode PASSWORD = new CheckedCode(10);
    private static final String READY = "READY ";

    private final App app;
    private final Config config;
    private final Map<WorkerSeed, String> passwords;
    /** Stands there from when everything was told at the terminal until the next start that tells anew. */
    private final Path told;

    private Drill(App app, Config config) {
        this.app = app;
        this.config = config;
        this.passwords = passwords(app.eventFile().workers());
        this.told = told(config);
    }

    /** A start that nobody's supervisor made has a terminal of its own, where nothing was told yet. */
    static void begin(Config config, boolean again) throws IOException {
        if (!again) {
            Files.deleteIfExists(told(config));
        }
    }

    private static Path told(Config config) {
        return config.mode().dataDirectory().resolve("told");
    }

    /** @param again the supervisor starts it anew after it died, under the same terminal */
    static Future<Void> open(App app, Config config, boolean again) {
        Drill drill = new Drill(app, config);
        return again && Files.exists(drill.told) ? drill.goOn() : drill.open();
    }

    /** Passwords and codes are in the database: nothing is made anew. */
    private Future<Void> goOn() {
        Console.print("""

                OEFENING: Halt-loket is vanzelf opnieuw gestart. Wachtwoorden, aanmeldcodes en aangemelde
                toestellen van hierboven gelden nog.
                """);
        Console.print(READY + local());
        return Future.succeededFuture();
    }

    private Future<Void> open() {
        forget();
        String referrerId = app.event().referrers().getFirst().id();
        return Future.all(passwords.entrySet().stream()
                        .map(entry -> app.identity().sessions().seed(entry.getKey(), entry.getValue()))
                        .toList())
                .compose(_ -> app.identity().enrolment().invite(Profile.LOKET, null, null))
                .compose(tablet -> app.identity()
                        .enrolment()
                        .invite(Profile.VERWIJZER, referrerId, null)
                        .onSuccess(phone -> tell(tablet, phone, referrerId)))
                .mapEmpty();
    }

    private static Map<WorkerSeed, String> passwords(List<WorkerSeed> workers) {
        SecureRandom random = new SecureRandom();
        Map<WorkerSeed, String> passwords = new LinkedHashMap<>();
        workers.forEach(
                worker -> passwords.put(worker, PASSWORD.generate(random).toLowerCase(Locale.ROOT)));
        return passwords;
    }

    private String people() {
        return passwords.entrySet().stream()
                .map(entry -> person(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n    "));
    }

    private static String person(WorkerSeed worker, String password) {
        String role = worker.roles().contains(Role.COORDINATOR) ? "coördinator" : "medewerker";
        return "%-10s wachtwoord %s   %s (%s)".formatted(worker.login(), password, worker.name(), role);
    }

    private void tell(EnrolmentService.Invitation tablet, EnrolmentService.Invitation phone, String referrerId) {
        String local = local();
        Path authority = config.mode().dataDirectory().resolve("tls").resolve("ca.pem");
        Console.print("""

                OEFENING: Halt-loket staat klaar. Alle mensen zijn verzonnen; er gaat geen sms naar buiten.

                Op deze computer
                    beheer     %1$s/beheer
                    loket      %1$s/loket       aanmeldcode %2$s
                    verwijzer  %1$s/verwijzer   aanmeldcode %3$s (%4$s)
                Op het netwerk van het loket
                    https://%5$s poort %6$d, certificaat van de oefening: %7$s
                Aanmelden (elke start nieuwe wachtwoorden)
                    %8$s
                De aanmeldcodes gelden tien minuten; nieuwe maakt u in beheer. QR voor een telefoon:
                """.formatted(
                        local,
                        grouped(tablet.token()),
                        grouped(phone.token()),
                        referrerId,
                        app.event().host(),
                        app.servers().securePort(),
                        authority,
                        people()));
        Console.print(Qr.of(app.joinText().of(phone.token())).terminal());
        Console.print(READY + local);
        remember();
    }

    private String local() {
        return "http://localhost:" + app.servers().localPort();
    }

    private void remember() {
        try {
            Files.write(told, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String grouped(String token) {
        return token.substring(0, 5) + "-" + token.substring(5);
    }
}
