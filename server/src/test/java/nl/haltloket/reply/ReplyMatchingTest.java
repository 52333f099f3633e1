package nl.haltloket.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.notify.Inbound;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What comes in is kept once, and at the right place. */
class ReplyMatchingTest {
    private static final ReplyFixture DESK = new ReplyFixture();

    @AfterAll
    static void stop() {
        DESK.close();
    }

    private final String number = DESK.number();

    @Test
    void a_reply_of_a_number_with_one_case_lands_there_unread_and_informs_nobody() {
        UUID id = DESK.caseOf(number);
        DESK.comesIn(number.substring(1), "Ik kom eraan.");
        assertThat(received(id)).containsExactly("Ik kom eraan.");
        assertThat(DESK.row(id).getInteger("unread")).isOne();
        JsonObject guardian = DESK.tablet
                .device()
                .get("/cases/" + id)
                .expect(200)
                .getJsonArray("guardians")
                .getJsonObject(0);
        assertThat(guardian.getBoolean("informed")).isFalse();
        assertThat(guardian.getString("state")).isEqualTo("NOT_TRIED");
    }

    @Test
    void the_thread_holds_both_ways_by_time_and_says_whose_number_it_is() {
        UUID id = DESK.caseOf(number);
        DESK.app.clock().advance(Duration.ofMinutes(1));
        DESK.comesIn(number, "أنا قادم");
        List<JsonObject> entries = entries(id);
        assertThat(entries).extracting(one -> one.getString("way")).containsExactly("SENT", "RECEIVED");
        assertThat(entries.getFirst().getString("text")).startsWith("Halt: uw kind");
        assertThat(entries.getFirst().getString("state")).isEqualTo("QUEUED");
        assertThat(entries.getLast().getJsonObject("who").getString("relation")).isEqualTo("MOTHER");
        assertThat(entries.getLast().getString("cause")).isEqualTo("NUMBER");
    }

    @Test
    void opened_is_read_and_the_board_no_longer_says_so() {
        UUID id = DESK.caseOf(number);
        DESK.comesIn(number, "Bent u er nog?");
        String replyId = entries(id).getLast().getString("id");
        JsonObject seen = new JsonObject().put("replies", List.of(replyId));
        String path = "/cases/" + id + "/thread/read";
        assertThat(DESK.tablet.device().command(path, seen).expect(200).getInteger("read"))
                .isOne();
        assertThat(DESK.tablet.device().command(path, seen).expect(200).getInteger("read"))
                .isZero();
        assertThat(DESK.row(id).getInteger("unread")).isZero();
        assertThat(entries(id).getLast().getBoolean("unread")).isFalse();
    }

    @Test
    void a_number_with_two_cases_is_asked_once_and_its_answer_takes_the_message_along() {
        UUID one = DESK.caseOf(number);
        UUID two = DESK.caseOf(number);
        DESK.comesIn(number, "Mag ik hem halen?");
        JsonObject item = DESK.waiting("Mag ik hem halen?");
        assertThat(item.getString("cause")).isEqualTo("WHICH_CASE");
        assertThat(item.getBoolean("asked")).isTrue();
        assertThat(suggested(item)).containsExactlyInAnyOrder(one.toString(), two.toString());
        assertThat(questions(one, two)).isOne();
        DESK.comesIn(number, "Het is " + DESK.code(two));
        assertThat(received(two)).containsExactly("Mag ik hem halen?", "Het is " + DESK.code(two));
        assertThat(entries(two))
                .filteredOn(entry -> "RECEIVED".equals(entry.getString("way")))
                .extracting(entry -> entry.getString("cause"))
                .containsExactly("ANSWERED", "CODE");
        assertThat(received(one)).isEmpty();
        assertThat(questions(one, two)).isOne();
    }

    @Test
    void a_number_is_asked_twice_an_hour_at_most_so_that_two_robots_do_not_talk_on() {
        UUID one = DESK.caseOf(number);
        UUID two = DESK.caseOf(number);
        IntStream.range(0, 5).forEach(n -> DESK.comesIn(number, "Ik ben afwezig " + n));
        assertThat(questions(one, two)).isEqualTo(2);
        assertThat(
                        DESK.app.rows(
                                "UPDATE reply SET asked_at = asked_at - interval '61 min' WHERE asked_at IS NOT NULL RETURNING 1"))
                .hasSizeGreaterThanOrEqualTo(2);
        DESK.comesIn(number, "Later");
        assertThat(questions(one, two))
                .as("one case gets three texts, and had a first one")
                .isEqualTo(2);
    }

    @Test
    void a_number_that_must_not_be_contacted_is_not_asked() {
        UUID one = DESK.caseOf(number);
        JsonObject guardian = TestTablet.guardian().put("number", number);
        UUID two = DESK.phone.handOver();
        DESK.tablet.receive(two, guardian).expect(201);
        JsonObject outcome = new JsonObject().put("outcome", "DO_NOT_CONTACT").put("reason", "contactverbod");
        DESK.tablet.contact(two, guardian.getString("id"), outcome).expect(200);
        DESK.comesIn(number, "Waar is hij?");
        assertThat(DESK.waiting("Waar is hij?").getBoolean("asked")).isFalse();
        assertThat(questions(one, two)).isZero();
    }

    @Test
    void a_known_number_with_the_code_of_another_case_goes_to_neither() {
        UUID own = DESK.caseOf(number);
        UUID others = DESK.caseOf(DESK.number());
        String text = "Over zaak " + DESK.code(others);
        DESK.comesIn(number, text);
        assertThat(DESK.waiting(text).getString("cause")).isEqualTo("OTHER_CODE");
        assertThat(received(own)).isEmpty();
        assertThat(received(others)).isEmpty();
    }

    @Test
    void a_right_code_from_an_unknown_number_is_only_suggested() {
        UUID id = DESK.caseOf(number);
        String text = "Oma hier, zaak " + DESK.code(id);
        DESK.comesIn(DESK.number(), text);
        JsonObject item = DESK.waiting(text);
        assertThat(item.getString("cause")).isEqualTo("UNKNOWN_NUMBER");
        assertThat(suggested(item)).containsExactly(id.toString());
        assertThat(item.encode()).doesNotContain(number);
        assertThat(received(id)).isEmpty();
    }

    @Test
    void words_short_codes_and_strangers_wait_and_are_never_answered() {
        long before = DESK.app.count("outbox");
        DESK.comesIn("Pakketje", "Uw pakket wacht.");
        DESK.comesIn("4420", "Win een prijs.");
        DESK.comesIn(number, "Met wie?");
        assertThat(DESK.waiting("Uw pakket wacht.").getString("cause")).isEqualTo("UNKNOWN_NUMBER");
        assertThat(DESK.waiting("Win een prijs.").getJsonArray("suggested")).isEmpty();
        assertThat(DESK.waiting("Met wie?").getBoolean("asked")).isFalse();
        assertThat(DESK.app.count("outbox")).isEqualTo(before);
    }

    @Test
    void the_same_text_under_the_same_id_counts_once() {
        UUID id = DESK.caseOf(number);
        Instant now = DESK.app.clock().instant();
        DESK.keep("smpp-1", "dubbel-1", number, "Een keer", now);
        DESK.keep("smpp-1", "dubbel-1", number, "Een keer", now.plusSeconds(300));
        DESK.keep("smpp-1", "dubbel-2", number, "Een keer", now);
        assertThat(received(id)).containsExactly("Een keer", "Een keer");
    }

    @Test
    void without_an_id_the_same_text_in_the_same_minute_counts_once() {
        UUID id = DESK.caseOf(number);
        Instant minute = Instant.parse("2026-11-22T20:05:00Z");
        DESK.keep("smpp-1", null, number, "Zonder kenmerk", minute.plusSeconds(1));
        DESK.keep("smpp-1", null, number, "Zonder kenmerk", minute.plusSeconds(59));
        DESK.keep("smpp-1", null, DESK.number(), "Zonder kenmerk", minute.plusSeconds(1));
        DESK.keep("smpp-1", null, number, "Zonder kenmerk", minute.plusSeconds(61));
        assertThat(received(id)).hasSize(2);
        assertThat(DESK.waiting("Zonder kenmerk").getString("cause")).isEqualTo("UNKNOWN_NUMBER");
    }

    @Test
    void of_ten_copies_at_once_one_is_kept() {
        UUID id = DESK.caseOf(number);
        Inbound copy = new Inbound(
                "smpp-1", "tien-1", number, "Tien keer", DESK.app.clock().instant());
        TestApp.await(Future.all(IntStream.range(0, 10)
                .mapToObj(_ -> DESK.app.app().replies().keeper().keep(copy))
                .toList()));
        assertThat(received(id)).containsExactly("Tien keer");
    }

    @Test
    void neither_number_nor_words_stand_in_the_database_or_the_logbook() {
        UUID id = DESK.caseOf(number);
        DESK.comesIn(number, "Leesbaar bij zaak");
        DESK.comesIn("Reclame", "Leesbaar zonder zaak");
        String stored = lines("reply") + lines("audit_entry");
        assertThat(stored)
                .contains(id.toString())
                .doesNotContain("Leesbaar", hex("Leesbaar"), number.substring(1), hex(number));
        assertThat(DESK.app.count(
                        "audit_entry WHERE subject LIKE 'reply:%' AND facts LIKE '%case:' || $1 || '%'", id.toString()))
                .isOne();
    }

    @Test
    void a_reply_goes_along_when_its_case_is_moved_to_another_juvenile() {
        UUID wrong = DESK.caseOf(number);
        String code = DESK.code(wrong);
        DESK.comesIn(number, "Komt eraan");
        UUID right = DESK.phone.handOver();
        JsonObject move = new JsonObject().put("handoverId", right.toString()).put("reason", "WRONG_ROW");
        DESK.tablet.device().command("/cases/" + wrong + "/displacement", move).expect(201);
        DESK.comesIn(number, "Zaak " + code);
        assertThat(received(right)).containsExactly("Komt eraan", "Zaak " + code);
        assertThat(received(wrong)).isEmpty();
    }

    @Test
    void what_the_wrong_number_answers_is_marked_as_such() {
        UUID id = DESK.phone.handOver();
        JsonObject guardian = TestTablet.guardian().put("number", number);
        DESK.tablet.receive(id, guardian).expect(201);
        JsonObject correction = new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("number", DESK.number())
                .put("readBack", true)
                .put("reason", "MISHEARD");
        DESK.tablet
                .device()
                .command("/cases/" + id + "/guardians/" + guardian.getString("id") + "/numbers", correction)
                .expect(201);
        DESK.comesIn(number, "Verkeerd verbonden");
        assertThat(entries(id).getLast().getJsonObject("who").getBoolean("former"))
                .isTrue();
    }

    private static long questions(UUID... cases) {
        return List.of(cases).stream()
                .mapToLong(id -> DESK.app.count("outbox WHERE case_id = $1 AND callback_key LIKE 'reply:%'", id))
                .sum();
    }

    private static List<String> suggested(JsonObject item) {
        return item.getJsonArray("suggested").stream()
                .map(one -> ((JsonObject) one).getString("caseId"))
                .toList();
    }

    private static List<JsonObject> entries(UUID caseId) {
        return DESK.thread(caseId).getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<String> received(UUID caseId) {
        return entries(caseId).stream()
                .filter(entry -> "RECEIVED".equals(entry.getString("way")))
                .map(entry -> entry.getString("text"))
                .toList();
    }

    private static String lines(String table) {
        return DESK.app
                .rows("SELECT string_agg(t::text, ' ') AS lines FROM " + table + " t")
                .getFirst()
                .getString("lines");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
