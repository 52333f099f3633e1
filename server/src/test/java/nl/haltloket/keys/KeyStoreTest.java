package nl.haltloket.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import nl.haltloket.config.Secret;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event keys on disk and in memory, by start, crash, power loss and the office's key. */
class KeyStoreTest {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String PASSPHRASE = "tulp kraan zebra maan viool kaas";
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path data;

    private MemoryCopy memory;
    private KeyStore store;

    @BeforeEach
    void make() {
        memory = new MemoryCopy(MEMORY, data);
        store = store(PASSPHRASE);
    }

    @AfterEach
    void losePower() throws IOException {
        if (Files.exists(memory.directory())) {
            try (Stream<Path> all = Files.list(memory.directory())) {
                for (Path file : all.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(memory.directory());
        }
    }

    @Test
    void a_first_start_makes_the_keys_and_tells_a_passphrase_only_when_none_was_given() {
        assertThat(store.find().newPassphrase()).isEmpty();
        assertThat(new KeyStore(config("", data), data.resolve("other"), RANDOM)
                        .find()
                        .newPassphrase()
                        .orElseThrow()
                        .split(" "))
                .hasSize(6);
    }

    @Test
    void after_a_crash_the_copy_in_memory_opens_the_desk() {
        EventKeys first = store.find().keys().orElseThrow();
        KeyStore.Found again = store("").find();
        assertThat(again.keys().orElseThrow().sealKey()).isEqualTo(first.sealKey());
        assertThat(again.newPassphrase()).isEmpty();
    }

    @Test
    void after_a_power_loss_the_desk_is_locked_until_the_passphrase_is_given() throws IOException {
        EventKeys first = store.find().keys().orElseThrow();
        losePower();
        assertThat(store.find().keys()).isEmpty();
        assertThat(store.open("tulp kraan zebra maan viool vlag")).isEmpty();
        assertThat(memory.file()).doesNotExist();
        EventKeys opened =
                store.open(" Tulp kraan-zebra MAAN viool kaas").orElseThrow().keys();
        assertThat(opened.sealKey()).isEqualTo(first.sealKey());
        assertThat(store.find().keys()).isPresent();
    }

    @Test
    void a_garbled_or_strange_copy_in_memory_keeps_the_desk_locked_and_stops_nothing() throws IOException {
        EventKeys _ = store.find().keys().orElseThrow();
        var _ = Files.writeString(memory.file(), "{\"eventKey\":");
        assertThat(store.find().keys()).isEmpty();
        var _ = Files.write(memory.file(), EventKeys.generate(RANDOM));
        assertThat(store.find().keys()).isEmpty();
    }

    @Test
    void neither_file_holds_the_passphrase_and_the_key_file_holds_no_unwrapped_key() throws IOException {
        EventKeys _ = store.find().keys().orElseThrow();
        String copy = Files.readString(memory.file());
        JsonObject unwrapped = new JsonObject(copy);
        for (String file : new String[] {Files.readString(file()), copy}) {
            assertThat(file).doesNotContain(PASSPHRASE, "tulp", "viool");
        }
        assertThat(Files.readString(file()))
                .doesNotContain(
                        unwrapped.getString("tokenSecret"),
                        unwrapped.getString("matchSecret"),
                        unwrapped.getString("receiptPrivate"),
                        "eventKey",
                        "keyData");
    }

    @Test
    void both_files_are_for_their_owner_only_and_nothing_else_is_left_beside_them() throws IOException {
        EventKeys _ = store.find().keys().orElseThrow();
        for (Path directory : new Path[] {data.resolve("keys"), memory.directory()}) {
            assertThat(permissions(directory.resolve("event-key.json"))).isEqualTo("rw-------");
            assertThat(permissions(directory)).isEqualTo("rwx------");
            assertThat(directory.toFile().list()).containsExactly("event-key.json");
        }
    }

    @Test
    void a_directory_that_is_on_disk_gets_no_copy(@TempDir Path disk) throws IOException {
        Path notInMemory = Files.getFileStore(disk).type().equals("tmpfs") ? Path.of("/proc/self") : disk;
        KeyStore onDisk = new KeyStore(config(PASSPHRASE, notInMemory), data, RANDOM);
        EventKeys _ = onDisk.find().keys().orElseThrow();
        assertThat(onDisk.find().keys()).isEmpty();
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void a_directory_that_others_can_read_gets_no_copy() throws IOException {
        var _ = Files.createDirectory(
                memory.directory(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        EventKeys _ = store.find().keys().orElseThrow();
        assertThat(memory.file()).doesNotExist();
        assertThat(store.find().keys()).isEmpty();
    }

    @Test
    void a_drill_that_began_in_the_clear_can_be_protected() throws IOException {
        KeyStore plain = new KeyStore(
                new KeyConfig(KeyProtection.PLAIN, new Secret(""), MEMORY, Optional.empty()), data, RANDOM);
        EventKeys first = plain.find().keys().orElseThrow();
        assertThat(memory.file()).doesNotExist();
        assertThat(store.find().keys().orElseThrow().sealKey()).isEqualTo(first.sealKey());
        assertThat(Files.readString(file())).doesNotContain("tokenSecret");
        losePower();
        assertThat(plain.find().keys()).isEmpty();
    }

    @Test
    void a_garbled_key_file_says_what_to_do_and_stays_as_it_is() throws IOException {
        EventKeys _ = store.find().keys().orElseThrow();
        String half = Files.readString(file()).substring(0, 300);
        for (String garbled : new String[] {half, "", "[]", "{}", "{\"version\":2,\"id\":\"x\"}"}) {
            var _ = Files.writeString(file(), garbled);
            assertThatIllegalStateException()
                    .isThrownBy(store::find)
                    .withMessageContaining("event-key.json is niet te gebruiken")
                    .withMessageContaining("zet deze computer niet uit")
                    .withMessageContaining("Bel het kantoor van Halt");
            assertThat(Files.readString(file())).isEqualTo(garbled);
        }
    }

    @Test
    void parameters_that_are_too_weak_or_would_fill_the_memory_are_refused() throws IOException {
        EventKeys _ = store.find().keys().orElseThrow();
        JsonObject file = new JsonObject(Files.readString(file()));
        for (int memoryKib : new int[] {8, Integer.MAX_VALUE}) {
            file.getJsonObject("passphrase").put("memoryKib", memoryKib);
            var _ = Files.writeString(file(), file.encode());
            assertThatIllegalStateException().isThrownBy(() -> store.open(PASSPHRASE));
        }
    }

    @Test
    void the_office_gives_another_passphrase_and_the_old_one_no_longer_opens() throws Exception {
        EventKeys first = store.find().keys().orElseThrow();
        losePower();
        String office = Files.readString(data.resolve("drill-office").resolve("office-private.pem"));
        String fresh = store.recover(office, Optional.empty()).orElseThrow();
        assertThat(store.open(PASSPHRASE)).isEmpty();
        KeyStore.Opened opened = store.open(fresh).orElseThrow();
        assertThat(opened.keys().sealKey()).isEqualTo(first.sealKey());
        assertThat(opened.wrappedBy()).isEqualTo("recovery");
        assertThat(store.recover(office, Optional.of("vijf woorden die ik zelf koos")))
                .isEmpty();
        assertThat(store.open("vijf woorden die ik zelf koos")).isPresent();
    }

    @Test
    void where_there_is_no_key_file_nothing_is_said_to_be_damaged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.recover("geen pem", Optional.empty()))
                .withMessageStartingWith("Er is geen sleutelbestand");
    }

    @Test
    void a_wrong_office_key_is_refused_with_a_sentence_and_changes_nothing() throws Exception {
        EventKeys _ = store.find().keys().orElseThrow();
        byte[] before = Files.readAllBytes(file());
        for (String wrong : new String[] {RecoveryKey.privatePem(P256.generate(RANDOM)), "geen pem", ""}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.recover(wrong, Optional.empty()))
                    .withMessageContaining("past niet op dit sleutelbestand");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    private Path file() {
        return data.resolve("keys").resolve("event-key.json");
    }

    private KeyStore store(String passphrase) {
        return new KeyStore(config(passphrase, MEMORY), data, RANDOM);
    }

    private static KeyConfig config(String passphrase, Path memory) {
        return new KeyConfig(KeyProtection.PASSPHRASE, new Secret(passphrase), memory, Optional.empty());
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
