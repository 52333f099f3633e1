package nl.haltloket.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @Test
    void markup_in_a_value_stays_text() {
        assertThat(Html.text("<b title=\"x\">'t & co</b>"))
                .isEqualTo("&lt;b title=&quot;x&quot;&gt;&#39;t &amp; co&lt;/b&gt;");
    }

    @Test
    void names_stay_as_they_are() {
        assertThat(Html.text("Ünal Çelik-Łoś Žižek ĳ مريم")).isEqualTo("Ünal Çelik-Łoś Žižek ĳ مريم");
    }

    @ParameterizedTest
    @CsvSource({"0x1F9D1, [U+1F9D1]", "0x0000, [U+0000]", "0x001B, [U+001B]", "0xD800, [U+D800]", "0x6F22, [U+6F22]"})
    void what_no_font_shows_becomes_its_number(int codePoint, String shown) {
        assertThat(Html.text("a" + Character.toString(codePoint) + "b")).isEqualTo("a" + shown + "b");
    }
}
