package nl.haltloket.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.OwnerFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event keys on disk and in memory: makes them, opens them, and gives them another passphrase. All of it blocks. */
public final class KeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeyStore.class);
    private static final String BY_START = "start";
    private static final String BY_RECOVERY = "recovery";

    private final KeyConfig config;
    private final Path dataDirectory;
    private final Path file;
    private final MemoryCopy memory;
    private final OfficeKey office;
    private final SecureRandom random;

    /** @param dataDirectory of this mode; the file is {@code keys/event-key.json} below it */
    public KeyStore(KeyConfig config, Path dataDirectory, SecureRandom random) {
        this.config = config;
        this.dataDirectory = dataDirectory;
        this.file = dataDirectory.resolve("keys").resolve("event-key.json");
        this.memory = new MemoryCopy(config.memoryDirectory(), dataDirectory);
        this.office = new OfficeKey(config.recoveryPublicKey(), dataDirectory.resolve("drill-office"), random);
        this.random = random;
    }

    /** Where the unwrapped copy of this data directory is kept, as long as the machine has power. */
    public static Path memoryCopy(Path memoryDirectory, Path dataDirectory) {
        return new MemoryCopy(memoryDirectory, dataDirectory).file();
    }

    /**
     * What a start finds.
     *
     * @param keys empty when the desk is locked
     * @param newPassphrase made at this start, to be told once; empty when there was one, or none is needed
     */
    public record Found(Optional<EventKeys> keys, Optional<String> newPassphrase) {
        static Found locked() {
            return new Found(Optional.empty(), Optional.empty());
        }
    }

    /** Opened keys. {@code wrappedBy}: {@code start}, or {@code recovery} when the office gave the passphrase. */
    public record Opened(EventKeys keys, String wrappedBy) {}

    /**
     * Makes the keys at the first start; later opens them as far as that goes without a person.
     *
     * @throws IllegalStateException when the file cannot be used; the sentence says what to do
     */
    public Found find() {
        try {
            if (Files.notExists(file)) {
                return make();
            }
            byte[] content = Files.readAllBytes(file);
            Optional<EventKeys> plain = plain(content);
            if (plain.isEmpty()) {
                return fromMemory(KeyFile.decode(content));
            }
            return config.protection() == KeyProtection.PASSPHRASE
                    ? protect(content)
                    : new Found(plain, Optional.empty());
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    /** The keys, by this passphrase; empty when it is a wrong one. The file is read anew: it may have been recovered. */
    public Optional<Opened> open(String passphrase) {
        try {
            KeyFile wrapped = KeyFile.decode(Files.readAllBytes(file));
            Optional<byte[]> unwrapped = wrapped.open(passphrase);
            if (unwrapped.isEmpty()) {
                return Optional.empty();
            }
            EventKeys keys = EventKeys.of(unwrapped.get());
            memory.write(unwrapped.get());
            return Optional.of(new Opened(keys, wrapped.wrappedBy()));
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Gives the file another passphrase, by the office's private key.
     *
     * @return the passphrase when it was made here, empty when it was given
     * @throws IllegalStateException with a sentence for the person at the terminal
     */
    public Optional<String> recover(String officePem, Optional<String> chosen) {
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "Er is geen sleutelbestand %s. Is dit de goede map? Er is niets veranderd.".formatted(file));
        }
        try {
            KeyFile wrapped = KeyFile.decode(Files.readAllBytes(file));
            byte[] unwrapped = recovered(wrapped, officePem);
            String passphrase = chosen.orElseGet(() -> Passphrase.generate(random));
            OwnerFile.write(
                    file,
                    KeyFile.wrap(unwrapped, passphrase, wrapped.recoveryPoint(), BY_RECOVERY, random)
                            .encode());
            return chosen.isEmpty() ? Optional.of(passphrase) : Optional.empty();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    private static byte[] recovered(KeyFile wrapped, String officePem) {
        try {
            return wrapped.recover(RecoveryKey.scalar(officePem));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Deze sleutel van het kantoor past niet op dit sleutelbestand. Er is niets veranderd."
                            + " Gebruik de privésleutel (PEM, PKCS#8) waarvan de publieke helft bij de opening is gebruikt.",
                    e);
        }
    }

    private Found make() throws GeneralSecurityException, IOException {
        byte[] unwrapped = EventKeys.generate(random);
        if (config.protection() == KeyProtection.PASSPHRASE) {
            return protect(unwrapped);
        }
        OwnerFile.write(file, unwrapped);
        return new Found(Optional.of(EventKeys.of(unwrapped)), Optional.empty());
    }

    /** Also for a drill that began in the clear. */
    private Found protect(byte[] unwrapped) throws GeneralSecurityException, IOException {
        boolean given = !config.passphrase().isEmpty();
        String passphrase = given ? config.passphrase().value() : Passphrase.generate(random);
        OwnerFile.write(
                file,
                KeyFile.wrap(unwrapped, passphrase, office.publicPoint(), BY_START, random)
                        .encode());
        memory.write(unwrapped);
        return new Found(Optional.of(EventKeys.of(unwrapped)), given ? Optional.empty() : Optional.of(passphrase));
    }

    private Found fromMemory(KeyFile wrapped) {
        Optional<byte[]> copy = memory.read();
        if (copy.isEmpty()) {
            return Found.locked();
        }
        if (!wrapped.isOf(copy.get())) {
            LOG.warn("The copy of the event key in memory is not of these keys; the desk stays locked");
            return Found.locked();
        }
        try {
            return new Found(Optional.of(EventKeys.of(copy.get())), Optional.empty());
        } catch (GeneralSecurityException e) {
            LOG.warn("The copy of the event key in memory cannot be used; the desk stays locked", e);
            return Found.locked();
        }
    }

    private static Optional<EventKeys> plain(byte[] content) {
        try {
            return Optional.of(EventKeys.of(content));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private IllegalStateException unusable(Exception cause) {
        return new IllegalStateException("""
                Het sleutelbestand %s is niet te gebruiken: het is beschadigd of niet van Halt-loket.
                Verander niets en zet deze computer niet uit: een kopie van de sleutel kan nog in %s staan.
                Bel het kantoor van Halt. Alleen in een oefening: haal de hele map %s weg en begin opnieuw; wat ermee was
                versleuteld, is dan onleesbaar.""".formatted(file, memory.file(), dataDirectory), cause);
    }
}
