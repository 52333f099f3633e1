package nl.haltloket.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.CsvSource;

class HandoverTest {
    private static final TestApp APP = new TestApp();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");

    private final TestEnvelope envelope = PHONE.envelope();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void an_envelope_over_the_size_of_one_qr_code_is_refused() {
        assertThat(PHONE.submit(new byte[751]).outcome()).isEqualTo("422 handover.too-large");
        assertThat(PHONE.submit(new byte[750]).outcome()).isEqualTo("422 handover.seal");
    }

    @Test
    void a_changed_envelope_is_refused() {
        byte[] sealed = PHONE.seal(envelope);
        assertThat(PHONE.submit(TestEnvelope.tampered(sealed)).outcome()).isEqualTo("422 handover.seal");
        byte[] changedInside = TestEnvelope.seal(
                TestEnvelope.tampered(envelope.signed(PHONE.device().keys())), PHONE.sealKey());
        assertThat(PHONE.submit(changedInside).outcome()).isEqualTo("422 handover.signature");
        assertThat(rows()).isZero();
    }

    @Test
    void sealed_bytes_that_are_no_envelope_are_refused() {
        assertThat(PHONE.submit(TestEnvelope.seal(new byte[] {1}, PHONE.sealKey()))
                        .outcome())
                .isEqualTo("422 handover.form");
    }

    @Test
    void an_envelope_of_an_unknown_device_is_refused() {
        envelope.signedAs(TestDevice.newId());
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.signer-unknown");
    }

    @Test
    void an_envelope_of_a_revoked_device_is_refused_even_when_another_brings_it() {
        TestPhone lost = new TestPhone(APP);
        byte[] sealed = lost.seal(lost.envelope());
        LAPTOP.delete("/devices/" + lost.device().id()).expect(204);
        assertThat(lost.submit(sealed).outcome()).isEqualTo("401 device.revoked");
        assertThat(PHONE.submit(sealed).outcome()).isEqualTo("422 handover.signer-revoked");
    }

    @Test
    void what_came_in_before_its_device_was_revoked_keeps_its_answer() {
        TestPhone lost = new TestPhone(APP);
        byte[] sealed = lost.seal(lost.envelope());
        JsonObject first = lost.submit(sealed).expect(201);
        LAPTOP.delete("/devices/" + lost.device().id()).expect(204);
        assertThat(TestApp.await(TABLET.device().sendBytes("/handovers", sealed))
                        .expect(200))
                .isEqualTo(first);
    }

    @Test
    void a_device_cannot_sign_in_the_name_of_another() {
        TestPhone other = new TestPhone(APP);
        byte[] sealed = other.envelope()
                .signedAs(PHONE.device().id())
                .sealed(other.device().keys(), PHONE.sealKey());
        assertThat(other.submit(sealed).outcome()).isEqualTo("422 handover.signature");
        envelope.payload.put(4, TestEnvelope.bytes(other.device().id()));
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.other-kiosk");
    }

    @Test
    void an_envelope_for_another_desk_is_refused() {
        envelope.payload.put(3, TestEnvelope.bytes(UUID.randomUUID()));
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.other-kiosk");
    }

    @Test
    void an_offence_outside_the_mandate_is_refused() {
        envelope.data.put(2, "moord-289");
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.offence-unknown");
    }

    @ParameterizedTest
    @CsvSource({"4", "6", "11", "12"})
    void what_must_be_there_is_missed(int key) {
        envelope.data.remove(key);
        assertThat(PHONE.submit(envelope).outcome()).isEqualTo("422 handover.content");
    }

    @Test
    void the_same_envelope_gets_the_same_answer_for_ever() {
        byte[] sealed = PHONE.seal(envelope);
        JsonObject first = PHONE.submit(sealed).expect(201);
        assertThat(PHONE.submit(sealed).expect(200)).isEqualTo(first);
        assertThat(PHONE.seal(envelope)).as("sealed anew").isNotEqualTo(sealed);
        assertThat(PHONE.submit(envelope).expect(200)).isEqualTo(first);
        assertThat(rows()).isOne();
    }

    @Test
    void another_body_under_the_same_id_is_refused_with_both_hashes() {
        String kept = PHONE.submit(envelope).expect(201).getString("payloadHash");
        envelope.data.put(4, "Station");
        Reply reply = PHONE.submit(envelope);
        assertThat(reply.outcome()).isEqualTo("409 handover.other-body");
        assertThat(reply.json().getString("keptHash")).isEqualTo(kept);
        assertThat(reply.json().getString("sentHash")).matches("[0-9a-f]{64}").isNotEqualTo(kept);
    }

    @Test
    void twenty_posts_of_one_envelope_at_once_make_one_row() {
        byte[] sealed = PHONE.seal(envelope);
        List<Reply> replies = all(Collections.nCopies(20, sealed).stream().map(PHONE::post));
        assertThat(replies)
                .extracting(Reply::status)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 200)
                .hasSize(19);
        assertThat(replies)
                .extracting(reply -> reply.body().toString())
                .containsOnly(replies.getFirst().body().toString());
        assertThat(rows()).isOne();
    }

    @Test
    void handovers_without_a_card_at_once_get_different_numbers() {
        List<Reply> replies = all(Stream.generate(PHONE::envelope).limit(20).map(one -> PHONE.post(PHONE.seal(one))));
        assertThat(replies)
                .extracting(reply -> reply.expect(201).getJsonObject("ticket").getInteger("number"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_tablet_may_bring_the_envelope_of_a_phone_without_network() {
        Reply reply = TestApp.await(TABLET.device().sendBytes("/handovers", PHONE.seal(envelope)));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(PHONE.device().get(path()).expect(200).getString("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void a_laptop_may_not_hand_over() {
        assertThat(TestApp.await(LAPTOP.sendBytes("/handovers", PHONE.seal(envelope)))
                        .outcome())
                .isEqualTo("403 access.denied");
    }

    @Test
    void a_phone_sees_only_its_own_handovers() {
        PHONE.submit(envelope).expect(201);
        TestDevice stranger = new TestPhone(APP).device();
        assertThat(stranger.get(path()).outcome()).isEqualTo("404 handover.unknown");
        assertThat(stranger.get(path() + "/stream").outcome()).isEqualTo("404 handover.unknown");
        assertThat(stranger.command(path() + "/withdrawal", null).outcome()).isEqualTo("404 handover.unknown");
        assertThat(PHONE.device().get(path()).status()).isEqualTo(200);
    }

    @Test
    void a_stranger_is_not_told_who_received_a_juvenile() {
        PHONE.submit(envelope).expect(201);
        TABLET.receive(envelope.id(), TestTablet.guardian()).expect(201);
        TestDevice stranger = new TestPhone(APP).device();
        assertThat(stranger.command(path() + "/withdrawal", null).outcome()).isEqualTo("404 handover.unknown");
    }

    @Test
    void a_referrer_withdraws_until_receipt() {
        PHONE.submit(envelope).expect(201);
        assertThat(PHONE.device()
                        .command(path() + "/withdrawal", null)
                        .expect(200)
                        .getString("state"))
                .isEqualTo("WITHDRAWN");
        assertThat(TABLET.receive(envelope.id(), TestTablet.guardian()).outcome())
                .isEqualTo("409 handover.withdrawn");
        assertThat(PHONE.submit(envelope).expect(200).getString("state")).isEqualTo("WITHDRAWN");
        UUID received = PHONE.handOver();
        TABLET.receive(received, TestTablet.guardian()).expect(201);
        assertThat(PHONE.device()
                        .command("/handovers/" + received + "/withdrawal", null)
                        .outcome())
                .isEqualTo("409 handover.already-received");
    }

    @Test
    void the_desk_declines_with_a_reason_and_a_sealed_note() {
        PHONE.submit(envelope).expect(201);
        assertThat(TABLET.device()
                        .command(path() + "/decline", new JsonObject())
                        .status())
                .isEqualTo(400);
        JsonObject body = new JsonObject().put("reason", "TOO_YOUNG").put("note", "Noor is elf");
        UUID command = TestDevice.newId();
        JsonObject first = decline(command, body).expect(200);
        assertThat(first.getString("state")).isEqualTo("DECLINED");
        assertThat(PHONE.device().get(path()).expect(200).getString("declineReason"))
                .isEqualTo("TOO_YOUNG");
        assertThat(decline(command, body).expect(200)).as("again").isEqualTo(first);
        assertThat(decline(command, body.put("reason", "ADULT")).outcome()).isEqualTo("409 command.other-body");
        assertThat(decline(TestDevice.newId(), body).outcome()).isEqualTo("409 handover.declined");
        assertThat(APP.rows("SELECT note_sealed FROM handover WHERE id = $1", envelope.id())
                        .getFirst()
                        .getBuffer("note_sealed")
                        .toString())
                .doesNotContain("Noor");
    }

    @Test
    void every_look_at_the_content_is_recorded() {
        PHONE.submit(envelope).expect(201);
        JsonObject content = TABLET.device().get(path() + "/content").expect(200);
        assertThat(content.getJsonObject("juvenile").getString("givenNames")).isEqualTo("Noor");
        assertThat(content.getJsonObject("referrer").getString("number")).isEqualTo("4711");
        assertThat(APP.count("audit_entry WHERE action = 'READ' AND subject = $1", "handover:" + envelope.id()))
                .isOne();
        assertThat(TABLET.device()
                        .get("/handovers/" + UUID.randomUUID() + "/content")
                        .outcome())
                .isEqualTo("404 handover.unknown");
    }

    @Test
    void no_personal_data_stand_in_the_row() {
        PHONE.submit(envelope).expect(201);
        String row = APP.rows("SELECT to_jsonb(h) AS row FROM handover h WHERE id = $1", envelope.id())
                .getFirst()
                .getJsonObject("row")
                .encode();
        assertThat(row).doesNotContain("Noor", "Voorbeeld", "2011", "Marktplein", "alcohol");
    }

    static List<Reply> all(Stream<Future<Reply>> sent) {
        List<Future<Reply>> replies = sent.toList();
        TestApp.await(Future.join(replies));
        return replies.stream().map(Future::result).toList();
    }

    private Reply decline(UUID command, JsonObject body) {
        return TestApp.await(TABLET.device().command(HttpMethod.POST, path() + "/decline", command, body));
    }

    private String path() {
        return "/handovers/" + envelope.id();
    }

    private long rows() {
        return APP.count("handover WHERE id = $1", envelope.id());
    }
}
