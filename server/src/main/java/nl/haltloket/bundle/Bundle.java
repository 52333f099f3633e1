package nl.haltloket.bundle;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.CborMap;

/**
 * What an office hands to a desk: the files as they are, byte for byte.
 *
 * @param madeAt when the office put it together, to the millisecond
 * @param files name to content
 */
public record Bundle(Kind kind, Instant madeAt, SortedMap<String, byte[]> files) {
    /** The rules. */
    public static final String RULES = "rules.json";

    /** The offences. */
    public static final String OFFENCES = "halt-feiten.json";

    /** The event and its mandate. */
    public static final String EVENT = "event.json";

    /** The names that a bundle may hold, in the order in which they are shown. */
    public static final List<String> NAMES = List.of(EVENT, OFFENCES, RULES);

    private static final int FORMAT = 1;
    private static final int KEY_FORMAT = 1;
    private static final int KEY_KIND = 2;
    private static final int KEY_MADE_AT = 3;
    private static final int KEY_FILES = 4;

    /** RFC 8949, 4.2.1: by the encoded name, so the shorter first. */
    private static final Comparator<String> CANONICAL =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** What is in it. */
    public enum Kind {
        /** Rules and offences. */
        LAW,
        /** An event with its mandate, with or without the law. */
        EVENT
    }

    /** Of these files, with the kind that follows from them. */
    public static Bundle of(Instant madeAt, Map<String, byte[]> files) {
        return new Bundle(files.containsKey(EVENT) ? Kind.EVENT : Kind.LAW, madeAt, sorted(files));
    }

    /** What a file is recognised by. */
    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The deterministic bytes that are signed. */
    byte[] encode() {
        return Cbor.encode(new TreeMap<>(Map.of(
                KEY_FORMAT,
                FORMAT,
                KEY_KIND,
                List.of(Kind.values()).indexOf(kind),
                KEY_MADE_AT,
                madeAt.toEpochMilli(),
                KEY_FILES,
                sorted(files))));
    }

    /** Reads what was signed; throws IOException or IllegalArgumentException when it is none. */
    static Bundle decode(byte[] payload) throws IOException {
        CborMap map = Cbor.decodeMap(payload);
        if (map.number(KEY_FORMAT) != FORMAT) {
            throw new IOException("A bundle of another format");
        }
        return new Bundle(map.choice(KEY_KIND, Kind.values()), map.instant(KEY_MADE_AT), sorted(map.named(KEY_FILES)));
    }

    private static SortedMap<String, byte[]> sorted(Map<String, byte[]> files) {
        SortedMap<String, byte[]> sorted = new TreeMap<>(CANONICAL);
        sorted.putAll(files);
        return sorted;
    }
}
