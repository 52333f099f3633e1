package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.db.Tx;
import nl.haltloket.testing.CapturedLog;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the log says of requests, and what it does not say. */
class RequestLogTest {
    private static final TestApp APP = new TestApp();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_request_has_one_line_with_its_operation_and_the_id_that_it_answered_with() {
        try (CapturedLog log = new CapturedLog()) {
            Reply reply = TABLET.device().get("/board");
            JsonObject line = access(log, reply);
            assertThat(pairs(line))
                    .containsEntry("operation", "getBoard")
                    .containsEntry("status", "200")
                    .containsEntry("device", TABLET.device().id().toString())
                    .containsEntry("refusal", "-")
                    .containsKey("ms");
        }
    }

    @Test
    void a_refusal_is_logged_by_its_code() {
        try (CapturedLog log = new CapturedLog()) {
            Reply reply = TABLET.receive(UUID.randomUUID(), TestTablet.guardian());
            assertThat(pairs(access(log, reply)))
                    .containsEntry("operation", "receiveHandover")
                    .containsEntry("refusal", "handover.unknown")
                    .containsEntry("status", "404");
        }
    }

    @Test
    void requests_that_wait_for_each_other_keep_their_own_id() {
        try (CapturedLog log = new CapturedLog()) {
            List<Reply> replies = TestApp.await(Future.all(IntStream.range(0, 10)
                            .mapToObj(_ -> PHONE.post(PHONE.seal(PHONE.envelope())))
                            .toList()))
                    .list();
            assertThat(replies).allSatisfy(reply -> assertThat(pairs(access(log, reply)))
                    .containsEntry("operation", "submitHandover")
                    .containsEntry("status", "201"));
        }
    }

    @Test
    void what_goes_wrong_in_a_request_carries_its_id_across_the_database() {
        try (CapturedLog log = new CapturedLog()) {
            TestApp.await(APP.database().inTransaction(tx -> tx.query("ALTER TABLE intake_section RENAME TO gone")));
            UUID id = PHONE.handOver();
            TABLET.receive(id, TestTablet.guardian()).expect(201);
            Reply reply = TABLET.device().get("/cases/" + id);
            TestApp.await(APP.database().inTransaction(tx -> tx.query("ALTER TABLE gone RENAME TO intake_section")));
            assertThat(reply.status()).isEqualTo(503);
            assertThat(log.json())
                    .filteredOn(line -> line.getString("level").equals("ERROR"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(request(line)).isEqualTo(id(reply)));
        }
    }

    @Test
    void a_database_that_goes_away_is_one_line_for_each_request() {
        try (CapturedLog log = new CapturedLog()) {
            byte[] sealed = PHONE.seal(PHONE.envelope());
            Reply reply = TestApp.await(TestApp.await(APP.database()
                    .inTransaction(tx -> tx.query("LOCK TABLE device").compose(_ -> {
                        Future<Reply> sent = PHONE.post(sealed);
                        return endOfWhoWaits(tx).map(_ -> sent);
                    }))));
            assertThat(reply.outcome()).isEqualTo("503 unavailable");
            assertThat(log.json())
                    .filteredOn(line -> line.getString("level").equals("WARN")
                            && line.encode().contains(id(reply)))
                    .singleElement()
                    .satisfies(line -> assertThat(line.encode()).contains("The database is away"));
            assertThat(String.join("", log.lines())).doesNotContain("at nl.haltloket");
        }
    }

    @Test
    void who_gets_no_connection_to_the_database_in_time_is_asked_to_come_again() {
        UUID id = PHONE.handOver();
        byte[] sealed = PHONE.seal(PHONE.envelope());
        List<Future<Reply>> holding = new ArrayList<>();
        try (CapturedLog log = new CapturedLog()) {
            List<Reply> late = TestApp.await(APP.database().inTransaction(tx -> tx.query("LOCK TABLE device")
                            .compose(_ -> {
                                IntStream.range(0, TestApp.POOL_SIZE).forEach(_ -> holding.add(board()));
                                return untilAllWait(tx);
                            })
                            .compose(_ -> Future.join(receive(id), PHONE.post(sealed), board()))))
                    .list();
            assertThat(late).allSatisfy(reply -> {
                assertThat(reply.outcome()).isEqualTo("503 unavailable");
                assertThat(reply.json().getString("title"))
                        .isEqualTo("Het loket kan dit nu even niet. Probeer het zo opnieuw.");
                assertThat(reply.headers().get("Retry-After")).isEqualTo("2");
                assertThat(log.json())
                        .filteredOn(line -> line.getString("level").equals("WARN")
                                && line.encode().contains(id(reply)))
                        .hasSize(1);
            });
            holding.forEach(each -> TestApp.await(each).expect(200));
            assertThat(String.join("", log.lines())).doesNotContain("at nl.haltloket");
        }
        TestApp.await(receive(id)).expect(201);
    }

    private static Future<Reply> board() {
        return TABLET.device().send(HttpMethod.GET, "/board", Map.of(), null);
    }

    private static Future<Reply> receive(UUID handoverId) {
        JsonObject receipt = TestTablet.receipt(handoverId, TestTablet.guardian());
        return TABLET.device().command(HttpMethod.POST, "/cases", TestDevice.newId(), receipt);
    }

    private static Future<Void> untilAllWait(Tx tx) {
        return tx.query("""
                        SELECT count(DISTINCT pid) AS waiting FROM pg_locks
                        WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""")
                .compose(rows -> rows.iterator().next().getLong("waiting") < TestApp.POOL_SIZE
                        ? untilAllWait(tx)
                        : Future.succeededFuture());
    }

    /** Until there is one. */
    private static Future<Void> endOfWhoWaits(Tx tx) {
        return tx.query("""
                        SELECT count(pg_terminate_backend(pid)) AS ended FROM pg_locks
                        WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""")
                .compose(rows ->
                        rows.iterator().next().getLong("ended") > 0 ? Future.succeededFuture() : endOfWhoWaits(tx));
    }

    @Test
    void no_line_of_a_whole_walk_holds_anything_of_anybody() {
        try (CapturedLog log = new CapturedLog()) {
            UUID id = PHONE.handOver();
            JsonObject mother = TestTablet.guardian();
            TABLET.device().get("/handovers/" + id + "/content").expect(200);
            Reply received = TABLET.receive(id, mother);
            received.expect(201);
            TABLET.contact(
                            id,
                            mother.getString("id"),
                            new JsonObject()
                                    .put("outcome", "REACHED")
                                    .put("spokenWith", "Moeder Voorbeeld")
                                    .put("words", "Zij haalt hem op"))
                    .expect(200);
            TABLET.device().get("/cases/" + id).expect(200);
            JsonObject wrong = TestTablet.receipt(id, mother);
            wrong.getJsonObject("identity").put("basis", "Noor Voorbeeld");
            assertThat(TABLET.device().command("/cases", wrong).status()).isEqualTo(400);
            JsonObject line = access(log, received);
            assertThat(request(line)).isEqualTo(id(received));
            assertThat(String.join("", log.lines()))
                    .contains("receiveHandover")
                    .doesNotContain("Noor", "Voorbeeld", "2011-03-14", "12345678", "haalt", TestApp.PASSWORD)
                    .doesNotContain(String.valueOf(TABLET.device().token()), "/api/v1", id.toString());
        }
    }

    private static JsonObject access(CapturedLog log, Reply reply) {
        return await().until(
                        () -> log.json().stream()
                                .filter(line -> line.getString("loggerName").equals("nl.haltloket.access"))
                                .filter(line -> id(reply).equals(request(line)))
                                .toList(),
                        lines -> lines.size() == 1)
                .getFirst();
    }

    private static String id(Reply reply) {
        return String.valueOf(reply.headers().get("Request-Id"));
    }

    private static String request(JsonObject line) {
        return line.getJsonObject("mdc", new JsonObject()).getString("request", "none");
    }

    private static Map<String, String> pairs(JsonObject line) {
        JsonObject all = new JsonObject();
        line.getJsonArray("kvpList").forEach(pair -> all.mergeIn((JsonObject) pair));
        return all.stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
