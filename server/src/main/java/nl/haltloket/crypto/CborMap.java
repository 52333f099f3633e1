package nl.haltloket.crypto;

import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORPairList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A CBOR map with integer keys, read with types: a value of another type than asked is a fault of the sender.
 *
 * <p>Every getter throws IllegalArgumentException, naming the key and never the value.
 */
public final class CborMap {
    private static final long MILLIS_MAX = 253_402_300_799_999L;

    private final Map<Integer, Object> values;

    private CborMap(Map<Integer, Object> values) {
        this.values = values;
    }

    static CborMap of(CBORItem item) throws IOException {
        if (!(item instanceof CBORPairList pairs)) {
            throw new IOException("Not a CBOR map");
        }
        return new CborMap(integerKeys(pairs.parse()));
    }

    private static Map<Integer, Object> integerKeys(Map<Object, Object> parsed) throws IOException {
        Map<Integer, Object> values = new HashMap<>();
        for (Map.Entry<Object, Object> entry : parsed.entrySet()) {
            if (!(entry.getKey() instanceof Integer key)) {
                throw new IOException("A CBOR map with a key that is not a small integer");
            }
            values.put(key, entry.getValue());
        }
        return values;
    }

    /** A text. */
    public String text(int key) {
        return require(key, String.class);
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(int key) {
        return values.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** An integer. */
    public long number(int key) {
        return values.get(key) instanceof Integer small ? small : require(key, Long.class);
    }

    /** An integer that may be absent. */
    public Optional<Long> optionalNumber(int key) {
        return values.containsKey(key) ? Optional.of(number(key)) : Optional.empty();
    }

    /** Milliseconds since 1970, until the year 9999. */
    public Instant instant(int key) {
        long millis = number(key);
        if (millis < 0 || millis > MILLIS_MAX) {
            throw new IllegalArgumentException("Key " + key + " is not a time that a clock shows");
        }
        return Instant.ofEpochMilli(millis);
    }

    /** Bytes. */
    public byte[] bytes(int key) {
        return require(key, byte[].class);
    }

    /** Sixteen bytes that are a UUID. */
    public UUID id(int key) {
        byte[] bytes = bytes(key);
        if (bytes.length != 16) {
            throw new IllegalArgumentException("Key " + key + " is not a UUID");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** A UUID that may be absent. */
    public Optional<UUID> optionalId(int key) {
        return values.containsKey(key) ? Optional.of(id(key)) : Optional.empty();
    }

    /** A map inside this one. */
    public CborMap map(int key) {
        try {
            @SuppressWarnings("unchecked")
            Map<Object, Object> inner = require(key, Map.class);
            return new CborMap(integerKeys(inner));
        } catch (IOException e) {
            throw new IllegalArgumentException("Key " + key + " is not a map with integer keys", e);
        }
    }

    /** A map of names to bytes inside this one. */
    public Map<String, byte[]> named(int key) {
        Map<String, byte[]> named = new HashMap<>();
        Map<?, ?> inner = require(key, Map.class);
        for (Map.Entry<?, ?> entry : inner.entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof byte[] bytes)) {
                throw new IllegalArgumentException("Key " + key + " is not a map of names to bytes");
            }
            named.put(name, bytes);
        }
        return named;
    }

    /** A map inside this one that may be absent. */
    public Optional<CborMap> optionalMap(int key) {
        return values.containsKey(key) ? Optional.of(map(key)) : Optional.empty();
    }

    /** One of the values, by its index. */
    public <T> T choice(int key, T[] among) {
        long index = number(key);
        if (index < 0 || index >= among.length) {
            throw new IllegalArgumentException("Key " + key + " is not one of its choices");
        }
        return among[(int) index];
    }

    private <T> T require(int key, Class<T> type) {
        Object value = values.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("Key " + key + " is missing or not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
