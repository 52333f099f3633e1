package nl.haltloket.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher.Place;
import nl.haltloket.db.Database;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDatabase;
import nl.haltloket.testing.TestEnvelope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The event's keys in their file, and the keys of cases in the database. */
class KeysTest {
    private static final byte[] PLAIN = "Noor Voorbeeld".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Vertx VERTX = Vertx.vertx();
    private static final TestDatabase TEST_DATABASE = new TestDatabase(VERTX);
    private static final Database DATABASE = TEST_DATABASE.database();

    @TempDir
    static Path directory;

    private static Path file;
    private static EventKeys keys;
    private static CaseKeys caseKeys;

    @BeforeAll
    static void make() {
        file = directory.resolve("keys").resolve("event-key.json");
        keys = EventKeys.readOrGenerate(file, RANDOM);
        caseKeys = new CaseKeys(keys, RANDOM);
    }

    @AfterAll
    static void close() {
        TEST_DATABASE.close();
        TestApp.await(VERTX.close());
    }

    @Test
    void the_file_is_for_its_owner_only() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("keys").toFile().list()).containsExactly("event-key.json");
    }

    @Test
    void keys_that_are_read_again_do_what_they_did() throws Exception {
        byte[] sealed = TestEnvelope.seal(PLAIN, keys.sealKey());
        byte[] wrapped = keys.wrap(PLAIN, "hier");
        EventKeys again = EventKeys.readOrGenerate(file, RANDOM);
        assertThat(again.openHandover(sealed)).isEqualTo(PLAIN);
        assertThat(again.unwrap(wrapped, "hier")).isEqualTo(PLAIN);
        assertThat(again.sealKey()).isEqualTo(keys.sealKey()).hasSize(65);
        assertThat(again.match("doel", PLAIN)).isEqualTo(keys.match("doel", PLAIN));
        assertThat(again.tokenSecret()).isEqualTo(keys.tokenSecret());
        byte[] signed = Cose.sign(keys.receiptKeys().getPrivate(), PLAIN);
        assertThat(Cose.decode(signed).verifiedBy(again.receiptKeys().getPublic()))
                .isTrue();
    }

    @Test
    void another_event_has_other_keys(@TempDir Path elsewhere) {
        EventKeys other = EventKeys.readOrGenerate(elsewhere.resolve("key.json"), RANDOM);
        byte[] wrapped = keys.wrap(PLAIN, "hier");
        assertThatIllegalStateException().isThrownBy(() -> other.unwrap(wrapped, "hier"));
        assertThat(other.match("doel", PLAIN)).isNotEqualTo(keys.match("doel", PLAIN));
    }

    @Test
    void a_damaged_file_stops_the_start(@TempDir Path elsewhere) throws IOException {
        Path damaged = elsewhere.resolve("key.json");
        Files.writeString(damaged, "{}");
        assertThatIllegalStateException()
                .isThrownBy(() -> EventKeys.readOrGenerate(damaged, RANDOM))
                .withMessageContaining("key.json");
        assertThat(Files.readString(damaged)).isEqualTo("{}");
    }

    @Test
    void a_match_is_bound_to_its_purpose() {
        assertThat(keys.match("een", PLAIN)).isNotEqualTo(keys.match("twee", PLAIN));
    }

    @Test
    void a_wrapped_key_does_not_open_elsewhere() {
        byte[] wrapped = keys.wrap(PLAIN, "hier");
        assertThatIllegalStateException().isThrownBy(() -> keys.unwrap(wrapped, "daar"));
    }

    @ParameterizedTest
    @CsvSource({"guardian, details_sealed, 2", "guardian, note_sealed, 1", "handover, details_sealed, 1"})
    void a_value_in_another_row_column_or_table_does_not_open(String table, String column, String row) {
        CaseCipher cipher = newCase(UUID.randomUUID());
        byte[] sealed = cipher.seal(new Place("guardian", "details_sealed", "1"), PLAIN);
        assertThatIllegalStateException().isThrownBy(() -> cipher.open(new Place(table, column, row), sealed));
        assertThat(cipher.open(new Place("guardian", "details_sealed", "1"), sealed))
                .isEqualTo(PLAIN);
    }

    @Test
    void a_value_of_another_case_does_not_open() {
        Place place = Place.of("handover", "content_sealed");
        byte[] sealed = newCase(UUID.randomUUID()).seal(place, PLAIN);
        CaseCipher other = newCase(UUID.randomUUID());
        assertThatIllegalStateException().isThrownBy(() -> other.open(place, sealed));
    }

    @Test
    void a_changed_value_does_not_open_and_a_failure_does_not_tell_it() {
        CaseCipher cipher = newCase(UUID.randomUUID());
        byte[] sealed = cipher.seal(Place.of("handover", "content_sealed"), PLAIN);
        assertThatThrownBy(() -> cipher.open(Place.of("handover", "content_sealed"), TestEnvelope.tampered(sealed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Noor");
    }

    @Test
    void the_same_value_is_never_sealed_the_same_twice() {
        CaseCipher cipher = newCase(UUID.randomUUID());
        Place place = Place.of("handover", "content_sealed");
        assertThat(cipher.seal(place, PLAIN)).isNotEqualTo(cipher.seal(place, PLAIN));
    }

    @Test
    void the_key_of_a_case_moved_to_another_case_does_not_open() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        CaseCipher _ = newCase(one);
        CaseCipher _ = newCase(other);
        TestApp.await(DATABASE.inTransaction(tx -> tx.update(
                "UPDATE case_key SET wrapped = (SELECT wrapped FROM case_key WHERE case_id = $1) WHERE case_id = $2",
                one,
                other)));
        assertThatIllegalStateException().isThrownBy(() -> open(other));
    }

    @Test
    void a_case_without_its_key_is_erased() {
        UUID id = UUID.randomUUID();
        CaseCipher _ = newCase(id);
        TestApp.await(DATABASE.inTransaction(tx -> tx.update("DELETE FROM case_key WHERE case_id = $1", id)));
        assertThatThrownBy(() -> open(id)).isInstanceOf(Refusal.NotFound.class);
    }

    private static CaseCipher newCase(UUID id) {
        return TestApp.await(DATABASE.inTransaction(tx -> caseKeys.create(tx, id, Future::succeededFuture)));
    }

    private static CaseCipher open(UUID id) {
        return TestApp.await(DATABASE.inTransaction(tx -> caseKeys.open(tx, id)));
    }
}
