package nl.haltloket.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Walks CBOR (RFC 8949, 3) before anything is made of it: a length that is longer than what follows, or items nested
 * deeper than ours ever are, would cost memory that nobody has. Lengths that are not told beforehand are not ours.
 */
final class CborShape {
    private static final int DEEPEST = 16;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int IN_ONE_BYTE = 24;
    private static final int IN_EIGHT_BYTES = 27;

    private final ByteBuffer rest;

    private CborShape(ByteBuffer rest) {
        this.rest = rest;
    }

    /** Refuses what is not exactly one item that fits in its own bytes. */
    static void check(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        new CborShape(rest).item(0);
        if (rest.hasRemaining()) {
            throw new IOException("More than one CBOR item");
        }
    }

    private void item(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("CBOR nested too deep");
        }
        int head = next();
        long value = value(head & 0x1f);
        switch (head >> 5) {
            case BYTES, TEXT -> skip(value);
            case ARRAY -> items(value, 1, depth);
            case MAP -> items(value, 2, depth);
            case TAG -> item(depth + 1);
            default -> {
                // A number or a simple value: nothing follows.
            }
        }
    }

    private long value(int info) throws IOException {
        if (info < IN_ONE_BYTE) {
            return info;
        }
        if (info > IN_EIGHT_BYTES) {
            throw new IOException("A CBOR length that is not told beforehand");
        }
        long value = 0;
        for (int i = 0; i < 1 << (info - IN_ONE_BYTE); i++) {
            value = (value << 8) | next();
        }
        return value;
    }

    /** An item takes a byte at least. */
    private void items(long count, int each, int depth) throws IOException {
        if (count < 0 || count > rest.remaining() / each) {
            throw tooLong();
        }
        for (long i = 0; i < count * each; i++) {
            item(depth + 1);
        }
    }

    private void skip(long length) throws IOException {
        if (length < 0 || length > rest.remaining()) {
            throw tooLong();
        }
        rest.position(rest.position() + (int) length);
    }

    private int next() throws IOException {
        if (!rest.hasRemaining()) {
            throw tooLong();
        }
        return rest.get() & 0xff;
    }

    private static IOException tooLong() {
        return new IOException("CBOR that ends before its items do");
    }
}
