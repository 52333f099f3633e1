package nl.haltloket.consent;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The image of a signature: a PNG (ISO/IEC 15948) as a canvas makes it, and nothing beside the picture in it; a text, a
 * time or a profile would tell more than who signed.
 */
final class SignatureImage {
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "sBIT", "IDAT", "IEND");
    private static final int BYTES_MAX = 40_000;
    private static final int SIDE_MAX = 4_000;
    private static final int AREA_MAX = 2_000_000;
    private static final int AROUND = 12;
    private static final int FAINT = 0xf0;

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

    /** Whether nothing stands out of the paper in one that {@link #fits}: all of it see-through or white. Takes milliseconds. */
    static boolean isBlank(byte[] png) throws IOException {
        // In memory: a cache on disk would keep somebody's signature.
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        if (image == null) {
            throw new IOException("Not an image");
        }
        int width = image.getWidth();
        int[] row = new int[width];
        return IntStream.range(0, image.getHeight())
                .allMatch(y -> IntStream.of(image.getRGB(0, y, width, 1, row, 0, width))
                        .allMatch(SignatureImage::isPaper));
    }

    private static boolean isPaper(int argb) {
        int opacity = argb >>> 24;
        int darkest = Math.min(Math.min(argb >> 16 & 0xff, argb >> 8 & 0xff), argb & 0xff);
        return 255 - opacity * (255 - darkest) / 255 >= FAINT;
    }

    private static boolean sized(byte[] header) {
        if (header.length != 17) {
            return false;
        }
        ByteBuffer sides = ByteBuffer.wrap(header, 4, 8);
        int width = sides.getInt();
        int height = sides.getInt();
        return width > 0 && height > 0 && width <= SIDE_MAX && height <= SIDE_MAX && width * height <= AREA_MAX;
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
