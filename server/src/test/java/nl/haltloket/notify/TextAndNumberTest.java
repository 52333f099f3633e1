package nl.haltloket.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAndNumberTest {
    @Test
    void the_dutch_letters_that_gsm_knows_stay_gsm() {
        assertThat("éèöüàäñÇ€".chars().allMatch(c -> Gsm7.canEncode(Character.toString(c))))
                .isTrue();
        assertThat("ëïêçáíóú’".chars().noneMatch(c -> Gsm7.canEncode(Character.toString(c))))
                .isTrue();
    }

    @Test
    void every_code_of_the_table_comes_back() {
        StringBuilder all = new StringBuilder("\f^{}\\[~]|€");
        for (int code = 0; code < 128; code++) {
            if (code != Gsm7.ESCAPE) {
                all.append(Gsm7.decode(new byte[] {(byte) code}));
            }
        }
        assertThat(all).hasSize(137);
        assertThat(Gsm7.decode(Gsm7.encode(all.toString()))).isEqualTo(all.toString());
        assertThat(Gsm7.encode("@€Ö")).containsExactly(0x00, 0x1B, 0x65, 0x5C);
    }

    @ParameterizedTest(name = "{0} x {1} is {2} parts")
    @CsvSource({"a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "ë,70,1", "ë,71,2", "ë,134,2", "ë,135,3"
    })
    void parts_are_counted_as_networks_do(String letter, int times, int parts) {
        assertThat(SmsText.parts(letter.repeat(times))).isEqualTo(parts);
    }

    @Test
    void no_part_cuts_an_escape_or_a_surrogate_pair() {
        List<byte[]> escaped = SmsText.split("a".repeat(152) + "€".repeat(10));
        assertThat(escaped.getFirst()).hasSize(152);
        List<byte[]> emoji = SmsText.split("a".repeat(66) + "🙂".repeat(10));
        assertThat(emoji.getFirst()).hasSize(132);
        assertThat(new String(emoji.getLast(), StandardCharsets.UTF_16BE)).isEqualTo("🙂".repeat(10));
    }

    @Test
    void the_parts_of_a_long_text_carry_one_reference() {
        UUID id = new UUID(1, 0xAB);
        List<SmppPart> parts = SmppPart.of(new Sms(id, "+31612345678", "a".repeat(161), false, Instant.EPOCH));
        assertThat(parts.get(0).bytes().getBytes(0, 6)).containsExactly(5, 0, 3, (byte) 0xAB, 2, 1);
        assertThat(parts.get(1).bytes().getBytes(0, 6)).containsExactly(5, 0, 3, (byte) 0xAB, 2, 2);
        assertThat(parts.get(1).bytes().length()).isEqualTo(6 + 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Halt: kijk op https://halt.nl",
                "Halt: kijk op halt.nl/ouders",
                "Halt: kijk op www.halt.nl",
                "Halt: uw kind is door de politie aangehouden",
                " "
            })
    void what_a_guardian_should_not_read_is_refused(String text) {
        assertThatThrownBy(() -> SmsText.check(text, "nl")).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void a_text_of_seven_parts_is_refused() {
        SmsText.check("a".repeat(918), "nl");
        assertThatThrownBy(() -> SmsText.check("a".repeat(919), "nl")).isInstanceOf(Refusal.Invalid.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "06 12345678,+31612345678,true,06 12 34 56 78",
        "0031 6 1234 5678,+31612345678,true,06 12 34 56 78",
        "+31 6-12345678,+31612345678,true,06 12 34 56 78",
        "030 231 2345,+31302312345,false,030 231 2345",
        "+32 470 12 34 56,+32470123456,true,+32 470 12 34 56",
    })
    void a_number_is_read_as_people_write_it(String written, String e164, boolean mobile, String display) {
        PhoneNumber number = PhoneNumber.parse(written);
        assertThat(number.e164()).isEqualTo(e164);
        assertThat(number.mobile()).isEqualTo(mobile);
        assertThat(number.display()).isEqualTo(display);
        assertThat(number.toString()).doesNotContain("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 1234567", "06 123456789", "112", "abc", "", "+999 12345678", "0612345678 ext 5"})
    void a_number_that_no_plan_knows_is_refused(String written) {
        assertThatThrownBy(() -> PhoneNumber.parse(written))
                .isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> assertThat(refusal.code())
                        .startsWith("guardian.number-"));
    }

    @Test
    void a_machine_number_can_not_take_a_text() {
        assertThat(PhoneNumber.parse("097 0123 45678").mobile()).isFalse();
    }
}
