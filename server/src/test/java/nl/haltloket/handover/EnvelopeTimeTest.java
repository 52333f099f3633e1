package nl.haltloket.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, dates of birth, mandates and rules that no phone of ours would send tonight. */
class EnvelopeTimeTest {
    private static final TestApp APP = new TestApp();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final int OFFENCE_AT = 3;
    private static final int BIRTH_DATE = 3;
    private static final int MANDATE = 5;
    private static final int RULES = 6;
    private static final int CAPTURED_AT = 7;
    private static final int OFFSET = 8;

    private final TestEnvelope envelope = PHONE.envelope();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT24H", "PT-8760H", "P20000D"})
    void a_phone_with_a_wrong_clock_hands_over_and_its_times_are_set_right(Duration wrong) {
        envelope.payload.put(CAPTURED_AT, TestApp.START.plus(wrong).toEpochMilli());
        envelope.payload.put(OFFSET, wrong.toMillis());
        PHONE.submit(envelope).expect(201);
        JsonObject content = content();
        assertThat(content.getInstant("capturedAt")).isEqualTo(TestApp.START);
        assertThat(content.getJsonArray("marks")).containsExactly("CLOCK_OFF");
    }

    @ParameterizedTest
    @CsvSource({"PT24H, AHEAD", "PT1H, AHEAD", "PT-1H, BEFORE_EVENT", "PT-24H, BEFORE_EVENT"})
    void a_wrong_clock_that_was_never_measured_is_taken_in_and_marked(Duration wrong, String mark) {
        envelope.payload.put(CAPTURED_AT, TestApp.START.plus(wrong).toEpochMilli());
        PHONE.submit(envelope).expect(201);
        assertThat(content().getJsonArray("marks")).contains(mark);
    }

    @Test
    void a_handover_after_the_event_ended_is_taken_in_and_marked() {
        Instant end = APP.app().event().endsAt();
        Duration over = Duration.between(TestApp.START, end).plusMinutes(1);
        try (TestApp late = new TestApp()) {
            TestPhone phone = new TestPhone(late);
            TestTablet tablet = new TestTablet(late, "fatima");
            TestEnvelope own = phone.envelope();
            late.clock().advance(over);
            phone.device().renew().expect(201);
            own.payload.put(CAPTURED_AT, late.clock().instant().toEpochMilli());
            phone.submit(own).expect(201);
            tablet.device().renew().expect(201);
            tablet.device().signIn("fatima").expect(201);
            assertThat(tablet.device()
                            .get("/handovers/" + own.id() + "/content")
                            .expect(200)
                            .getJsonArray("marks"))
                    .containsExactly("AFTER_EVENT");
        }
    }

    @Test
    void a_right_handover_has_no_marks() {
        PHONE.submit(envelope).expect(201);
        assertThat(content().getJsonArray("marks")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:00Z", "2026-11-21T18:59:59Z", "2026-11-23T21:00:01Z", "2099-01-01T00:00:00Z"})
    void a_time_that_cannot_be_tonight_is_refused(Instant time) {
        envelope.payload.put(CAPTURED_AT, time.toEpochMilli());
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.time");
        assertThat(APP.count("handover WHERE id = $1", envelope.id())).isZero();
    }

    @Test
    void a_time_that_no_calendar_has_is_refused_and_no_fault() {
        envelope.payload.put(7, Long.MAX_VALUE);
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2025-11-20T00:00:00Z", "2026-11-24T00:00:00Z"})
    void an_offence_of_another_time_is_refused(Instant time) {
        envelope.data.put(OFFENCE_AT, time.toEpochMilli());
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.time");
    }

    @Test
    void an_offence_after_the_handover_is_marked() {
        envelope.data.put(OFFENCE_AT, TestApp.START.plus(Duration.ofHours(1)).toEpochMilli());
        PHONE.submit(envelope).expect(201);
        assertThat(content().getJsonArray("marks")).containsExactly("OFFENCE_LATER");
    }

    @Test
    void another_mandate_is_refused_and_other_rules_are_marked() {
        envelope.payload.put(RULES, "99");
        envelope.payload.put(MANDATE, "elders-1");
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.other-mandate");
        envelope.payload.put(MANDATE, "oefening-1");
        PHONE.submit(envelope).expect(201);
        assertThat(content().getJsonArray("marks")).containsExactly("OTHER_RULES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23",
                "2127-03-14",
                "1899-12-31",
                "2011-02-29",
                "2011-02-30",
                "2011-13-01",
                "2011-3-4",
                "gisteren"
            })
    void a_date_of_birth_that_cannot_be_is_refused(String date) {
        envelope.juvenile.put(BIRTH_DATE, date);
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.birth-date");
    }

    /** Eleven until tomorrow, twelve, eighteen today, and a leap day: the age is for a person to weigh. */
    @ParameterizedTest
    @ValueSource(strings = {"2014-11-23", "2014-11-22", "2008-11-22", "2008-11-23", "2012-02-29", "2026-11-22"})
    void any_age_may_be_handed_over_and_stays_as_it_was_given(String date) {
        envelope.juvenile.put(BIRTH_DATE, date);
        PHONE.submit(envelope).expect(201);
        assertThat(content().getJsonObject("juvenile").getString("birthDate")).isEqualTo(date);
    }

    @Test
    void a_date_of_birth_that_is_not_known_stays_unknown() {
        envelope.juvenile.remove(BIRTH_DATE);
        PHONE.submit(envelope).expect(201);
        assertThat(content().getJsonObject("juvenile").containsKey("birthDate")).isFalse();
    }

    private JsonObject content() {
        return TABLET.device().get("/handovers/" + envelope.id() + "/content").expect(200);
    }
}
