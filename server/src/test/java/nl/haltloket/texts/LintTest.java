package nl.haltloket.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import nl.haltloket.notify.SmsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a text is told that should not be sent, or could be better. */
class LintTest {
    static Stream<JsonObject> vectors() throws IOException {
        Path here = Path.of("kiosk/test/sms-vectors.json");
        Path file = Files.exists(here) ? here : Path.of("..").resolve(here);
        return new JsonArray(Files.readString(file)).stream().map(JsonObject.class::cast);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_text_is_counted_as_the_browser_counts_it(JsonObject vector) {
        String text = vector.getString("text").repeat(vector.getInteger("times"));
        assertThat(SmsText.encoding(text)).hasToString(vector.getString("encoding"));
        assertThat(SmsText.parts(text)).isEqualTo(vector.getInteger("parts"));
        assertThat(SmsText.units(text)).isEqualTo(vector.getInteger("units"));
        assertThat(text.codePointCount(0, text.length())).isEqualTo(vector.getInteger("characters"));
        assertThat(SmsText.unknownToGsm7(text))
                .isEqualTo(vector.getJsonArray("unknown").getList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BRIDGE|nl|Halt: bel, controleer op halt.nl|texts.place-missing",
                "BRIDGE|nl|Halt: bel {tel} over {date}, halt.nl|texts.place-unknown",
                "BRIDGE|nl|Halt: bel {tel, halt.nl|texts.place-unknown",
                "BRIDGE|nl|Halt: {naam}, bel {tel}, halt.nl|texts.name",
                "BRIDGE|en|Halt: call {tel} about {childname}, halt.nl|texts.name",
                "BRIDGE|nl|Halt: bel {tel} of kijk op https://halt.nl|texts.link",
                "BRIDGE|nl|Halt: bel {tel} of kijk op halt.nl/ouders|texts.link",
                "BRIDGE|nl|Halt en de Politie: bel {tel}, halt.nl|texts.word",
                "BRIDGE|en|Halt: your child was arrested. Call {tel}, halt.nl|texts.word",
                "BRIDGE|de|Halt: Straftat. Rufen Sie {tel} an, halt.nl|texts.word",
                "BRIDGE|fr|Halt : vol. Appelez le {tel}, halt.nl|texts.word",
                "BRIDGE|pl|Halt: policja. Prosimy {tel}, halt.nl|texts.word",
                "BRIDGE|tr|Halt: POLİS. {tel}, halt.nl|texts.word",
                "BRIDGE|ar|هالت: الشرطة {tel} halt.nl|texts.word",
                "BRIDGE|ar|هالت: politie {tel} halt.nl|texts.word",
                "BRIDGE|uk|Halt: Поліція. {tel}, halt.nl|texts.word",
                "BRIDGE|nl|Halt: Zoë, bel {tel}, halt.nl|texts.ucs2",
                "BRIDGE|nl|Halt: uw kind’s tas, bel {tel}, halt.nl|texts.ucs2",
                "BRIDGE|nl|Halt: bel {tel}|texts.no-check",
                "BRIDGE|nl|Halt: bel {tel} of 030 123 4567, halt.nl|texts.number",
                "BRIDGE|nl|Halt: bel {tel} of 0900-8844 12, halt.nl|texts.number",
                "BRIDGE|ar|يرجى الاتصال {tel} أو ٠٦١٢٣٤٥٦٧٨ halt.nl|texts.number",
                "BRIDGE|ar|Halt: يرجى الاتصال {tel} halt.nl|texts.direction",
            })
    void what_is_wrong_is_named(TemplateId id, String language, String text, String code) {
        assertThat(codes(id, language, text)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BRIDGE|nl|Halt: de zaal is vol, bel {tel}, halt.nl",
                "BRIDGE|de|Halt: Tel. {tel}, Schillerstraße, halt.nl",
                "BRIDGE|en|Halt: the celebration, call {tel}, halt.nl",
                "PROBE|nl|Halt: proef",
                "BRIDGE|nl|Halt: op 22-11 om 20:30, bel {tel}, halt.nl",
            })
    void an_innocent_word_of_another_language_is_innocent(TemplateId id, String language, String text) {
        assertThat(codes(id, language, text)).isEmpty();
    }

    @Test
    void seven_parts_and_nothing_are_faults_and_two_parts_a_warning() {
        assertThat(codes(TemplateId.PROBE, "nl", " ")).containsExactly("texts.empty");
        assertThat(Lint.check(TemplateId.PROBE, TextLanguage.NL, "a".repeat(919)))
                .extracting(Finding::code, Finding::level)
                .contains(org.assertj.core.groups.Tuple.tuple("texts.length", Finding.Level.FAULT));
        assertThat(Lint.check(TemplateId.PROBE, TextLanguage.NL, "a".repeat(161)))
                .extracting(Finding::code, Finding::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("texts.parts", Finding.Level.WARNING));
    }

    @Test
    void letters_that_make_a_text_long_are_named_at_most_eight() {
        String sentence = Lint.check(TemplateId.PROBE, TextLanguage.PL, "ąćęłńóśźż").stream()
                .filter(finding -> finding.code().equals("texts.ucs2"))
                .findFirst()
                .orElseThrow()
                .sentence();
        assertThat(sentence).contains("ą ć ę ł ń ó ś ź …").doesNotContain("ż");
    }

    @Test
    void a_number_from_right_to_left_is_one_run_of_digits_and_a_day_is_in_words() {
        assertThat(TextLanguage.AR.tel("088 000 00 00")).isEqualTo("0880000000");
        assertThat(TextLanguage.NL.tel("088 000 00 00")).isEqualTo("088 000 00 00");
        LocalDate day = LocalDate.of(2026, 11, 30);
        assertThat(TextLanguage.NL.date(day, LocalTime.of(15, 45))).isEqualTo("maandag 30 november 15:45");
        assertThat(TextLanguage.UK.date(day, null)).isEqualTo("понеділок 30 листопада");
        assertThat(TextLanguage.AR.date(day, LocalTime.of(9, 5))).matches("\\p{IsArabic}+ 30 \\p{IsArabic}+ 09:05");
    }

    private static List<String> codes(TemplateId id, String language, String text) {
        return Lint.check(id, TextLanguage.of(language).orElseThrow(), text).stream()
                .map(Finding::code)
                .toList();
    }
}
