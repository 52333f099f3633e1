package nl.haltloket.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing says something only when it finds what is there. */
class LeakScanTest {
    private static final String NAME = "Élise Öztürk";
    private final LeakScan scan = new LeakScan(List.of(NAME, "2011-05-09"));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void a_value_between_other_bytes_is_found_in_each_alphabet(String alphabet) {
        Charset charset = Charset.forName(alphabet);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, -1, 17});
        bytes.writeBytes((NAME + ", geboren 2011-05-09").getBytes(charset));
        assertThat(scan.in("file", bytes.toByteArray()))
                .anyMatch(found -> found.startsWith("file: 'Élise Öztürk'"))
                .anyMatch(found -> found.startsWith("file: '2011-05-09'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "naam="})
    void a_value_inside_base64_is_found_wherever_it_begins(String before) {
        byte[] text = (before + NAME + " en meer").getBytes(StandardCharsets.UTF_8);
        assertThat(scan.in("file", "{\"a\":\"" + Base64.getEncoder().encodeToString(text) + "\"}"))
                .isNotEmpty();
        assertThat(scan.in("file", Base64.getUrlEncoder().encodeToString(text))).isNotEmpty();
    }

    @Test
    void a_value_in_hexadecimal_is_found() {
        byte[] text = ("x" + NAME).getBytes(StandardCharsets.UTF_8);
        assertThat(scan.in("file", "\\x" + HexFormat.of().formatHex(text))).isNotEmpty();
        assertThat(scan.in("file", HexFormat.of().withUpperCase().formatHex(text)))
                .isNotEmpty();
    }

    @Test
    void a_value_escaped_for_json_or_an_address_is_found() {
        assertThat(scan.in("log", "{\"name\":\"\\u00c9lise \\u00d6zt\\u00fcrk\"}"))
                .isNotEmpty();
        assertThat(scan.in("url", "https://loket.test/zoek?naam=%C3%89lise+%C3%96zt%C3%BCrk"))
                .isNotEmpty();
    }

    @Test
    void a_value_in_a_file_below_is_found_with_the_name_of_the_file(@TempDir Path directory) throws Exception {
        Path file =
                Files.createDirectories(directory.resolve("base").resolve("5")).resolve("16384");
        Files.write(file, ("\0\0\0" + NAME + "\0").getBytes(StandardCharsets.UTF_8));
        assertThat(scan.under(directory)).containsExactly("base/5/16384: 'Élise Öztürk' as UTF-8");
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(scan.in("file", "Élise Özdemir, 2011-05-08".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(scan.in("file", new byte[0])).isEmpty();
    }

    @Test
    void a_value_too_short_to_say_anything_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LeakScan(List.of("Noor")));
    }
}
