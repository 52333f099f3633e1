package nl.haltloket.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's bytes cost no more memory than they are long. */
class CborTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5a7fffffff",
                "7a7fffffff",
                "5b7fffffffffffffff",
                "7bffffffffffffffff",
                "9a7fffffff",
                "9bffffffffffffffff",
                "ba7fffffff",
                "a201",
                "d85a5a7fffffff",
                "5f4101ff",
                "9f01ff",
                "1c",
                "18",
                "0102"
            })
    void what_does_not_fit_in_its_own_bytes_is_refused(String hex) {
        assertThatThrownBy(() -> Cbor.decode(HexFormat.of().parseHex(hex))).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_nested_too_deep_is_refused() {
        byte[] nested = new byte[60_000];
        Arrays.fill(nested, (byte) 0x81);
        assertThatThrownBy(() -> Cbor.decode(nested)).isInstanceOf(IOException.class);
    }

    @Test
    void what_we_write_is_read() throws IOException {
        byte[] written = Cbor.encode(new TreeMap<>(Map.of(1, "tekst", 2, new byte[300], 3, 70_000L, 4, -5)));
        assertThat(Cbor.decode(written).encode()).isEqualTo(written);
    }
}
