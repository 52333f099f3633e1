package nl.haltloket.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Optional;
import nl.haltloket.crypto.OwnerFile;
import nl.haltloket.crypto.P256;

/** The public recovery key of the office: the one that the configuration names, or the drill's own. */
final class OfficeKey {
    private static final String NOTE = """
            Dit is het nagespeelde kantoor van de oefening.
            office-private.pem opent het sleutelbestand zonder wachtzin (scripts/keys recover).
            Een echt kantoor bewaart deze sleutel ergens anders, nooit op de computer van het loket.
            """;

    private final Optional<Path> configured;
    private final Path drillOffice;
    private final SecureRandom random;

    OfficeKey(Optional<Path> configured, Path drillOffice, SecureRandom random) {
        this.configured = configured;
        this.drillOffice = drillOffice;
        this.random = random;
    }

    /** The public point (65 bytes); the drill's pair is made when it is not there yet. */
    byte[] publicPoint() throws IOException, GeneralSecurityException {
        Path file = configured.orElseGet(() -> drillOffice.resolve("office-public.pem"));
        if (configured.isEmpty() && Files.notExists(file)) {
            make(file);
        }
        try {
            return RecoveryKey.publicPoint(Files.readString(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "De publieke herstelsleutel van het kantoor is niet te lezen: %s (key.recovery-public-key). Het moet"
                                    .formatted(file)
                            + " een PEM met een publieke P-256-sleutel zijn.",
                    e);
        }
    }

    private void make(Path publicFile) throws IOException, GeneralSecurityException {
        KeyPair pair = P256.generate(random);
        OwnerFile.write(drillOffice.resolve("LEES-MIJ.txt"), bytes(NOTE));
        OwnerFile.write(drillOffice.resolve("office-private.pem"), bytes(RecoveryKey.privatePem(pair)));
        OwnerFile.write(publicFile, bytes(RecoveryKey.publicPem(pair)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
