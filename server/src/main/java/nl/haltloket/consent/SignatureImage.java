package nl.haltloket.consent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The image of a signature: a PNG (ISO/IEC 15948) as a canvas makes it, and nothing beside the picture in it; a text, a
 * time or a profile would tell more than who signed.
 */
final class SignatureImage {
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "sBIT", "IDAT", "IEND");
    private static final int BYTES_MAX = 40_000;
    private static final int SIDE_MAX = 4_000;
    private static final int AROUND = 12;

    private SignatureImage() {}

    /** Whether these bytes are one. */
    static boolean fits(byte[] png) {
        if (png.length > BYTES_MAX || png.length < MAGIC.length || !Arrays.equals(MAGIC, 0, 8, png, 0, 8)) {
            return false;
        }
        ByteBuffer rest = ByteBuffer.wrap(png, MAGIC.length, png.length - MAGIC.length);
        String last = "";
        boolean first = true;
        while (rest.remaining() >= AROUND) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining() - 8) {
                return false;
            }
            byte[] body = new byte[length + 4];
            rest.get(body);
            last = new String(body, 0, 4, StandardCharsets.US_ASCII);
            if (!CHUNKS.contains(last) || rest.getInt() != crc(body) || first != last.equals("IHDR")) {
                return false;
            }
            if (first && !sized(body)) {
                return false;
            }
            first = false;
        }
        return last.equals("IEND") && !rest.hasRemaining();
    }

    private static boolean sized(byte[] header) {
        if (header.length != 17) {
            return false;
        }
        ByteBuffer sides = ByteBuffer.wrap(header, 4, 8);
        int width = sides.getInt();
        int height = sides.getInt();
        return width > 0 && height > 0 && width <= SIDE_MAX && height <= SIDE_MAX;
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
