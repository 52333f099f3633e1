package nl.haltloket.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.Trust;
import nl.haltloket.crypto.P256;
import nl.haltloket.crypto.Pem;
import nl.haltloket.json.FileProblem;
import nl.haltloket.testing.SettableClock;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDatabase;
import nl.haltloket.web.Check;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds after a start: the newest good version, whatever the files of that start are worth. */
class LawStartTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    @TempDir
    Path configuration;

    @TempDir
    Path data;

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock(NOW);
    private TestDatabase database;
    private LawFolder files;

    @BeforeEach
    void open() {
        database = new TestDatabase(vertx);
        files = new LawFolder(configuration);
    }

    @AfterEach
    void close() {
        database.close();
        TestApp.await(vertx.close());
    }

    @Test
    void a_drill_takes_its_own_files_in_signed_by_its_own_office() throws IOException {
        LawService law = start();
        assertThat(law.check().status()).isEqualTo(Check.Status.PASS);
        assertThat(law.check().sentence()).contains("2026-11-22");
        assertThat(versions("RULES")).containsExactly("2026-11-22 oefening system");
        assertThat(versions("OFFENCES")).containsExactly("2026-11-22 oefening system");
        assertThat(versions("EVENT")).containsExactly("2026-11-22 oefening system");
        Path secret = data.resolve("keys").resolve("bundle-private.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Trust.read(List.of(data.resolve("trust"))).signers())
                .extracting(Trust.Signer::name)
                .containsExactly("oefening");
    }

    @Test
    void the_same_files_again_change_nothing() {
        start();
        clock.advance(java.time.Duration.ofHours(1));
        assertThat(start().check().status()).isEqualTo(Check.Status.PASS);
        assertThat(rows("SELECT kind FROM law_version")).hasSize(3);
        assertThat(rows("SELECT kind FROM law_version WHERE accepted_at > $1", NOW.atOffset(java.time.ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void without_any_good_version_the_start_ends_with_everything_that_is_wrong() {
        int hours = files.change(Bundle.EVENT, "\"hours\": 24", "\"hours\": 1000");
        int code = files.change(Bundle.EVENT, "\"code\": \"0000\"", "\"code\": \"x\"");
        files.write(Bundle.RULES, "{\n  \"version\": oeps\n}");
        List<FileProblem> problems = refusedStart();
        assertThat(problems).anyMatch(each -> each.file().equals(Bundle.RULES) && each.line() == 2);
        assertThat(problems).anyMatch(each -> each.file().equals(Bundle.EVENT) && each.line() == hours);
        assertThat(problems).anyMatch(each -> each.file().equals(Bundle.EVENT) && each.line() == code);
        assertThat(rows("SELECT kind FROM law_version")).isEmpty();
    }

    @Test
    void a_missing_file_is_named() {
        files.delete(Bundle.EVENT);
        assertThat(refusedStart()).extracting(FileProblem::text).containsExactly("event.json: Dit bestand ontbreekt.");
        files.delete(Bundle.RULES);
        assertThat(refusedStart())
                .extracting(FileProblem::reason)
                .first()
                .asString()
                .contains("horen samen");
    }

    @Test
    void a_changed_file_under_the_same_version_is_refused_and_the_last_good_one_stays() {
        start();
        files.change(Bundle.EVENT, "\"police\": \"088 000 00 01\"", "\"police\": \"088 000 00 99\"");
        LawService law = start();
        assertThat(law.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(Bundle.EVENT);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.reason()).contains("Versie 2026-11-22 is hier al bekend met een andere inhoud");
        });
        assertThat(law.inForce().event().numbers().police()).isEqualTo("088 000 00 01");
        assertThat(law.check().status()).isEqualTo(Check.Status.WARN);
        assertThat(law.check().sentence())
                .contains("geweigerd", "versie 2026-11-22 blijft gelden", "event.json regel 2");
    }

    @Test
    void a_mandate_of_a_year_and_a_day_is_refused_and_the_last_good_one_stays() {
        start();
        files.eventOf("2026-11-23");
        files.change(
                Bundle.EVENT,
                "\"hours\": 24,",
                "\"startsAt\": \"2026-11-22T18:00:00Z\", \"endsAt\": \"2026-11-23T02:00:00Z\",");
        int line =
                files.change(Bundle.EVENT, "\"area\":", "\"from\": \"2026-11-01\", \"to\": \"2027-11-02\", \"area\":");
        LawService law = start();
        assertThat(law.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).contains("ten hoogste een jaar");
        });
        assertThat(law.inForce().event().version()).isEqualTo("2026-11-22");
        assertThat(versions("EVENT")).hasSize(1);
    }

    @Test
    void rules_that_are_broken_leave_the_last_good_ones_in_force() {
        start();
        files.lawOf("2026-11-23");
        files.write(Bundle.RULES, "{\"version\": \"2026-11-23\", \"rules\": [");
        LawService law = start();
        assertThat(law.inForce().law().rules().version()).isEqualTo("2026-11-22");
        assertThat(law.check().sentence()).contains("rules.json regel 1");
        assertThat(versions("OFFENCES")).hasSize(1);
    }

    @Test
    void rules_and_offences_of_different_versions_are_refused() {
        start();
        files.change(Bundle.RULES, "\"version\": \"2026-11-22\"", "\"version\": \"2026-11-23\"");
        assertThat(start().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(Bundle.RULES);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.reason()).contains("horen bij elkaar");
        });
    }

    @Test
    void a_newer_version_holds_and_the_older_stays_beside_it() {
        start();
        files.lawOf("2026-12-01");
        assertThat(start().inForce().law().rules().version()).isEqualTo("2026-12-01");
        assertThat(versions("RULES")).containsExactly("2026-12-01 oefening system", "2026-11-22 oefening system");
        files.lawOf("2026-11-22");
        LawService law = start();
        assertThat(law.inForce().law().rules().version())
                .as("not taken back by an older file")
                .isEqualTo("2026-12-01");
        assertThat(law.check().status()).isEqualTo(Check.Status.PASS);
    }

    @Test
    void a_stored_version_that_this_server_can_not_read_is_passed_over_and_told() {
        start();
        for (String kind : List.of("RULES", "OFFENCES")) {
            rows("""
                    INSERT INTO law_version SELECT kind, subject, '2027-01-01', '{', sha256, signed_by, signer, made_at,
                      accepted_at, accepted_by FROM law_version WHERE kind = $1 RETURNING kind""", kind);
        }
        LawService law = start();
        assertThat(law.inForce().law().rules().version()).isEqualTo("2026-11-22");
        assertThat(law.check().status()).isEqualTo(Check.Status.WARN);
    }

    @Test
    void a_bundle_in_the_configuration_goes_before_the_files_when_its_office_is_trusted() throws Exception {
        KeyPair office = P256.generate(new SecureRandom());
        files.lawOf("2026-12-01");
        putBundle(files.bundle(office, NOW, Bundle.EVENT, Bundle.RULES, Bundle.OFFENCES));
        assertThat(refusedStart())
                .extracting(FileProblem::reason)
                .first()
                .asString()
                .contains("niet getekend door een kantoor");
        files.write("trust/halt-noord.pem", Pem.of(office.getPublic()));
        assertThat(start().inForce().law().rules().version()).isEqualTo("2026-12-01");
        assertThat(versions("RULES")).containsExactly("2026-12-01 halt-noord system");
    }

    @Test
    void a_bundle_with_a_changed_byte_leaves_the_last_good_version_in_force() throws Exception {
        start();
        KeyPair office = P256.generate(new SecureRandom());
        files.write("trust/halt-noord.pem", Pem.of(office.getPublic()));
        files.lawOf("2026-12-01");
        byte[] bundle = files.bundle(office, NOW, Bundle.EVENT, Bundle.RULES, Bundle.OFFENCES);
        bundle[bundle.length / 2] ^= 1;
        putBundle(bundle);
        LawService law = start();
        assertThat(law.problems()).singleElement().satisfies(problem -> assertThat(problem.reason())
                .contains("na het tekenen veranderd"));
        assertThat(law.inForce().law().rules().version()).isEqualTo("2026-11-22");
    }

    private void putBundle(byte[] bundle) throws IOException {
        Files.write(configuration.resolve(LawDirectory.BUNDLE), bundle);
    }

    @CanIgnoreReturnValue
    private LawService start() {
        var contents = new LawDirectory(configuration, data, true).read(clock.instant(), new SecureRandom());
        return TestApp.await(LawService.start(vertx, database.database(), contents, clock));
    }

    private List<FileProblem> refusedStart() {
        return Objects.requireNonNull(catchThrowableOfType(FileProblem.Found.class, this::start))
                .problems();
    }

    private List<String> versions(String kind) {
        return rows(
                "SELECT version || ' ' || signer || ' ' || accepted_by FROM law_version WHERE kind = $1 ORDER BY version DESC",
                kind);
    }

    @CanIgnoreReturnValue
    private List<String> rows(String sql, Object... parameters) {
        var rows = TestApp.await(database.pool().preparedQuery(sql).execute(Tuple.from(parameters)));
        return java.util.stream.StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
