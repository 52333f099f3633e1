package nl.haltloket.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds values in bytes, however they were written down: UTF-8 as it is and in small letters, Latin-1, UTF-16 in both
 * orders, escaped for JSON and for an address, hexadecimal in both cases, and base64 (both alphabets) wherever in the
 * encoded text the value happens to begin.
 */
public final class LeakScan {
    /** Shorter ones are found by chance in any gigabyte. */
    static final int LETTERS_MIN = 6;

    private static final int KEY_BYTES = 4;
    private static final int PAIRS = 1 << 16;

    private record Pattern(String value, String written, byte[] bytes) {}

    private final Map<Integer, List<Pattern>> byFirstBytes = new HashMap<>();

    /** Which first two bytes any pattern has: most bytes of a file are done with after one look. */
    private final boolean[] firstPairs = new boolean[PAIRS];

    /** For these values, each of at least six letters. */
    public LeakScan(Collection<String> values) {
        values.forEach(this::add);
    }

    private void add(String value) {
        if (value.length() < LETTERS_MIN) {
            throw new IllegalArgumentException("Too short to look for: " + value);
        }
        Map<String, byte[]> ways = new LinkedHashMap<>();
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        ways.put("UTF-8", plain);
        ways.put("small letters", value.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        ways.put("Latin-1", value.getBytes(StandardCharsets.ISO_8859_1));
        ways.put("UTF-16LE", value.getBytes(StandardCharsets.UTF_16LE));
        ways.put("UTF-16BE", value.getBytes(StandardCharsets.UTF_16BE));
        ways.put("hexadecimal", ascii(HexFormat.of().formatHex(plain)));
        ways.put("hexadecimal capitals", ascii(HexFormat.of().withUpperCase().formatHex(plain)));
        ways.put("JSON escapes", ascii(escaped(value)));
        ways.put("address escapes", ascii(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        for (int before = 0; before < 3; before++) {
            String inside = base64Inside(plain, before);
            ways.put("base64 at " + before, ascii(inside));
            ways.put("base64url at " + before, ascii(inside.replace('+', '-').replace('/', '_')));
        }
        ways.forEach((written, bytes) -> {
            firstPairs[pair(bytes, 0)] = true;
            byFirstBytes.computeIfAbsent(key(bytes, 0), _ -> new ArrayList<>()).add(new Pattern(value, written, bytes));
        });
    }

    /** What is found in bytes that came from here; each value and way once. */
    public List<String> in(String where, byte[] bytes) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at + KEY_BYTES <= bytes.length; at++) {
            if (firstPairs[pair(bytes, at)]) {
                for (Pattern pattern : byFirstBytes.getOrDefault(key(bytes, at), List.of())) {
                    if (startsAt(bytes, at, pattern.bytes())) {
                        found.add("%s: '%s' as %s".formatted(where, pattern.value(), pattern.written()));
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** What is found in a text that came from here. */
    public List<String> in(String where, String text) {
        return in(where, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is found in every file below a directory, and in the names of the files. */
    public List<String> under(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> inFile(directory, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> inFile(Path directory, Path file) {
        String name = directory.relativize(file).toString();
        try {
            return Stream.concat(in(name, Files.readAllBytes(file)).stream(), in("name of " + name, name).stream())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(); // PostgreSQL took it away while we looked
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letters of base64 that depend on the value alone when so many bytes stand before it in its group of three. */
    private static String base64Inside(byte[] plain, int before) {
        byte[] shifted = new byte[before + plain.length];
        System.arraycopy(plain, 0, shifted, before, plain.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return whole.substring(from, to);
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars()
                .forEach(unit -> text.append(unit < 128 ? String.valueOf((char) unit) : "\\u%04x".formatted(unit)));
        return text.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private static int key(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
    }

    private static boolean startsAt(byte[] bytes, int at, byte[] wanted) {
        return at + wanted.length <= bytes.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
