package nl.haltloket.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.crypto.CheckedCode;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handovers on a card, and handovers that correct an earlier one. */
class CardAndCorrectionTest {
    private static final TestApp APP = new TestApp();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");

    private final String card = newCard();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_card_that_was_never_made_is_refused() {
        String unknown = new CheckedCode(8).generate(new SecureRandom());
        assertThat(PHONE.submit(PHONE.envelope().onCard(unknown)).outcome()).isEqualTo("404 card.unknown");
        assertThat(TABLET.device().get("/cards/" + unknown).outcome()).isEqualTo("404 card.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAA", "1234"})
    void a_code_that_cannot_be_one_is_refused(String code) {
        assertThat(PHONE.submit(PHONE.envelope().onCard(code)).outcome()).isEqualTo("422 card.code-invalid");
    }

    @Test
    void a_card_that_one_phone_used_is_not_another_ones() {
        PHONE.submit(PHONE.envelope().onCard(card)).expect(201);
        TestPhone other = new TestPhone(APP);
        assertThat(other.submit(other.envelope().onCard(card)).outcome()).isEqualTo("409 card.used");
    }

    @Test
    void of_two_handovers_at_once_on_one_card_one_wins() {
        assertThat(HandoverTest.all(Stream.of(PHONE, new TestPhone(APP))
                        .map(phone -> phone.post(phone.seal(phone.envelope().onCard(card))))))
                .extracting(Reply::outcome)
                .containsExactlyInAnyOrder("201", "409 card.used");
    }

    @Test
    void a_handover_has_the_ticket_of_its_card() {
        TestEnvelope envelope = PHONE.envelope().onCard(card);
        JsonObject ticket = PHONE.submit(envelope).expect(201).getJsonObject("ticket");
        JsonObject found = TABLET.device().get("/cards/" + card).expect(200);
        assertThat(found.getJsonObject("ticket")).isEqualTo(ticket);
        assertThat(found.getString("handoverId")).isEqualTo(envelope.id().toString());
        assertThat(PHONE.device().get("/cards/" + card).expect(200).containsKey("handoverId"))
                .as("told to a phone")
                .isFalse();
    }

    @Test
    void a_correction_takes_over_the_card_and_withdraws_the_earlier_one() {
        TestEnvelope earlier = PHONE.envelope().onCard(card);
        JsonObject ticket = PHONE.submit(earlier).expect(201).getJsonObject("ticket");
        TestEnvelope correction = PHONE.envelope().onCard(card).replacing(earlier.id());
        assertThat(PHONE.submit(correction).expect(201).getJsonObject("ticket")).isEqualTo(ticket);
        assertThat(state(earlier.id())).isEqualTo("WITHDRAWN");
        assertThat(PHONE.submit(correction).status()).as("again").isEqualTo(200);
    }

    @Test
    void a_correction_without_a_card_keeps_the_ticket_that_the_juvenile_was_told() {
        TestEnvelope earlier = PHONE.envelope();
        JsonObject ticket = PHONE.submit(earlier).expect(201).getJsonObject("ticket");
        TestEnvelope correction = PHONE.envelope().replacing(earlier.id());
        assertThat(PHONE.submit(correction).expect(201).getJsonObject("ticket")).isEqualTo(ticket);
    }

    @Test
    void who_looks_at_a_corrected_handover_hears_which_one_took_its_place() {
        UUID earlier = PHONE.handOver();
        TestEnvelope correction = PHONE.envelope().replacing(earlier);
        PHONE.submit(correction).expect(201);
        JsonObject old = TABLET.device().get("/handovers/" + earlier).expect(200);
        assertThat(old.getString("declineReason")).isEqualTo("REPLACED");
        assertThat(old.getString("replacedBy")).isEqualTo(correction.id().toString());
    }

    @Test
    void after_receipt_the_referrer_hears_whom_to_tell() {
        UUID earlier = PHONE.handOver();
        TABLET.receive(earlier, TestTablet.guardian()).expect(201);
        Reply withdrawal = PHONE.device().command("/handovers/" + earlier + "/withdrawal", null);
        assertThat(withdrawal.outcome()).isEqualTo("409 handover.already-received");
        assertThat(withdrawal.json().getString("title")).contains("Bel het loket", "088 000 00 00");
        Reply correction = PHONE.submit(PHONE.envelope().replacing(earlier));
        assertThat(correction.json().getString("title")).contains("Bel het loket", "088 000 00 00");
    }

    @Test
    void somebody_else_cannot_correct_a_handover() {
        UUID earlier = PHONE.handOver();
        TestPhone other = new TestPhone(APP);
        assertThat(other.submit(other.envelope().replacing(earlier)).outcome()).isEqualTo("403 handover.not-yours");
        assertThat(state(earlier)).isEqualTo("SUBMITTED");
    }

    @Test
    void what_was_received_can_no_longer_be_corrected() {
        UUID earlier = PHONE.handOver();
        TABLET.receive(earlier, TestTablet.guardian()).expect(201);
        assertThat(PHONE.submit(PHONE.envelope().replacing(earlier)).outcome())
                .isEqualTo("409 handover.already-received");
        TestPhone other = new TestPhone(APP);
        assertThat(other.submit(other.envelope().replacing(earlier)).outcome())
                .as("a stranger is not told")
                .isEqualTo("403 handover.not-yours");
    }

    @Test
    void a_correction_of_nothing_is_refused_and_leaves_nothing() {
        TestEnvelope envelope = PHONE.envelope().onCard(card).replacing(UUID.randomUUID());
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("404 handover.unknown");
        assertThat(APP.count("case_key WHERE case_id = $1", envelope.id())).isZero();
        assertThat(PHONE.submit(PHONE.envelope().onCard(card)).status())
                .as("the card is free")
                .isEqualTo(201);
    }

    @Test
    void without_an_unused_card_there_is_nothing_to_print() {
        try (TestApp fresh = new TestApp()) {
            TestDevice laptop = TestDevice.signedIn(fresh, Profile.BEHEER, "anneke");
            assertThat(laptop.get("/cards/sheet").outcome()).isEqualTo("409 card.none");
        }
    }

    @Test
    void cards_are_made_once_for_one_command_and_never_over_five_hundred() {
        UUID command = TestDevice.newId();
        JsonObject ten = new JsonObject().put("count", 10);
        long before = APP.count("card");
        HttpMethod post = HttpMethod.POST;
        JsonObject first =
                TestApp.await(LAPTOP.command(post, "/cards", command, ten)).expect(201);
        assertThat(TestApp.await(LAPTOP.command(post, "/cards", command, ten)).expect(201))
                .isEqualTo(first);
        assertThat(APP.count("card")).isEqualTo(before + 10);
        assertThat(LAPTOP.get("/cards/sheet").body().toString()).startsWith("%PDF");
        JsonObject hundred = new JsonObject().put("count", 100);
        for (int i = 0; i < 4; i++) {
            LAPTOP.command("/cards", hundred).expect(201);
        }
        assertThat(LAPTOP.command("/cards", hundred).outcome()).isEqualTo("429 card.limit");
    }

    private static String newCard() {
        return LAPTOP.command("/cards", new JsonObject().put("count", 1))
                .expect(201)
                .getJsonArray("cards")
                .getJsonObject(0)
                .getString("code");
    }

    private static String state(UUID id) {
        return PHONE.device().get("/handovers/" + id).expect(200).getString("state");
    }
}
