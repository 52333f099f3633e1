package nl.haltloket.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What belongs to no case by itself: a person decides, and can take it back. */
class TriageTest {
    private static final ReplyFixture DESK = new ReplyFixture();

    @AfterAll
    static void stop() {
        DESK.close();
    }

    private final String stranger = DESK.number();
    private final String text = "Bericht van " + UUID.randomUUID();
    private final UUID id = DESK.caseOf(DESK.number());

    @Test
    void the_board_counts_what_waits_and_shows_nothing_of_it() {
        long before = DESK.board().getLong("replies");
        DESK.comesIn(stranger, text);
        assertThat(DESK.board().getLong("replies")).isEqualTo(before + 1);
        assertThat(DESK.board().encode()).doesNotContain(text, stranger);
    }

    @Test
    void the_sender_is_told_when_asked_for_and_that_is_written_down() {
        String replyId = waits();
        JsonObject from =
                DESK.tablet.device().get("/replies/" + replyId + "/sender").expect(200);
        assertThat(from.getString("number")).isEqualTo(stranger);
        assertThat(from.getBoolean("callable")).isTrue();
        assertThat(DESK.app.count("audit_entry WHERE subject = $1 AND action = 'READ'", "reply:" + replyId))
                .isOne();
    }

    @Test
    void a_worker_links_it_and_the_case_says_who_did() {
        String replyId = waits();
        link(DESK.tablet.device(), replyId, id).expect(200);
        JsonObject entry = last();
        assertThat(entry.getString("text")).isEqualTo(text);
        assertThat(entry.getString("cause")).isEqualTo("HAND");
        assertThat(entry.getString("linkedBy")).isEqualTo("Fatima Oefenaar");
        assertThat(entry.getJsonObject("who").containsKey("relation")).isFalse();
        assertThat(DESK.row(id).getInteger("unread")).isOne();
        assertThat(DESK.tablet
                        .device()
                        .get("/replies/" + replyId + "/sender")
                        .expect(200)
                        .getString("number"))
                .isEqualTo(stranger);
    }

    @Test
    void of_two_tablets_at_once_the_second_hears_what_the_first_did() {
        String replyId = waits();
        UUID elsewhere = DESK.caseOf(DESK.number());
        List<Reply> both = List.of(
                        linking(DESK.tablet.device(), replyId, id), linking(DESK.other.device(), replyId, elsewhere))
                .stream()
                .map(TestApp::await)
                .toList();
        assertThat(both).extracting(Reply::outcome).containsExactlyInAnyOrder("200", "409 reply.linked");
        String title = both.stream()
                .filter(one -> one.status() == 409)
                .findFirst()
                .orElseThrow()
                .json()
                .getString("title");
        assertThat(title).matches("(Fatima|Joris) \\S+ koppelde dit bericht net aan \\S+ \\S+ \\d+\\.");
        assertThat(DESK.app.count("reply WHERE id = $1 AND state = 'LINKED'", UUID.fromString(replyId)))
                .isOne();
    }

    @Test
    void the_same_command_twice_is_one_link() {
        String replyId = waits();
        UUID command = TestDevice.newId();
        JsonObject body = new JsonObject().put("caseId", id.toString());
        String path = "/replies/" + replyId + "/link";
        TestApp.await(DESK.tablet.device().command(HttpMethod.POST, path, command, body))
                .expect(200);
        TestApp.await(DESK.tablet.device().command(HttpMethod.POST, path, command, body))
                .expect(200);
        assertThat(DESK.app.count("audit_entry WHERE subject = $1 AND facts LIKE 'linked%'", "reply:" + replyId))
                .isOne();
    }

    @Test
    void a_wrong_link_is_taken_back_and_the_case_no_longer_has_it() {
        String replyId = waits();
        link(DESK.tablet.device(), replyId, id).expect(200);
        takeBack(DESK.other.device(), replyId).expect(200);
        assertThat(DESK.waiting(text).getString("cause")).isEqualTo("TAKEN_BACK");
        assertThat(DESK.thread(id).encode()).doesNotContain(text);
        assertThat(DESK.row(id).getInteger("unread")).isZero();
        assertThat(takeBack(DESK.tablet.device(), replyId).outcome()).isEqualTo("409 reply.in-triage");
        link(DESK.tablet.device(), replyId, id).expect(200);
    }

    @Test
    void what_was_matched_by_itself_can_be_taken_back_too() {
        String number = DESK.number();
        UUID own = DESK.caseOf(number);
        DESK.comesIn(number, text);
        String replyId =
                DESK.thread(own).getJsonArray("entries").getJsonObject(1).getString("id");
        takeBack(DESK.tablet.device(), replyId).expect(200);
        assertThat(DESK.waiting(text).getString("id")).isEqualTo(replyId);
    }

    @Test
    void a_flood_of_one_number_is_counted_and_put_aside_and_taken_back_at_once() {
        long before = DESK.board().getLong("replies");
        String friend = waits();
        String flood = DESK.number();
        IntStream.range(0, 60).forEach(nth -> DESK.comesIn(flood, text + " nummer " + nth));
        JsonObject list = DESK.tablet.device().get("/replies").expect(200);
        assertThat(list.getLong("waiting")).isEqualTo(before + 61);
        assertThat(list.getJsonArray("replies").size()).isLessThanOrEqualTo(50);
        JsonObject first = DESK.waiting(text + " nummer 0");
        assertThat(first.getLong("alike")).isEqualTo(59);
        JsonObject all = new JsonObject().put("reason", "ADVERTISING").put("alike", true);
        String path = "/replies/" + first.getString("id");
        assertThat(DESK.tablet
                        .device()
                        .command(path + "/dismissal", all)
                        .expect(200)
                        .getInteger("count"))
                .isEqualTo(60);
        assertThat(DESK.board().getLong("replies")).isEqualTo(before + 1);
        assertThat(DESK.app.count("audit_entry WHERE facts = 'dismissed ADVERTISING'"))
                .isGreaterThanOrEqualTo(60);
        assertThat(DESK.other
                        .device()
                        .command(path + "/return", new JsonObject().put("alike", true))
                        .expect(200)
                        .getInteger("count"))
                .isEqualTo(60);
        assertThat(DESK.board().getLong("replies")).isEqualTo(before + 61);
        link(DESK.tablet.device(), friend, id).expect(200);
        // Fifty would hide what the other tests put aside.
        assertThat(DESK.app.rows("DELETE FROM reply WHERE gateway = 'smpp-1' AND state = 'TRIAGE' RETURNING 1"))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void what_the_contract_refuses_is_said_in_dutch_and_without_the_value() {
        String path = "/replies/" + waits() + "/dismissal";
        TestDevice tablet = DESK.tablet.device();
        assertThat(tablet.post(path, new JsonObject().put("reason", "OTHER"))
                        .json()
                        .getString("detail"))
                .isEqualTo("Er ontbreekt iets: Idempotency-Key in de koppen.");
        assertThat(tablet.command(path, new JsonObject()).json().getString("detail"))
                .isEqualTo("Dit past niet bij het contract: het veld reason.");
        assertThat(tablet.command(path, new JsonObject().put("reason", "Samira"))
                        .json()
                        .getString("detail"))
                .startsWith("Dit past niet bij het contract")
                .doesNotContain("Samira");
        assertThat(tablet.get("/replies/geen-id/sender").json().getString("detail"))
                .isEqualTo("Dit past niet bij het contract: replyId in het pad.");
    }

    @Test
    void a_link_stands_after_the_shift() {
        String replyId = waits();
        link(DESK.tablet.device(), replyId, id).expect(200);
        assertThat(DESK.app.rows(
                        "UPDATE reply SET decided_at = decided_at - interval '12 h 1 s' WHERE id = $1 RETURNING 1",
                        UUID.fromString(replyId)))
                .hasSize(1);
        assertThat(takeBack(DESK.tablet.device(), replyId).outcome()).isEqualTo("409 reply.too-late");
    }

    @Test
    void what_belongs_nowhere_is_put_aside_with_a_reason_and_comes_back_when_asked() {
        String replyId = waits();
        dismiss(replyId, "ADVERTISING").expect(200);
        JsonObject aside = DESK.item("dismissed", text);
        assertThat(aside.getString("reason")).isEqualTo("ADVERTISING");
        assertThat(aside.getString("by")).isEqualTo("Fatima Oefenaar");
        Reply late = link(DESK.other.device(), replyId, id);
        assertThat(late.outcome()).isEqualTo("409 reply.dismissed");
        assertThat(late.json().getString("title")).isEqualTo("Fatima Oefenaar legde dit bericht net weg.");
        takeBack(DESK.other.device(), replyId).expect(200);
        assertThat(DESK.waiting(text).containsKey("reason")).isFalse();
    }

    @Test
    void refused_without_a_reason_with_another_word_and_for_what_is_unknown() {
        String replyId = waits();
        assertThat(dismiss(replyId, "ZOMAAR").status()).isEqualTo(400);
        String path = "/replies/" + replyId + "/dismissal";
        assertThat(DESK.tablet.device().command(path, new JsonObject()).status())
                .isEqualTo(400);
        UUID nobody = UUID.randomUUID();
        assertThat(link(DESK.tablet.device(), replyId, nobody).outcome()).isEqualTo("404 case.unknown");
        assertThat(link(DESK.tablet.device(), nobody.toString(), id).outcome()).isEqualTo("404 reply.unknown");
        assertThat(takeBack(DESK.tablet.device(), nobody.toString()).outcome()).isEqualTo("404 reply.unknown");
        assertThat(DESK.tablet.device().get("/replies/" + nobody + "/sender").outcome())
                .isEqualTo("404 reply.unknown");
        assertThat(DESK.tablet.device().get("/cases/" + nobody + "/thread").outcome())
                .isEqualTo("404 case.erased");
    }

    @Test
    void only_a_worker_who_is_signed_in_sees_it() {
        TestDevice nobody = TestDevice.enrolled(DESK.app, Profile.LOKET);
        assertThat(nobody.get("/replies").outcome()).isEqualTo("401 session.none");
        assertThat(DESK.phone.device().get("/replies").outcome()).isEqualTo("403 access.denied");
        assertThat(DESK.phone.device().get("/cases/" + id + "/thread").outcome())
                .isEqualTo("403 access.denied");
    }

    @Test
    void the_box_shows_fifty_at_most_the_longest_waiting_first() {
        Instant now = DESK.app.clock().instant();
        IntStream.range(0, 55)
                .forEach(n -> DESK.keep(
                        "veel",
                        "veel-" + n,
                        "Reclame",
                        "Nummer " + n,
                        now.minus(Duration.ofDays(1)).plusSeconds(n)));
        assertThat(DESK.tablet.device().get("/replies").expect(200).getJsonArray("replies"))
                .hasSize(50)
                .first()
                .extracting(one -> ((JsonObject) one).getString("text"))
                .isEqualTo("Nummer 0");
        assertThat(DESK.board().getLong("replies")).isGreaterThanOrEqualTo(55);
        assertThat(DESK.app.rows("DELETE FROM reply WHERE gateway = 'veel' RETURNING 1"))
                .hasSize(55);
    }

    @Test
    void nothing_opens_it_when_the_key_of_its_case_is_gone() {
        String number = DESK.number();
        UUID own = DESK.caseOf(number);
        DESK.comesIn(number, text);
        String replyId =
                DESK.thread(own).getJsonArray("entries").getJsonObject(1).getString("id");
        TestApp.await(
                DESK.app.database().inTransaction(tx -> DESK.app.app().replies().forget(tx, own)));
        assertThat(DESK.app.rows("DELETE FROM case_key WHERE case_id = $1 RETURNING 1", own))
                .hasSize(1);
        assertThat(DESK.tablet.device().get("/replies/" + replyId + "/sender").outcome())
                .isEqualTo("404 case.erased");
        assertThat(DESK.app.count("reply WHERE case_id = $1 AND number_match IS NOT NULL", own))
                .isZero();
    }

    private String waits() {
        DESK.comesIn(stranger, text);
        return DESK.waiting(text).getString("id");
    }

    private JsonObject last() {
        var entries = DESK.thread(id).getJsonArray("entries");
        return entries.getJsonObject(entries.size() - 1);
    }

    private static Future<Reply> linking(TestDevice device, String replyId, UUID caseId) {
        return device.command(
                HttpMethod.POST,
                "/replies/" + replyId + "/link",
                TestDevice.newId(),
                new JsonObject().put("caseId", caseId.toString()));
    }

    private static Reply link(TestDevice device, String replyId, UUID caseId) {
        return TestApp.await(linking(device, replyId, caseId));
    }

    private static Reply takeBack(TestDevice device, String replyId) {
        return device.command("/replies/" + replyId + "/return", null);
    }

    private static Reply dismiss(String replyId, String reason) {
        return DESK.tablet
                .device()
                .command("/replies/" + replyId + "/dismissal", new JsonObject().put("reason", reason));
    }
}
