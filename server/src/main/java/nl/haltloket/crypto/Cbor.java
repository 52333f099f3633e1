package nl.haltloket.crypto;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORInteger;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORLong;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The deterministic CBOR (RFC 8949, 4.2.1) that handovers and receipts are made of: maps with small integer keys. */
public final class Cbor {
    private Cbor() {}

    /** Writes a map of integers, texts, bytes and such maps; sorted small keys give the deterministic order. */
    public static byte[] encode(SortedMap<Integer, Object> map) {
        return item(map).encode();
    }

    /** Reads one item and refuses anything behind it. */
    static CBORItem decode(byte[] bytes) throws IOException {
        CborShape.check(bytes);
        CBORDecoder decoder = new CBORDecoder(bytes);
        CBORItem item = decoder.next();
        if (item == null || decoder.next() != null) {
            throw new IOException("Not exactly one CBOR item");
        }
        return item;
    }

    /** Reads a map with integer keys. */
    public static CborMap decodeMap(byte[] bytes) throws IOException {
        return CborMap.of(decode(bytes));
    }

    static CBORItem item(Object value) {
        return switch (value) {
            case Integer number -> new CBORInteger(number);
            case Long number -> new CBORLong(number);
            case String text -> new CBORString(text);
            case byte[] bytes -> new CBORByteArray(bytes);
            case List<?> items ->
                new CBORItemList(items.stream().map(Cbor::item).toList());
            case Map<?, ?> map ->
                new CBORPairList(map.entrySet().stream()
                        .map(entry -> new CBORPair(item(entry.getKey()), item(entry.getValue())))
                        .toList());
            default -> throw new IllegalArgumentException("Not used in our CBOR: " + value.getClass());
        };
    }
}
