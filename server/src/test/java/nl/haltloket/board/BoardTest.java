package nl.haltloket.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board as a snapshot and as a stream; a server of its own for each test, because the board shows all of it. */
class BoardTest {
    private static final int STREAMS = 2;
    private static final String END = "end";

    private final TestApp app = new TestApp(STREAMS);
    private final TestPhone phone = new TestPhone(app);
    private final TestTablet tablet = new TestTablet(app, "fatima");
    private @Nullable HttpClient client;

    @BeforeEach
    void connect() {
        client = app.vertx().createHttpClient();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void an_empty_board_counts_nobody() {
        JsonObject board = board();
        assertThat(board.getInteger("here")).isZero();
        assertThat(board.getInteger("underway")).isZero();
        assertThat(board.getJsonArray("rows")).isEmpty();
    }

    @Test
    void the_board_says_that_texts_do_not_go_out() {
        assertThat(board().getJsonObject("texts").getBoolean("up")).isTrue();
        try (TestApp silent = TestApp.withoutGateway()) {
            JsonObject texts = new TestTablet(silent, "fatima")
                    .device()
                    .get("/board")
                    .expect(200)
                    .getJsonObject("texts");
            assertThat(texts.getBoolean("up")).isFalse();
            assertThat(texts.getString("sentence")).isEqualTo("De sms-gateway is niet bereikbaar.");
        }
    }

    @Test
    void who_is_here_comes_first_and_who_waits_longest_above() {
        UUID underway = handOver();
        UUID second = handOver();
        UUID first = handOver();
        receive(first);
        receive(second);
        JsonObject board = board();
        assertThat(ids(board)).containsExactly(first.toString(), second.toString(), underway.toString());
        assertThat(board.getInteger("here")).isEqualTo(2);
        assertThat(board.getInteger("underway")).isOne();
        assertThat(board.getJsonArray("rows").getJsonObject(2).getJsonArray("guardians"))
                .isEmpty();
    }

    @Test
    void who_is_gone_is_gone_from_the_board() {
        UUID withdrawn = handOver();
        phone.device().command("/handovers/" + withdrawn + "/withdrawal", null).expect(200);
        UUID left = handOver();
        receive(left);
        tablet.move(left, "LEFT", "PICKED_UP").expect(200);
        assertThat(ids(board())).isEmpty();
    }

    @Test
    void each_guardian_is_on_the_board_in_order_with_what_a_screen_needs_to_say_who_is_next() {
        UUID id = handOver();
        JsonObject mother = TestTablet.guardian().put("number", "030 123 4567");
        JsonObject father = TestTablet.guardian()
                .put("relation", "FATHER")
                .put("doNotContact", true)
                .put("doNotContactReason", "contactverbod");
        tablet.receive(id, father, mother).expect(201);
        assertThat(row().getString("receivedBy")).isEqualTo("Fatima O.");
        assertThat(cell(0).getString("relation")).isEqualTo("FATHER");
        assertThat(cell(0).getString("state")).isEqualTo("DO_NOT_CONTACT");
        assertThat(cell(0).containsKey("substitute")).isFalse();
        assertThat(cell(1).getString("state")).isEqualTo("CALL_DUE");
        assertThat(cell(1).getString("at")).isEqualTo("2026-11-22T20:00:01Z");
        assertThat(cell(1).getString("callBefore")).isEqualTo("2026-11-22T20:10:01Z");
        tablet.contact(
                        id,
                        mother.getString("id"),
                        new JsonObject()
                                .put("outcome", "REACHED")
                                .put("spokenWith", "x")
                                .put("words", "y"))
                .expect(200);
        assertThat(cell(1).getString("state")).isEqualTo("REACHED");
    }

    @Test
    void who_calls_is_seen_by_all_tablets_for_three_minutes() {
        UUID id = handOver();
        JsonObject mother = TestTablet.guardian().put("number", "030 123 4567");
        tablet.receive(id, mother).expect(201);
        String claims = "/cases/" + id + "/guardians/" + mother.getString("id") + "/claims";
        new TestTablet(app, "joris").device().command(claims, null).expect(201);
        assertThat(cell(0).getJsonObject("claim").getString("by")).isEqualTo("Joris V.");
        app.clock().advance(Duration.ofMinutes(3).minusSeconds(1));
        assertThat(cell(0).containsKey("claim")).isTrue();
        app.clock().advance(Duration.ofSeconds(1));
        assertThat(cell(0).containsKey("claim")).isFalse();
    }

    @Test
    void the_board_is_safe_for_the_public_eye() {
        UUID id = handOver();
        receive(id);
        assertThat(board().encode())
                .contains(id.toString())
                .doesNotContain("Noor", "Voorbeeld", "2011", "alcohol", "Marktplein", "612345678", "4711");
    }

    @Test
    void a_stream_shows_the_board_on_opening_and_after_each_change() throws InterruptedException {
        BlockingQueue<String> messages = open(tablet.device(), "/board/stream");
        assertThat(next(messages).getInteger("underway")).isZero();
        UUID id = handOver();
        assertThat(next(messages).getInteger("underway")).isOne();
        receive(id);
        JsonObject shown = next(messages);
        while (shown.getInteger("here") == 0) {
            shown = next(messages);
        }
        assertThat(ids(shown)).containsExactly(id.toString());
    }

    @Test
    void a_phone_follows_its_own_handover() throws InterruptedException {
        UUID id = handOver();
        BlockingQueue<String> messages = open(phone.device(), "/handovers/" + id + "/stream");
        assertThat(next(messages).getString("state")).isEqualTo("SUBMITTED");
        receive(id);
        JsonObject shown = next(messages);
        assertThat(shown.getString("state")).isEqualTo("RECEIVED");
        assertThat(shown.getJsonObject("receipt").getString("number")).isEqualTo("R-0001");
    }

    @Test
    void a_stream_over_the_limit_is_refused() throws InterruptedException {
        BlockingQueue<String> first = open(tablet.device(), "/board/stream");
        BlockingQueue<String> second = open(tablet.device(), "/board/stream");
        assertThat(next(first)).isNotNull();
        assertThat(next(second)).isNotNull();
        assertThat(tablet.device().get("/board/stream").outcome()).isEqualTo("429 stream.limit");
    }

    @Test
    void a_device_that_is_sent_away_sees_no_more_of_the_board() throws InterruptedException {
        BlockingQueue<String> messages = open(tablet.device(), "/board/stream");
        assertThat(next(messages)).isNotNull();
        TestDevice.signedIn(app, Profile.BEHEER, "anneke")
                .delete("/devices/" + tablet.device().id())
                .expect(204);
        phone.handOver();
        assertThat(messages.poll(10, TimeUnit.SECONDS)).isEqualTo(END);
    }

    @Test
    void streams_end_when_the_server_stops() throws InterruptedException {
        BlockingQueue<String> messages = open(tablet.device(), "/board/stream");
        assertThat(next(messages)).isNotNull();
        TestApp.await(app.kiosk().stop());
        assertThat(messages.poll(10, TimeUnit.SECONDS)).isEqualTo(END);
    }

    private UUID handOver() {
        app.clock().advance(Duration.ofSeconds(1));
        return phone.handOver();
    }

    private void receive(UUID id) {
        app.clock().advance(Duration.ofSeconds(1));
        tablet.receive(id, TestTablet.guardian()).expect(201);
    }

    private JsonObject board() {
        return tablet.device().get("/board").expect(200);
    }

    private JsonObject row() {
        return board().getJsonArray("rows").getJsonObject(0);
    }

    private JsonObject cell(int position) {
        return row().getJsonArray("guardians").getJsonObject(position);
    }

    private static List<String> ids(JsonObject board) {
        return board.getJsonArray("rows").stream()
                .map(row -> ((JsonObject) row).getString("id"))
                .toList();
    }

    /** Every message of the stream, and {@link #END} when it ends. */
    private BlockingQueue<String> open(TestDevice device, String path) {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        HttpClient open = Objects.requireNonNull(client);
        TestApp.await(open.request(HttpMethod.GET, app.app().servers().localPort(), "127.0.0.1", "/api/v1" + path)
                .compose(request -> request.putHeader("Authorization", "Bearer " + device.token())
                        .send())
                .onSuccess(response -> response.handler(bytes -> messages.add(bytes.toString()))
                        .endHandler(_ -> messages.add(END))
                        .exceptionHandler(_ -> messages.add(END))));
        return messages;
    }

    private static JsonObject next(BlockingQueue<String> messages) throws InterruptedException {
        String message = messages.poll(10, TimeUnit.SECONDS);
        assertThat(message).isNotNull().contains("\ndata: ");
        return new JsonObject(String.valueOf(message).split("\ndata: ", 2)[1].split("\n", 2)[0]);
    }
}
