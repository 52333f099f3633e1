package nl.haltloket.drill;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.crypto.Hpke;
import nl.haltloket.crypto.OwnerFile;
import nl.haltloket.crypto.P256;
import nl.haltloket.crypto.Pem;

/** What the receiver of a drill keeps: its keys, and per transfer a hash and a number. */
final class ReceiverStore {
    private final Path directory;
    private final Hpke.Pair seal;
    private final KeyPair receipt;

    /** A case as it was taken; {@code fresh} when that was just now. */
    record Kept(byte[] hash, String caseNumber, Instant at, boolean fresh) {}

    ReceiverStore(Path directory) {
        this.directory = directory;
        try {
            this.seal = sealPair();
            this.receipt = receiptPair();
        } catch (IOException e) {
            throw new UncheckedIOException("The receiver of the drill cannot keep its keys in " + directory, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of the receiver of the drill cannot be used", e);
        }
    }

    private Hpke.Pair sealPair() throws IOException, GeneralSecurityException {
        Path file = directory.resolve("seal-key.json");
        if (!Files.exists(file)) {
            OwnerFile.write(file, Hpke.Pair.generate().json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return Hpke.Pair.of(Files.readString(file));
    }

    private KeyPair receiptPair() throws IOException, GeneralSecurityException {
        Path file = directory.resolve("receipt-key.pem");
        if (!Files.exists(file)) {
            String pem = Pem.of(P256.generate(new SecureRandom()).getPrivate());
            OwnerFile.write(file, pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        PrivateKey key = Pem.privateKey(Files.readString(file));
        return new KeyPair(P256.publicKeyOf(key), key);
    }

    byte[] sealKey() {
        try {
            return seal.point();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair receiptKeys() {
        return receipt;
    }

    byte[] open(String info, byte[] sealed) throws GeneralSecurityException {
        return seal.open(info, sealed);
    }

    /** Gives a number to what is new; what came before keeps what it got then, whatever the hash is now. */
    synchronized Kept keep(UUID transferId, byte[] hash, Instant now) throws IOException {
        Path file = directory.resolve("cases").resolve(transferId + ".json");
        if (Files.exists(file)) {
            JsonObject kept = new JsonObject(Files.readString(file));
            return new Kept(
                    HexFormat.of().parseHex(kept.getString("sha256")),
                    kept.getString("zaaknummer"),
                    Instant.parse(kept.getString("op")),
                    false);
        }
        String number = "OEF-%04d".formatted(count() + 1);
        JsonObject kept = new JsonObject()
                .put("sha256", HexFormat.of().formatHex(hash))
                .put("zaaknummer", number)
                .put("op", now.toString());
        OwnerFile.write(file, kept.toBuffer().getBytes());
        return new Kept(hash, number, now, true);
    }

    private long count() throws IOException {
        Path cases = directory.resolve("cases");
        if (!Files.isDirectory(cases)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(cases)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
