package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import nl.haltloket.paper.PaperReader;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One juvenile with two offences: two handovers and two receipts, one case and one text. */
class TwoOffencesTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");

    private final String card = newCard();
    private final UUID first = submit(PHONE.envelope().onCard(card));

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void the_board_shows_one_juvenile_with_two_offences() {
        submit(second());
        JsonObject row = row(first);
        assertThat(row.getInteger("offences")).isEqualTo(2);
        assertThat(row.getInteger("newOffences")).isZero();
        assertThat(rowsOfCard()).isEqualTo(1);
    }

    @Test
    void one_receipt_takes_both_with_receipts_of_their_own_and_one_text() {
        UUID other = submit(second());
        JsonObject content =
                TABLET.device().get("/handovers/" + first + "/content").expect(200);
        assertThat(content.getJsonArray("otherOffences").getJsonObject(0).getString("handoverId"))
                .isEqualTo(other.toString());
        receiveBoth(other).expect(201);
        String firstReceipt = receiptOf(first);
        assertThat(receiptOf(other)).isNotNull().isNotEqualTo(firstReceipt);
        assertThat(APP.count("case_file WHERE id = $1", other)).isZero();
        assertThat(APP.count("outbox WHERE case_id = $1", first)).isOne();
        assertThat(APP.count("case_key WHERE case_id = $1", other))
                .as("keys of its own")
                .isZero();
        assertThat(APP.count("audit_entry WHERE subject = $1 AND action = 'PROVISION'", "case:" + first))
                .isEqualTo(2);
    }

    @Test
    void both_offences_are_on_the_case_and_in_the_dossier() throws Exception {
        UUID other = submit(second());
        receiveBoth(other).expect(201);
        JsonObject offence = TABLET.device()
                .get("/cases/" + first)
                .expect(200)
                .getJsonObject("handover")
                .getJsonArray("otherOffences")
                .getJsonObject(0);
        assertThat(offence.getJsonObject("content").getString("offenceId")).isEqualTo("hinder-apv");
        JsonObject dossier = TABLET.device()
                .get("/cases/" + first + "/documents/dossier.json")
                .expect(200);
        JsonObject more = dossier.getJsonArray("overigeFeiten").getJsonObject(0);
        assertThat(more.getString("ontvangstbewijs")).isEqualTo(receiptOf(other));
        assertThat(more.getJsonObject("feit").getString("kwalificatie")).isEqualTo("Hinderlijk gedrag");
        String paper = PaperReader.text(TABLET.device()
                .get("/cases/" + first + "/documents/dossier.pdf")
                .body()
                .getBytes());
        assertThat(paper).contains("Alcoholonder18", "Hinderlijkgedrag", "Feit2");
    }

    @Test
    void an_offence_that_comes_after_receipt_waits_on_the_case_until_the_desk_adds_it() {
        TABLET.receive(first, TestTablet.guardian()).expect(201);
        UUID other = submit(second());
        assertThat(row(first).getInteger("newOffences")).isOne();
        assertThat(TABLET.device().get("/cases/" + first).expect(200).getJsonArray("newOffences"))
                .containsExactly(other.toString());
        add(other).expect(201);
        assertThat(row(first).getInteger("newOffences")).isZero();
        assertThat(row(first).getInteger("offences")).isEqualTo(2);
        assertThat(receiptOf(other)).isNotNull();
        assertThat(APP.count("outbox WHERE case_id = $1", first)).isOne();
        assertThat(add(other).outcome()).isEqualTo("409 handover.already-received");
    }

    @Test
    void what_came_on_another_card_is_added_by_the_word_of_the_worker_only() {
        UUID without = PHONE.handOver();
        JsonObject body = TestTablet.receipt(first, TestTablet.guardian())
                .put("alsoHandovers", new JsonArray().add(without.toString()));
        assertThat(TABLET.device().command("/cases", body).outcome()).isEqualTo("409 handover.other-ticket");
        assertThat(APP.count("case_file WHERE id = $1", first)).isZero();
        TABLET.receive(first, TestTablet.guardian()).expect(201);
        add(without).expect(201);
        assertThat(row(first).getInteger("offences")).isEqualTo(2);
    }

    @Test
    void a_closed_case_takes_no_more() {
        TABLET.receive(first, TestTablet.guardian()).expect(201);
        TABLET.move(first, "LEFT", "PICKED_UP").expect(200);
        UUID other = submit(second());
        assertThat(add(other).outcome()).isEqualTo("409 case.closed");
        assertThat(row(other).getString("state")).as("a row of its own").isEqualTo("UNDERWAY");
    }

    @Test
    void a_card_is_not_another_juveniles_nor_another_phones() {
        TestEnvelope stranger = second();
        stranger.juvenile.put(2, "Sem");
        assertThat(PHONE.submit(stranger).outcome()).isEqualTo("409 card.used");
        TestPhone other = new TestPhone(APP);
        assertThat(other.submit(other.envelope().onCard(card)).outcome()).isEqualTo("409 card.used");
    }

    @Test
    void half_an_hour_after_receipt_the_card_is_used_up() {
        TestPhone phone = new TestPhone(APP);
        String own = newCard();
        TestEnvelope early = phone.envelope().onCard(own);
        phone.submit(early).expect(201);
        TABLET.receive(early.id(), TestTablet.guardian()).expect(201);
        APP.clock().advance(Duration.ofMinutes(31));
        try {
            phone.device().renew();
            assertThat(phone.submit(phone.envelope().onCard(own)).outcome()).isEqualTo("409 card.used");
        } finally {
            APP.clock().advance(Duration.ofMinutes(-31));
        }
    }

    @Test
    void a_corrected_second_offence_keeps_the_card() {
        UUID other = submit(second());
        UUID corrected = submit(second().replacing(other));
        assertThat(row(first).getInteger("offences")).isEqualTo(2);
        receiveBoth(corrected).expect(201);
    }

    private TestEnvelope second() {
        TestEnvelope envelope = PHONE.envelope().onCard(card);
        envelope.data.put(2, "hinder-apv");
        return envelope;
    }

    @CanIgnoreReturnValue
    private static UUID submit(TestEnvelope envelope) {
        PHONE.submit(envelope).expect(201);
        return envelope.id();
    }

    private Reply receiveBoth(UUID other) {
        return TABLET.device()
                .command(
                        "/cases",
                        TestTablet.receipt(first, TestTablet.guardian())
                                .put("alsoHandovers", new JsonArray().add(other.toString())));
    }

    private Reply add(UUID other) {
        return TABLET.device()
                .command("/cases/" + first + "/offences", new JsonObject().put("handoverId", other.toString()));
    }

    private static String receiptOf(UUID id) {
        return PHONE.device()
                .get("/handovers/" + id)
                .expect(200)
                .getJsonObject("receipt")
                .getString("number");
    }

    private JsonObject row(UUID id) {
        return TABLET.device().get("/board").expect(200).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getString("id").equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private long rowsOfCard() {
        int number = row(first).getJsonObject("ticket").getInteger("number");
        return TABLET.device().get("/board").expect(200).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getJsonObject("ticket").getInteger("number") == number)
                .count();
    }

    private static String newCard() {
        return LAPTOP.command("/cards", new JsonObject().put("count", 1))
                .expect(201)
                .getJsonArray("cards")
                .getJsonObject(0)
                .getString("code");
    }
}
