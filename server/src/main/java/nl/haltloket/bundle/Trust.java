package nl.haltloket.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.haltloket.crypto.Pem;

/** The offices whose signature is believed: the public keys of a directory, one PEM file each. */
public record Trust(List<Signer> signers) {
    private static final int FILES_MAX = 100;

    /**
     * One office.
     *
     * @param name of its file, without {@code .pem}
     */
    public record Signer(String name, PublicKey key) {
        /** What the key is called everywhere: SHA-256 of its SubjectPublicKeyInfo, in hexadecimal. */
        public String fingerprint() {
            return Trust.fingerprint(key);
        }
    }

    /** Every {@code *.pem} of these directories; one that is not there holds nobody. */
    public static Trust read(List<Path> directories) {
        List<Signer> signers = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                signers.addAll(read(directory));
            }
        }
        return new Trust(List.copyOf(signers));
    }

    private static List<Signer> read(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .limit(FILES_MAX)
                    .map(Trust::signer)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "De map met vertrouwde sleutels is niet te lezen: %s".formatted(directory), e);
        }
    }

    private static Signer signer(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return new Signer(
                    name.substring(0, name.length() - ".pem".length()), Pem.publicKey(Files.readString(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s is geen publieke P-256-sleutel (PEM met BEGIN PUBLIC KEY).".formatted(file), e);
        }
    }

    /** Whose key is called this; empty for a stranger. */
    Optional<Signer> find(String fingerprint) {
        return signers.stream()
                .filter(signer -> signer.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal. */
    public static String fingerprint(PublicKey key) {
        return HexFormat.of().formatHex(Bundle.sha256(key.getEncoded()));
    }
}
