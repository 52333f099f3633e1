package nl.haltloket.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import nl.haltloket.testing.TestIntake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that look like a PNG and are none: a refusal, never a fault, and no memory that nobody has. */
class SignatureImageTest {
    private static final byte[] HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] GREY = header(8, 8, 8, 0, 0, 0, 0);
    private static final byte[] PALETTE = header(8, 8, 8, 3, 0, 0, 0);
    private static final byte[] NONE = {};

    static Stream<Map.Entry<String, byte[]>> bad() {
        byte[] rows = packed(new byte[8 * 9]);
        byte[] filters = new byte[8 * 9];
        Arrays.fill(filters, (byte) 0xc8);
        return Stream.of(
                Map.entry("no picture", png(chunk("IHDR", GREY))),
                Map.entry("an empty picture", png(chunk("IHDR", GREY), chunk("IDAT", NONE))),
                Map.entry("no zlib", png(chunk("IHDR", GREY), chunk("IDAT", new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))),
                Map.entry("a short picture", png(chunk("IHDR", GREY), chunk("IDAT", packed(new byte[3])))),
                Map.entry("a filter that is not there", png(chunk("IHDR", GREY), chunk("IDAT", packed(filters)))),
                Map.entry("a palette that is not there", png(chunk("IHDR", PALETTE), chunk("IDAT", packed(full(9))))),
                Map.entry(
                        "half a colour", png(chunk("IHDR", PALETTE), chunk("PLTE", new byte[1]), chunk("IDAT", rows))),
                Map.entry(
                        "no colour", png(chunk("IHDR", PALETTE), chunk("PLTE", NONE), chunk("IDAT", packed(full(9))))),
                Map.entry(
                        "colours behind the palette",
                        png(chunk("IHDR", PALETTE), chunk("PLTE", new byte[3]), chunk("IDAT", packed(full(9))))),
                Map.entry(
                        "much transparency",
                        png(
                                chunk("IHDR", PALETTE),
                                chunk("PLTE", new byte[3]),
                                chunk("tRNS", new byte[1000]),
                                chunk("IDAT", rows))),
                Map.entry(
                        "transparency of nothing", png(chunk("IHDR", GREY), chunk("tRNS", NONE), chunk("IDAT", rows))),
                Map.entry("no gamma", png(chunk("IHDR", GREY), chunk("gAMA", NONE), chunk("IDAT", rows))),
                Map.entry("no intent", png(chunk("IHDR", GREY), chunk("sRGB", NONE), chunk("IDAT", rows))),
                Map.entry(
                        "another intent",
                        png(chunk("IHDR", GREY), chunk("sRGB", new byte[] {99}), chunk("IDAT", rows))),
                Map.entry("no bits", png(chunk("IHDR", GREY), chunk("sBIT", NONE), chunk("IDAT", rows))),
                Map.entry("colour type 5", png(chunk("IHDR", header(8, 8, 8, 5, 0, 0, 0)), chunk("IDAT", rows))),
                Map.entry("three bits", png(chunk("IHDR", header(8, 8, 3, 0, 0, 0, 0)), chunk("IDAT", rows))),
                Map.entry("no bit", png(chunk("IHDR", header(8, 8, 0, 6, 0, 0, 0)), chunk("IDAT", rows))),
                Map.entry("compression 9", png(chunk("IHDR", header(8, 8, 8, 0, 9, 0, 0)), chunk("IDAT", rows))),
                Map.entry("filter 9", png(chunk("IHDR", header(8, 8, 8, 0, 0, 9, 0)), chunk("IDAT", rows))),
                Map.entry("interlace 9", png(chunk("IHDR", header(8, 8, 8, 0, 0, 0, 9)), chunk("IDAT", rows))),
                Map.entry("minus one wide", png(chunk("IHDR", header(-1, 8, 8, 0, 0, 0, 0)), chunk("IDAT", rows))),
                Map.entry(
                        "four thousand a side",
                        png(chunk("IHDR", header(4000, 4000, 8, 0, 0, 0, 0)), chunk("IDAT", rows))),
                Map.entry("a bomb", png(chunk("IHDR", GREY), chunk("IDAT", packed(new byte[30_000_000])))),
                Map.entry("no end", png(HEAD, chunk("IHDR", GREY))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_is_no_picture_is_no_fault(Map.Entry<String, byte[]> bad) {
        byte[] png = bad.getValue();
        if (SignatureImage.fits(png)) {
            assertThat(catchThrowable(() -> SignatureImage.isBlank(png)))
                    .as(bad.getKey())
                    .satisfiesAnyOf(none -> assertThat(none).isNull(), one -> assertThat(one)
                            .isInstanceOf(IOException.class));
        }
    }

    static Stream<Integer> everyByte() {
        return Stream.iterate(0, at -> at < 64, at -> at + 1);
    }

    @ParameterizedTest
    @MethodSource("everyByte")
    void a_turned_byte_is_no_fault(int at) throws IOException {
        byte[] whole = TestIntake.image(100);
        assertThat(SignatureImage.fits(whole)).isTrue();
        assertThat(SignatureImage.isBlank(whole)).isFalse();
        whole[at] ^= 0x55;
        assertThat(SignatureImage.fits(whole)).isFalse();
    }

    private static byte[] full(int value) {
        byte[] all = new byte[8 * 9];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i % 9 == 0 ? 0 : value);
        }
        return all;
    }

    private static byte[] header(
            int width, int height, int bits, int type, int compression, int filter, int interlace) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) type)
                .put((byte) compression)
                .put((byte) filter)
                .put((byte) interlace)
                .array();
    }

    private static byte[] packed(byte[] rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(bytes)) {
            zlib.write(rows);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] body = ByteBuffer.allocate(data.length + 4)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] png(byte[]... chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEAD);
        for (byte[] chunk : chunks) {
            bytes.writeBytes(chunk);
        }
        bytes.writeBytes(chunk("IEND", NONE));
        return bytes.toByteArray();
    }
}
