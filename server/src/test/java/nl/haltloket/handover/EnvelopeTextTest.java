package nl.haltloket.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as people have them, and texts that are none. */
class EnvelopeTextTest {
    private static final TestApp APP = new TestApp();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final int FAMILY_NAME = 1;
    private static final int DESCRIPTION = 5;
    private static final int ELIGIBILITY = 15;

    private final TestEnvelope envelope = PHONE.envelope();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "van 't Hof",
                "IJsbrandij-d’Ancona",
                "ĲSSELMEER",
                "Özdemir-Đukić",
                "Ångström Æ ß ñ",
                "Nguyễn Thị Ánh",
                "محمد العربي",
                "יעל כהן",
                "李小龍",
                "نازنین‌زهرا",
                "👩‍👧 Sam 🏳️‍🌈",
                "Rob'); DROP TABLE handover;--",
                "<script>alert(1)</script>"
            })
    void a_name_arrives_as_it_was_written(String name) {
        envelope.juvenile.put(FAMILY_NAME, name);
        PHONE.submit(envelope).expect(201);
        JsonObject content =
                TABLET.device().get("/handovers/" + envelope.id() + "/content").expect(200);
        assertThat(content.getJsonObject("juvenile").getString("familyName")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No\u0000or",
                "No\u0007or",
                "No\u007For",
                "No\u0085or",
                "Noor\tNoor",
                "Noor\nNoor",
                "No\u2028or",
                "No\u202Eroo",
                "No\u2067or",
                "No\uE000or"
            })
    void what_cannot_be_read_is_refused_with_a_sentence(String name) {
        envelope.juvenile.put(FAMILY_NAME, name);
        Reply reply = PHONE.submit(envelope);
        assertThat(reply.outcome()).isEqualTo("422 handover.text");
        assertThat(reply.json().getString("title"))
                .isEqualTo("In een tekst staan tekens die niet te lezen zijn. Typ die tekst opnieuw.");
    }

    @Test
    void five_thousand_characters_are_refused() {
        envelope.data.put(DESCRIPTION, "a".repeat(5_000));
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.too-large");
        assertThat(APP.count("handover WHERE id = $1", envelope.id())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4, 40", "5, 80", "10, 20"})
    void a_field_over_its_cap_in_bytes_is_refused(int key, int most) {
        envelope.data.put(key, "é".repeat(most / 2) + "a");
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.content");
        envelope.data.put(key, "é".repeat(most / 2));
        assertThat(PHONE.submit(envelope).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"1, 32", "2, 32"})
    void a_name_over_its_cap_in_bytes_is_refused(int key, int most) {
        envelope.juvenile.put(key, "a".repeat(most + 1));
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.content");
        envelope.juvenile.put(key, "a".repeat(most));
        assertThat(PHONE.submit(envelope).status()).isEqualTo(201);
    }

    @Test
    void a_rules_version_over_its_cap_is_refused() {
        envelope.payload.put(6, "12345678901");
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.content");
    }

    @Test
    void what_the_rules_asked_for_arrives_as_it_was_answered() {
        envelope.data.put(ELIGIBILITY, Map.of(1, 1, 2, 2, 6, 9, 10, 3, 11, 0));
        PHONE.submit(envelope).expect(201);
        JsonObject content =
                TABLET.device().get("/handovers/" + envelope.id() + "/content").expect(200);
        assertThat(content.getJsonObject("eligibility"))
                .isEqualTo(new JsonObject()
                        .put("publicRoad", "YES")
                        .put("fireworks", "F3")
                        .put("priorHalt", 9)
                        .put("phoneDecision", "NEEDS_HOVJ")
                        .put("phoneProvisional", "NO"));
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 4", "4, -1", "6, 10", "7, -1", "10, 8"})
    void an_answer_that_no_phone_of_ours_gives_is_refused(int key, int value) {
        envelope.data.put(ELIGIBILITY, Map.of(key, value));
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.content");
    }
}
