package nl.haltloket.law;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.bundle.Trust;
import nl.haltloket.crypto.OwnerFile;
import nl.haltloket.crypto.P256;
import nl.haltloket.crypto.Pem;

/**
 * Where a start takes the law and the event from: the signed bundle in the configuration, or for a drill the files
 * there, which the drill's own office signs so that they come in by the same road. Blocks.
 */
public final class LawDirectory {
    /** The bundle of a real event, in the configuration. */
    public static final String BUNDLE = "event.haltbundle";

    private static final String TRUST = "trust";

    private final Path configuration;
    private final Path data;
    private final boolean drill;

    /** @param data directory of the server's own data, where the drill's office is */
    public LawDirectory(Path configuration, Path data, boolean drill) {
        this.configuration = configuration;
        this.data = data;
        this.drill = drill;
    }

    /** What a start brings, whose signature counts on this machine, and what files are held against. */
    public record Contents(byte[] bundle, Trust trust, LawReader reader) {}

    /** Reads it; the drill's office is made when it is not there yet. */
    public Contents read(Instant now, SecureRandom random) {
        try {
            Path bundle = configuration.resolve(BUNDLE);
            byte[] bytes = Files.exists(bundle) ? whole(bundle) : drill ? signedByDrill(now, random) : new byte[0];
            return new Contents(bytes, Trust.read(trusted()), new LawReader(configuration));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The law and the event cannot be read from " + configuration, e);
        }
    }

    /** One byte more than is allowed tells that there is too much. */
    private static byte[] whole(Path bundle) throws IOException {
        try (var stream = Files.newInputStream(bundle)) {
            return stream.readNBytes(SignedBundle.BYTES_MAX + 1);
        }
    }

    private List<Path> trusted() {
        List<Path> directories = new ArrayList<>(List.of(configuration.resolve(TRUST)));
        if (drill) {
            directories.add(data.resolve(TRUST));
        }
        return directories;
    }

    private byte[] signedByDrill(Instant now, SecureRandom random) throws IOException, GeneralSecurityException {
        KeyPair office = drillOffice(random);
        Map<String, byte[]> files = new HashMap<>();
        for (String name : Bundle.NAMES) {
            Path file = configuration.resolve(name);
            if (Files.exists(file)) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return SignedBundle.sign(Bundle.of(now, files), office.getPrivate(), office.getPublic());
    }

    private KeyPair drillOffice(SecureRandom random) throws IOException, GeneralSecurityException {
        Path secret = data.resolve("keys").resolve("bundle-private.pem");
        Path open = data.resolve(TRUST).resolve("oefening.pem");
        if (Files.notExists(secret) || Files.notExists(open)) {
            KeyPair pair = P256.generate(random);
            OwnerFile.write(secret, Pem.of(pair.getPrivate()).getBytes(StandardCharsets.US_ASCII));
            OwnerFile.write(open, Pem.of(pair.getPublic()).getBytes(StandardCharsets.US_ASCII));
        }
        return new KeyPair(Pem.publicKey(Files.readString(open)), Pem.privateKey(Files.readString(secret)));
    }
}
