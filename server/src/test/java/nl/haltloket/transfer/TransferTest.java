package nl.haltloket.transfer;

import static nl.haltloket.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.haltloket.leak.LeakScan;
import nl.haltloket.testing.ReceiverPeer;
import nl.haltloket.testing.ReceiverPeer.Fault;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case goes to its receiver, whatever that does, and is gone here afterwards and not before. */
class TransferTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    @TempDir
    static Path directory = Path.of("");

    private static final io.vertx.core.Vertx VERTX = io.vertx.core.Vertx.vertx();
    private static ReceiverPeer peer = unset();
    private static TestApp app = unset();
    private static TestPhone phone = unset();
    private static TestTablet fatima = unset();

    /** Until {@link #start}. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unset() {
        return null;
    }

    @BeforeAll
    static void start() {
        peer = new ReceiverPeer(VERTX, directory);
        app = TestApp.configuredIn(peer.configuration());
        phone = new TestPhone(app);
        fatima = new TestTablet(app, "fatima");
    }

    @AfterAll
    static void stop() {
        app.close();
        peer.goDown();
        await(VERTX.close());
    }

    /** The clock moves by minutes, and a token is good for fifteen. */
    @BeforeEach
    void renew() {
        fatima.device().renew();
        phone.device().renew();
    }

    /** With an appointment and a way home. */
    private static UUID scheduled() {
        UUID id = phone.handOver();
        fatima.receive(id, TestTablet.guardian()).expect(201);
        fatima.beginIntake(id);
        String guardian = app.rows("SELECT id::text FROM guardian WHERE case_id = $1", id)
                .getFirst()
                .getString(0);
        fatima.speak(id, guardian);
        await(fatima.save(
                        id,
                        "appointment",
                        0,
                        new JsonObject().put("date", "2026-12-01").put("time", "15:00")))
                .expect(200);
        await(fatima.save(id, "pickup", 0, new JsonObject().put("pickedUpBy", "Tante Ophaalster")))
                .expect(200);
        state(id, "SCHEDULED");
        return id;
    }

    private static void state(UUID id, String state) {
        var _ = app.rows("UPDATE case_file SET state = $2 WHERE id = $1 RETURNING id", id, state);
    }

    private static Reply transfer(UUID id) {
        return fatima.device().command("/cases/" + id + "/transfer", null);
    }

    private static JsonObject look(UUID id) {
        return fatima.device().get("/cases/" + id + "/transfer").expect(200);
    }

    private static JsonObject first(UUID id) {
        return look(id).getJsonArray("transfers").getJsonObject(0);
    }

    private static String problem(UUID id) {
        JsonObject problem = first(id).getJsonObject("problem");
        return problem == null ? "" : problem.getString("code");
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen in time: "
                        + app
                                .rows(
                                        "SELECT row_to_json(t)::text FROM (SELECT step, problem, problem_status, attempts, due_at, claimed_until, case_number FROM transfer ORDER BY assembled_at DESC LIMIT 2) t")
                                .stream()
                                .map(row -> row.getString(0))
                                .toList());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean erased(UUID id) {
        return app.count("case_file WHERE id = $1 AND state = 'ERASED'", id) == 1;
    }

    @Test
    void a_case_goes_to_the_receiver_and_is_erased_after_its_signed_receipt() {
        UUID id = scheduled();
        JsonObject before = look(id);
        assertThat(before.getString("purpose")).isEqualTo("DOSSIER");
        assertThat(before.getJsonArray("missing")).isEmpty();
        assertThat(before.getJsonArray("receivers").getJsonObject(0).getJsonArray("groups"))
                .hasSizeGreaterThan(5);
        int sent = peer.taken().size();
        transfer(id).expect(202);
        until(() -> erased(id));

        ReceiverPeer.Taken taken = peer.taken().get(sent);
        JsonObject content = peer.opened(taken, app.keys().receiptKeys().getPublic());
        assertThat(taken.path()).isEqualTo("/halt-zaaksysteem");
        assertThat(content.fieldNames())
                .containsExactlyInAnyOrder(
                        "versie", "overdrachtId", "loketId", "ontvanger", "soort", "gemaaktOp", "dossier");
        assertThat(content.getJsonObject("dossier").getJsonObject("zaak").getString("zaakId"))
                .isEqualTo(id.toString());
        Set<String> allowed = ReceiverFile.read(TestApp.configuration())
                .receivers()
                .getFirst()
                .fields()
                .pointers();
        assertThat(allowed).containsAll(leaves(content.getJsonObject("dossier")));

        JsonObject after = look(id);
        assertThat(after.getString("state")).isEqualTo("ERASED");
        JsonObject one = after.getJsonArray("transfers").getJsonObject(0);
        assertThat(one.getString("progress")).isEqualTo("DONE");
        assertThat(one.getString("caseNumber")).isEqualTo("H-2026-41");
        assertThat(
                        app
                                .rows(
                                        "SELECT action, facts FROM audit_entry WHERE subject = $1 ORDER BY seq",
                                        "case:" + id)
                                .stream()
                                .map(row -> row.getString(0) + " " + row.getString(1)))
                .anyMatch(line -> line.equals(
                        "CHANGE transfer %s package %s".formatted(one.getString("id"), one.getString("packageHash"))))
                .anyMatch(line -> line.startsWith("CHANGE transfer %s receipt ".formatted(one.getString("id"))))
                .anyMatch(line -> line.startsWith("ERASE "));
        assertThat(await(app.database().inTransaction(StoredPackages::verify)).problems())
                .noneMatch(problem -> problem.contains(one.getString("id")));
    }

    private static Set<String> leaves(JsonObject json) {
        try {
            return FieldListTest.leaves(new com.fasterxml.jackson.databind.ObjectMapper().readTree(json.encode()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothing_of_an_erased_case_can_be_read_and_its_key_is_gone() {
        UUID id = scheduled();
        LeakScan scan =
                new LeakScan(List.of("Voorbeeld", "2011-03-14", "Moeder Voorbeeld", "Tante Ophaalster", "12345678"));
        assertThat(scan.in("case", fatima.device().get("/cases/" + id).body().toString()))
                .isNotEmpty();
        UUID guardian = app.rows("SELECT id FROM guardian WHERE case_id = $1", id)
                .getFirst()
                .getUUID(0);
        transfer(id).expect(202);
        until(() -> erased(id));

        for (String path :
                List.of("", "/documents/dossier.json", "/documents/dossier.pdf", "/documents/offer.pdf?language=nl")) {
            assertThat(fatima.device().get("/cases/" + id + path).outcome())
                    .as(path)
                    .isEqualTo("404 case.erased");
        }
        for (String path : List.of(
                "/cases/" + id + "/transfer",
                "/handovers/" + id,
                "/handovers/" + id + "/content",
                "/board",
                "/replies")) {
            assertThat(scan.in(path, fatima.device().get(path).body().toString()))
                    .isEmpty();
        }
        assertThat(fatima.device().get("/board").body().toString()).doesNotContain(id.toString());
        assertThat(app.count("case_key WHERE case_id = $1", id)).isZero();
        assertThat(app.count("outbox WHERE case_id = $1 AND number_match IS NOT NULL", id))
                .isZero();
        assertThat(app.count("guardian WHERE id = $1", guardian)).isZero();
        assertNothingSealed(id);
        assertThat(fatima.contact(id, guardian.toString(), new JsonObject().put("outcome", "NOT_REACHED"))
                        .outcome())
                .isEqualTo("404 case.erased");
    }

    @Test
    void what_was_sent_about_an_erased_case_can_not_be_guessed_and_a_repeat_gets_its_first_answer() {
        UUID id = phone.handOver();
        UUID commandId = TestDevice.newId();
        JsonObject receipt = TestTablet.receipt(id, TestTablet.guardian());
        JsonObject first = received(commandId, receipt);
        fatima.move(id, "RETURNED", "DECLINED_BY_HALT").expect(200);
        assertThat(app.count("command WHERE subject = $1 AND body_match IS NOT NULL", id))
                .isEqualTo(2);
        paper(id, "Boa 4711").expect(201);
        until(() -> erased(id));
        assertThat(app.count("command WHERE subject = $1", id)).isEqualTo(3);
        assertThat(app.count("command WHERE subject = $1 AND body_match IS NOT NULL", id))
                .isZero();
        assertThat(received(commandId, receipt)).isEqualTo(first);
    }

    @Test
    void the_id_of_a_command_about_an_erased_case_never_answers_another_command() {
        UUID id = phone.handOver();
        UUID commandId = TestDevice.newId();
        JsonObject receipt = TestTablet.receipt(id, TestTablet.guardian());
        JsonObject first = received(commandId, receipt);
        JsonObject step = new JsonObject().put("to", "INTAKE");
        UUID living = phone.handOver();
        fatima.receive(living, TestTablet.guardian()).expect(201);
        assertThat(sent(commandId, "/cases/" + living + "/transitions", step)).isEqualTo("409 command.other-body");
        fatima.move(id, "RETURNED", "DECLINED_BY_HALT").expect(200);
        paper(id, "Boa 4711").expect(201);
        until(() -> erased(id));
        assertThat(sent(commandId, "/cases/" + living + "/transitions", step)).isEqualTo("409 command.other-body");
        assertThat(sent(commandId, "/cases/" + living + "/rights", TestTablet.rights()))
                .isEqualTo("409 command.other-body");
        assertThat(app.count("case_file WHERE id = $1 AND state = 'INTAKE'", living))
                .isZero();
        assertThat(received(commandId, receipt)).isEqualTo(first);
    }

    private static String sent(UUID commandId, String path, JsonObject body) {
        return await(fatima.device().command(HttpMethod.POST, path, commandId, body))
                .outcome();
    }

    private static JsonObject received(UUID commandId, JsonObject receipt) {
        return await(fatima.device().command(HttpMethod.POST, "/cases", commandId, receipt))
                .expect(201);
    }

    /** Every column that holds sealed values, in whatever table, by whatever it belongs to the case. */
    private static void assertNothingSealed(UUID id) {
        List<Row> columns = app.rows("""
                SELECT c.table_name, c.column_name,
                  (SELECT string_agg(k.column_name, ',') FROM information_schema.columns k
                   WHERE k.table_name = c.table_name AND k.column_name IN ('case_id', 'handover_id')) AS by
                FROM information_schema.columns c
                WHERE c.table_schema = 'public' AND c.data_type = 'bytea'
                  AND (c.column_name LIKE '%sealed' OR c.column_name = 'package')""");
        assertThat(columns.size()).isGreaterThan(10);
        for (Row column : columns) {
            String table = column.getString(0);
            String by = column.getString(2) != null
                    ? column.getString(2).replaceFirst(",.*", "")
                    : Set.of("case_file", "handover").contains(table) ? "id" : "";
            if (!by.isEmpty()) {
                assertThat(app.count(
                                "%s WHERE %s = $1 AND length(%s) > 0".formatted(table, by, column.getString(1)), id))
                        .as(table + "." + column.getString(1))
                        .isZero();
            }
        }
        assertThat(app.count("guardian_contact c LEFT JOIN guardian g ON g.id = c.guardian_id WHERE g.id IS NULL"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_422, REFUSED",
        "STATUS_302, REFUSED",
        "STATUS_500, BUSY",
        "SILENT_CLOSE, NO_ANSWER",
        "GARBAGE, UNREADABLE",
        "EMPTY, UNREADABLE",
        "LONG, UNREADABLE",
        "WRONG_SIGNATURE, RECEIPT_SIGNATURE",
        "OTHER_HASH, RECEIPT_OTHER",
        "OTHER_TRANSFER, RECEIPT_OTHER",
        "NUMBER_ONLY, RECEIPT_FOLLOWS",
    })
    void what_goes_wrong_is_a_sentence_nothing_is_lost_and_the_next_try_succeeds(Fault fault, String code) {
        UUID id = scheduled();
        int sent = peer.taken().size();
        peer.next(fault);
        transfer(id).expect(202);
        until(() -> problem(id).equals(code));
        JsonObject one = first(id);
        assertThat(one.getJsonObject("problem").getString("sentence"))
                .endsWith(".")
                .doesNotContain("null");
        assertThat(one.getString("progress")).isEqualTo("WAITING");
        assertThat(fatima.device().get("/cases/" + id).status()).isEqualTo(200);
        assertThat(row(id).getJsonObject("transfer").getString("state")).isEqualTo("WAITING");
        app.clock().advance(Duration.ofSeconds(5));
        until(() -> erased(id));
        List<ReceiverPeer.Taken> tries = peer.taken().subList(sent, peer.taken().size());
        assertThat(tries).hasSize(2);
        assertThat(tries.get(0).key()).isEqualTo(tries.get(1).key());
        assertThat(Buffer.buffer(tries.get(0).sealed()))
                .isEqualTo(Buffer.buffer(tries.get(1).sealed()));
    }

    @Test
    void a_receiver_that_names_another_case_number_than_first_is_not_believed() {
        UUID id = scheduled();
        peer.next(Fault.NUMBER_ONLY).next(Fault.OTHER_NUMBER);
        transfer(id).expect(202);
        until(() -> problem(id).equals("RECEIPT_FOLLOWS"));
        assertThat(first(id).getString("caseNumber")).isEqualTo("H-2026-41");
        app.clock().advance(Duration.ofSeconds(5));
        until(() -> problem(id).equals("NUMBER_OTHER"));
        assertThat(erased(id)).isFalse();
        app.clock().advance(Duration.ofSeconds(15));
        until(() -> erased(id));
    }

    @Test
    void a_receiver_that_is_down_for_a_quarter_is_an_alarm_on_the_board() {
        UUID id = scheduled();
        peer.goDown();
        transfer(id).expect(202);
        until(() -> problem(id).equals("UNREACHABLE"));
        for (int minutes = 0; minutes <= 15; minutes += 5) {
            int attempts = first(id).getInteger("attempts");
            app.clock().advance(Duration.ofMinutes(5));
            renew();
            until(() -> first(id).getInteger("attempts") > attempts);
        }
        assertThat(row(id).getJsonObject("transfer").getString("state")).isEqualTo("ALARM");
        assertThat(first(id).getString("progress")).isEqualTo("ALARM");
        peer.comeBack();
        transfer(id).expect(202);
        until(() -> erased(id));
    }

    @Test
    void a_server_that_dies_half_way_goes_on_where_it_was() {
        UUID id = scheduled();
        peer.next(Fault.NUMBER_ONLY);
        transfer(id).expect(202);
        until(() -> problem(id).equals("RECEIPT_FOLLOWS"));
        String key = peer.taken().getLast().key();
        // As after kill -9: claimed by this node, and nobody works on it.
        var _ = app.rows(
                "UPDATE transfer SET claimed_by = $2, claimed_until = $3, due_at = $4 WHERE case_id = $1 RETURNING id",
                id,
                node(),
                app.clock().instant().plus(Duration.ofHours(1)).atOffset(java.time.ZoneOffset.UTC),
                app.clock().instant().atOffset(java.time.ZoneOffset.UTC));
        app.restart();
        until(() -> erased(id));
        assertThat(peer.taken()).filteredOn(taken -> taken.key().equals(key)).hasSize(2);
    }

    private static String node() {
        try {
            return java.net.InetAddress.getLocalHost().getHostName();
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_package_that_was_edited_where_it_is_stored_is_not_sent_and_is_found_without_a_key() {
        UUID id = scheduled();
        peer.goDown();
        transfer(id).expect(202);
        until(() -> problem(id).equals("UNREACHABLE"));
        var _ = app.rows(
                "UPDATE transfer SET package = set_byte(package, 200, 255 - get_byte(package, 200)) WHERE case_id = $1 RETURNING id",
                id);
        assertThat(await(app.database().inTransaction(StoredPackages::verify)).problems())
                .anyMatch(problem -> problem.contains(first(id).getString("id")));
        peer.comeBack();
        app.clock().advance(Duration.ofSeconds(5));
        until(() -> problem(id).equals("PACKAGE_CHANGED"));
        // With its hash: the audit knows better.
        var _ = app.rows("UPDATE transfer SET package_sha256 = sha256(package) WHERE case_id = $1 RETURNING id", id);
        assertThat(await(app.database().inTransaction(StoredPackages::verify)).problems())
                .anyMatch(problem -> problem.contains(first(id).getString("id")));
        int sent = peer.taken().size();
        app.clock().advance(Duration.ofSeconds(15));
        until(() -> first(id).getInteger("attempts") == 3);
        assertThat(peer.taken()).hasSize(sent);
        // Made anew it goes.
        transfer(id).expect(202);
        until(() -> erased(id));
    }

    @Test
    void what_was_added_after_the_package_was_made_goes_after_it() {
        UUID id = scheduled();
        peer.goDown();
        transfer(id).expect(202);
        until(() -> problem(id).equals("UNREACHABLE"));
        await(fatima.save(id, "pickup", 1, new JsonObject().put("pickedUpBy", "Opa Later")))
                .expect(200);
        int sent = peer.taken().size();
        peer.comeBack();
        app.clock().advance(Duration.ofSeconds(5));
        until(() -> erased(id));
        List<ReceiverPeer.Taken> tries = peer.taken().subList(sent, peer.taken().size());
        assertThat(tries).hasSize(2);
        JsonObject last = peer.opened(tries.get(1), app.keys().receiptKeys().getPublic());
        assertThat(last.getString("vervangt")).isEqualTo(tries.get(0).key());
        assertThat(last.encode()).contains("Opa Later");
    }

    @Test
    void a_dossier_that_waits_does_not_go_when_its_case_goes_back() {
        UUID id = scheduled();
        peer.goDown();
        transfer(id).expect(202);
        until(() -> problem(id).equals("UNREACHABLE"));
        fatima.move(id, "RETURNED", "CONSENT_WITHDRAWN").expect(200);
        assertThat(look(id).getJsonArray("transfers")).isEmpty();
        int sent = peer.taken().size();
        peer.comeBack();
        app.clock().advance(Duration.ofSeconds(5));
        until(() -> app.count("transfer WHERE case_id = $1 AND step = 'CANCELLED'", id) == 1);
        assertThat(peer.taken()).hasSize(sent);
        paper(id, "Boa 4711").expect(201);
        until(() -> erased(id));
        assertThat(peer.taken()).hasSize(sent);
    }

    @Test
    void nothing_follows_a_dossier_that_had_left_when_its_case_went_back() {
        UUID id = scheduled();
        int sent = peer.taken().size();
        peer.next(Fault.NUMBER_ONLY);
        transfer(id).expect(202);
        until(() -> problem(id).equals("RECEIPT_FOLLOWS"));
        await(fatima.save(id, "pickup", 1, new JsonObject().put("pickedUpBy", "Opa Later")))
                .expect(200);
        fatima.move(id, "RETURNED", "CONSENT_WITHDRAWN").expect(200);
        app.clock().advance(Duration.ofSeconds(5));
        until(() -> app.count("transfer WHERE case_id = $1 AND step = 'CONFIRMED'", id) == 1);
        Set<String> keys = new HashSet<>();
        peer.taken().subList(sent, peer.taken().size()).forEach(one -> keys.add(one.key()));
        assertThat(keys).hasSize(1);
        assertThat(app.count("transfer WHERE case_id = $1", id)).isOne();
        assertThat(erased(id)).isFalse();
        assertThat(first(id).getString("purpose")).isEqualTo("DOSSIER");
        paper(id, "Boa 4711").expect(201);
        until(() -> erased(id));
    }

    @Test
    void a_case_without_a_way_home_stays() {
        UUID id = phone.handOver();
        fatima.receive(id, TestTablet.guardian()).expect(201);
        assertThat(transfer(id).outcome()).isEqualTo("409 transfer.too-early");
        state(id, "SCHEDULED");
        assertThat(transfer(id).outcome()).isEqualTo("409 transfer.appointment-first");
        JsonArray missing = look(id).getJsonArray("missing");
        assertThat(missing.stream().map(one -> ((JsonObject) one).getString("step")))
                .containsExactly("appointment", "pickup");
    }

    @Test
    void a_returned_case_of_a_boa_is_reported_on_paper_and_nothing_goes_to_halt() {
        UUID id = phone.handOver();
        fatima.receive(id, TestTablet.guardian()).expect(201);
        fatima.move(id, "RETURNED", "DECLINED_BY_HALT").expect(200);
        assertThat(unreported()).contains(id.toString());
        int sent = peer.taken().size();
        assertThat(transfer(id).outcome()).isEqualTo("409 transfer.on-paper");
        assertThat(paper(id, "  ").outcome()).isEqualTo("422 transfer.given-to");
        assertThat(paper(id, "Boa 4711").expect(201).getString("state")).isEqualTo("TRANSFERRED");
        until(() -> erased(id));
        assertThat(peer.taken()).hasSize(sent);
        assertThat(unreported()).doesNotContain(id.toString());
        assertThat(app.rows("SELECT reason FROM case_file WHERE id = $1", id)
                        .getFirst()
                        .getString(0))
                .isEqualTo("DECLINED_BY_HALT");
        assertNothingSealed(id);
    }

    @Test
    void a_returned_case_of_the_police_is_reported_with_few_fields() {
        UUID id = phone.handOver();
        fatima.receive(id, TestTablet.guardian()).expect(201);
        fatima.move(id, "RETURNED", "DECLINED_BY_HALT").expect(200);
        var _ = app.rows(
                "UPDATE device SET referrer_id = 'politie-0815' WHERE id = (SELECT device_id FROM handover WHERE id = $1) RETURNING id",
                id);
        int sent = peer.taken().size();
        Reply asked = transfer(id);
        var _ = app.rows(
                "UPDATE device SET referrer_id = 'boa-4711' WHERE id = (SELECT device_id FROM handover WHERE id = $1) RETURNING id",
                id);
        asked.expect(202);
        until(() -> erased(id));
        JsonObject content =
                peer.opened(peer.taken().get(sent), app.keys().receiptKeys().getPublic());
        assertThat(content.getString("soort")).isEqualTo("negatief bericht");
        assertThat(peer.taken().get(sent).path()).isEqualTo("/politie-oefenland");
        assertThat(content.getJsonObject("dossier").fieldNames()).doesNotContain("ouders", "intake", "oordeel");
    }

    private static Reply paper(UUID id, String to) {
        return fatima.device().command("/cases/" + id + "/transfer/paper", new JsonObject().put("givenTo", to));
    }

    private static Set<String> unreported() {
        Set<String> ids = new HashSet<>();
        fatima.device()
                .get("/board")
                .expect(200)
                .getJsonArray("unreported")
                .forEach(one -> ids.add(((JsonObject) one).getString("id")));
        return ids;
    }

    private static JsonObject row(UUID id) {
        return fatima.device().get("/board").expect(200).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("id").equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }
}
