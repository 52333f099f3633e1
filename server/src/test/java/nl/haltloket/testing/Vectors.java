package nl.haltloket.testing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;

/** The envelopes that the phone's own tests wrote: {@code kiosk/test/envelope-vectors.json}. */
public final class Vectors {
    private static final JsonObject FILE = read();

    private Vectors() {}

    /** A good one or a bad one, or any other object of the file. */
    public record Vector(JsonObject json) {
        public byte[] bytes(String field) {
            return hex(json.getString(field));
        }

        @Override
        public String toString() {
            return json.getString("name");
        }
    }

    /** The objects of a list of the file. */
    public static List<Vector> list(String name) {
        return FILE.getJsonArray(name).stream()
                .map(JsonObject.class::cast)
                .map(Vector::new)
                .toList();
    }

    /** The receipt. */
    public static Vector receipt() {
        return new Vector(FILE.getJsonObject("receipt"));
    }

    /** The public key of one of the pairs of the file. */
    public static PublicKey publicKey(String name) {
        try {
            return P256.publicKey(hex(key(name, "publicKey")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys of an event whose pair for sealing is the file's. */
    @AccessesPartialKey
    public static EventKeys eventKeys(Path directory) throws GeneralSecurityException, IOException {
        Path file = directory.resolve("event-key.json");
        SecureRandom random = new SecureRandom();
        EventKeys _ = EventKeys.readOrGenerate(file, random);
        HybridConfig.register();
        HpkeParameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        HpkePublicKey point = HpkePublicKey.create(parameters, Bytes.copyFrom(hex(key("seal", "publicKey"))), null);
        HpkePrivateKey key = HpkePrivateKey.create(
                point, SecretBytes.copyFrom(hex(key("seal", "privateKey")), InsecureSecretKeyAccess.get()));
        KeysetHandle handle = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(7).makePrimary())
                .build();
        JsonObject content = new JsonObject(Files.readString(file));
        content.put(
                "sealKey",
                new JsonObject(TinkJsonProtoKeysetFormat.serializeKeyset(
                        handle, HybridConfig2026.get(), InsecureSecretKeyAccess.get())));
        Files.writeString(file, content.encode());
        return EventKeys.readOrGenerate(file, random);
    }

    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String key(String name, String part) {
        return FILE.getJsonObject("keys").getJsonObject(name).getString(part);
    }

    private static JsonObject read() {
        Path here = Path.of("kiosk/test/envelope-vectors.json");
        try {
            return new JsonObject(
                    Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
