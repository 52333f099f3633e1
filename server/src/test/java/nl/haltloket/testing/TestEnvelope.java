package nl.haltloket.testing;

import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cbor.CBORizer;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.haltloket.crypto.P256;

/** A handover as a phone makes one; its maps are open, so that a test can write what no phone of ours would. */
public final class TestEnvelope {
    private static final byte[] INFO = "halt-loket/handover/1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};
    private static final String RULES = rulesInForce();

    public final SortedMap<Integer, Object> payload = new TreeMap<>();
    public final SortedMap<Integer, Object> data = new TreeMap<>();
    public final SortedMap<Integer, Object> juvenile = new TreeMap<>();

    private final UUID id;
    private UUID signer;

    /** A right one, without a card, that may come to Halt by the rules. */
    public TestEnvelope(UUID id, UUID kioskId, UUID deviceId) {
        this.id = id;
        this.signer = deviceId;
        juvenile.putAll(Map.of(1, "Voorbeeld", 2, "Noor", 3, "2011-03-14", 4, 0));
        data.putAll(Map.of(2, "alcohol-45", 3, TestApp.START.toEpochMilli(), 4, "Marktplein", 6, 0, 7, 1));
        data.put(11, new TreeMap<>(Map.of(1, 1, 2, 1, 3, 1, 4, 2, 5, 1, 6, 1, 7, 0, 8, 0)));
        data.put(12, juvenile);
        data.put(8, 0L);
        data.put(15, new TreeMap<>(Map.of(4, 0L, 5, 1)));
        payload.putAll(Map.of(1, 1, 2, bytes(id), 3, bytes(kioskId), 4, bytes(deviceId), 5, "oefening-1", 6, RULES));
        payload.putAll(Map.of(7, TestApp.START.toEpochMilli(), 8, 0, 9, new byte[16], 10, data));
    }

    private static String rulesInForce() {
        try {
            return new JsonObject(Files.readString(TestApp.configuration().resolve("rules.json"))).getString("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID id() {
        return id;
    }

    /** Names this device as the signer. */
    @CanIgnoreReturnValue
    public TestEnvelope signedAs(UUID deviceId) {
        signer = deviceId;
        return this;
    }

    /** Captured at this moment, of an offence at this moment. */
    @CanIgnoreReturnValue
    public TestEnvelope capturedAt(Instant at) {
        payload.put(7, at.toEpochMilli());
        data.put(3, at.toEpochMilli());
        return this;
    }

    /** On this card. */
    public TestEnvelope onCard(String code) {
        data.put(1, code);
        return this;
    }

    /** In place of an earlier one. */
    public TestEnvelope replacing(UUID earlier) {
        data.put(14, bytes(earlier));
        return this;
    }

    /** The bytes that are hashed and signed. */
    public byte[] payloadBytes() {
        return item(payload).encode();
    }

    /** Signed: COSE_Sign1. */
    public byte[] signed(KeyPair keys) {
        byte[] header = item(new TreeMap<>(Map.of(1, -7, 4, bytes(signer)))).encode();
        byte[] body = payloadBytes();
        try {
            byte[] signature = P256.sign(
                    keys.getPrivate(),
                    item(List.of("Signature1", header, NOTHING, body)).encode());
            return new CBORTaggedItem(18, item(List.of(header, Map.of(), body, signature))).encode();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed and sealed. */
    public byte[] sealed(KeyPair keys, byte[] sealKey) {
        return seal(signed(keys), sealKey);
    }

    /** Seals any bytes to a public point: HPKE, P-256, AES-256-GCM. */
    @AccessesPartialKey
    public static byte[] seal(byte[] plain, byte[] sealKey) {
        try {
            HybridConfig.register();
            HpkeParameters parameters = HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
            HpkePublicKey key = HpkePublicKey.create(parameters, Bytes.copyFrom(sealKey), null);
            KeysetHandle handle = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build();
            return handle.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, INFO);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same bytes with one bit of the last one turned. */
    public static byte[] tampered(byte[] message) {
        byte[] copy = Arrays.copyOf(message, message.length);
        copy[copy.length - 1] ^= 1;
        return copy;
    }

    /** A UUID as its sixteen bytes. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static CBORItem item(Object value) {
        return new CBORizer().cborize(value);
    }
}
