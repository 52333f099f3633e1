package nl.haltloket.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrTest {
    private static final String URL = "https://loket.example/k#1234567C";

    @Test
    void the_png_says_the_text() throws Exception {
        assertThat(PaperReader.qrCode(png(Qr.of(URL), 4))).isEqualTo(URL);
    }

    @Test
    void the_png_has_one_bit_a_pixel_and_a_white_edge_of_four_modules() throws IOException {
        Qr qr = Qr.of(URL);
        BufferedImage image = png(qr, 3);
        assertThat(image.getWidth()).isEqualTo(qr.size() * 3);
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(isDark(image, 4 * 3 - 1, 4 * 3)).isFalse();
        assertThat(isDark(image, 4 * 3, 4 * 3)).isTrue();
    }

    @Test
    void the_path_has_the_same_dark_modules_as_the_png() throws IOException {
        Qr qr = Qr.of(URL);
        BufferedImage image = png(qr, 1);
        var drawn = new boolean[qr.size()][qr.size()];
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(qr.svgPath());
        while (run.find()) {
            int from = Integer.parseInt(run.group(1));
            for (int x = from; x < from + Integer.parseInt(run.group(3)); x++) {
                drawn[Integer.parseInt(run.group(2))][x] = true;
            }
        }
        for (int y = 0; y < qr.size(); y++) {
            for (int x = 0; x < qr.size(); x++) {
                assertThat(drawn[y][x]).isEqualTo(isDark(image, x, y));
            }
        }
    }

    @Test
    void text_that_can_be_alphanumeric_makes_a_smaller_code() {
        assertThat(Qr.of("A".repeat(540)).size())
                .isLessThan(Qr.of("a".repeat(540)).size());
    }

    @Test
    void text_too_long_for_any_code_is_refused() {
        assertThat(Qr.of("A".repeat(3391)).size()).isEqualTo(177 + 8);
        assertThatIllegalArgumentException().isThrownBy(() -> Qr.of("A".repeat(3392)));
    }

    private static BufferedImage png(Qr qr, int pixelsPerModule) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(qr.png(pixelsPerModule)));
    }

    private static boolean isDark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) == 0;
    }
}
