package nl.haltloket.intake;

import static nl.haltloket.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.haltloket.testing.ReceiverPeer;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestIntake;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever handles the intake roughly gets a sentence with a code, never a fault, and nothing gets lost by it. */
class RoughHandlingTest {
    @TempDir
    static Path directory = Path.of("");

    private static final Vertx VERTX = Vertx.vertx();
    private static final String LONG = "a".repeat(50_000);
    private static final List<Object> NASTY =
            List.of("", LONG, "a\u0000b", "-999999999-01-01T00:00:00Z", 1L << 40, new JsonArray());

    private static ReceiverPeer peer = unset();
    private static TestApp app = unset();
    private static TestPhone phone = unset();
    private static TestTablet fatima = unset();
    private static TestTablet joris = unset();
    private static TestIntake desk = unset();

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
        joris = new TestTablet(app, "joris");
        desk = new TestIntake(fatima);
    }

    @AfterAll
    static void stop() {
        app.close();
        peer.goDown();
        await(VERTX.close());
    }

    private record Op(
            HttpMethod method, String path, @Nullable JsonObject body) {
        Reply by(TestDevice device) {
            return sent(device, TestDevice.newId());
        }

        Reply sent(TestDevice device, UUID key) {
            return method.equals(HttpMethod.GET) ? device.get(path) : await(device.command(method, path, key, body));
        }

        Op with(@Nullable JsonObject other) {
            return new Op(method, path, other);
        }
    }

    private static UUID received(JsonObject mother) {
        UUID id = phone.handOver();
        fatima.receive(id, mother).expect(201);
        fatima.beginIntake(id);
        fatima.speak(id, mother.getString("id"));
        return id;
    }

    private static UUID offered(JsonObject mother) {
        UUID id = received(mother);
        desk.handOver(id).expect(201);
        return id;
    }

    private static UUID erased(JsonObject mother) {
        UUID id = offered(mother);
        fatima.move(id, "RETURNED", "DECLINED_BY_HALT").expect(200);
        fatima.device()
                .command("/cases/" + id + "/transfer/paper", new JsonObject().put("givenTo", "Boa 4711"))
                .expect(201);
        until(id, "ERASED");
        return id;
    }

    private static void until(UUID id, String state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!state(id).equals(state)) {
            assertThat(System.nanoTime()).as("%s of %s", state(id), id).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static String state(UUID id) {
        return app.rows("SELECT state FROM case_file WHERE id = $1", id)
                .getFirst()
                .getString(0);
    }

    private static void become(UUID id, String state) {
        var _ = app.rows("UPDATE case_file SET state = $2 WHERE id = $1 RETURNING id", id, state);
    }

    private static JsonObject saved(JsonObject data) {
        return new JsonObject().put("version", 0).put("data", data);
    }

    private static JsonObject number() {
        return new JsonObject().put("number", "06 87654321").put("readBack", true);
    }

    private static List<Op> commands(UUID id, JsonObject mother) {
        String at = "/cases/" + id;
        String her = at + "/guardians/" + mother.getString("id");
        return List.of(
                post(
                        at + "/transitions",
                        new JsonObject()
                                .put("to", "NOT_FIT_NOW")
                                .put("note", "x")
                                .put("reason", "OTHER")),
                post(at + "/rights", TestTablet.rights()),
                post(at + "/offers", desk.offer(id)),
                post(at + "/decisions", desk.juvenile(id, "NO").put("words", "Nee.")),
                post(at + "/decisions", desk.juvenile(id, "YES").put("purpose", "REMINDER")),
                post(
                        at + "/decisions",
                        desk.guardian(id, mother, "YES").put("adult", true).put("victim", false)),
                post(
                        at + "/decisions/" + TestDevice.newId() + "/withdrawal",
                        new JsonObject().put("words", "Toch niet.")),
                put(at + "/fitness", new JsonObject().put("fit", true).put("note", "x")),
                post(at + "/appointment", new JsonObject()),
                put(
                        at + "/intake/identity",
                        saved(new JsonObject()
                                .put("callingName", "No")
                                .put("mobile", "06 11111111")
                                .put("street", "A 1")
                                .put("postalCode", "1234 AB")
                                .put("city", "B"))),
                put(
                        at + "/intake/language",
                        saved(new JsonObject()
                                .put("language", "nl")
                                .put("interpreter", true)
                                .put("readsDutch", true))),
                put(
                        at + "/intake/contact",
                        saved(new JsonObject()
                                .put("trustedName", "A")
                                .put("trustedNumber", "06 11111112")
                                .put("school", "B"))),
                put(
                        at + "/intake/pickup",
                        saved(new JsonObject()
                                .put("mayLeaveAlone", true)
                                .put("pickedUpBy", "A")
                                .put("pickedUpAt", "22:00")
                                .put("identifiedBy", "B"))),
                put(
                        at + "/intake/appointment",
                        saved(new JsonObject()
                                .put("date", "2026-12-01")
                                .put("time", "10:00")
                                .put("mode", "OFFICE")
                                .put("office", "A")
                                .put("companion", "B"))),
                put(
                        at + "/care/scil",
                        saved(new JsonObject()
                                .put("occasion", true)
                                .put("reason", "READING")
                                .put("noticedBy", "WORKER")
                                .put("easyScreens", true))),
                put(
                        at + "/care/mentor",
                        saved(new JsonObject().put("name", "Oom").put("relation", "oom"))),
                put(at + "/care/apology", saved(new JsonObject().put("wish", "YES"))),
                put(
                        at + "/care/harmed",
                        saved(new JsonObject().put("wish", "YES").put("toldBy", "boa"))),
                put(
                        at + "/care/damage",
                        saved(new JsonObject()
                                .put("estimateCents", 100)
                                .put("owner", "A")
                                .put("ownerContact", "B"))),
                put(
                        at + "/care/signals",
                        saved(new JsonObject()
                                .put("SOD-01", "A")
                                .put("SOD-01-by", "B")
                                .put("discussed", true))),
                put(at + "/care/meldcode", saved(new JsonObject().put("step1", "A"))),
                put(at + "/own-words", new JsonObject().put("version", 0).put("text", "Hoi.")),
                post(
                        at + "/experience",
                        new JsonObject().put("language", "nl").put("answers", new JsonObject().put("PLACE", "YES"))),
                post(
                        at + "/warm-handovers",
                        new JsonObject()
                                .put("purpose", "A")
                                .put("receiver", "B")
                                .put("details", "C")),
                post(at + "/warm-handovers/" + TestDevice.newId() + "/withdrawal", new JsonObject()),
                post(
                        at + "/approvals",
                        new JsonObject()
                                .put("authority", "ASSISTANT_PROSECUTOR")
                                .put("approved", true)
                                .put("who", "A")
                                .put("givenAt", "2026-11-22T20:00:00Z")
                                .put("reference", "B")),
                post(at + "/guardians", TestTablet.guardian()),
                put(
                        her,
                        new JsonObject()
                                .put("name", "M")
                                .put("relation", "MOTHER")
                                .put("custody", "YES")
                                .put("language", "nl")),
                post(her + "/numbers", number()),
                post(
                        her + "/contacts",
                        new JsonObject()
                                .put("outcome", "REACHED")
                                .put("how", "CALLED")
                                .put("spokenWith", "A")
                                .put("words", "B")),
                post(her + "/claims", new JsonObject()),
                post(
                        her + "/substitutes",
                        new JsonObject()
                                .put("who", "OTHER")
                                .put("name", "A")
                                .put("relation", "B")
                                .put("number", "06 11111113")),
                post(her + "/letters", new JsonObject().put("way", "GIVEN").put("to", "A")),
                post(
                        at + "/offences",
                        new JsonObject()
                                .put("handoverId", TestDevice.newId().toString())
                                .put("sameJuvenile", true)),
                post(
                        at + "/displacement",
                        new JsonObject()
                                .put("handoverId", TestDevice.newId().toString())
                                .put("reason", "WRONG_ROW")),
                post(at + "/thread/read", new JsonObject()),
                post(
                        at + "/transfer/paper",
                        new JsonObject().put("givenTo", "A").put("givenAt", "2026-11-22T20:00:00Z")),
                post(at + "/transfer", null),
                post("/sessions/current/juvenile", new JsonObject().put("caseId", id.toString())));
    }

    private static List<Op> looks(UUID id, JsonObject mother) {
        List<Op> looks = new ArrayList<>();
        for (String path : List.of(
                "",
                "/documents/dossier.pdf",
                "/documents/dossier.json",
                "/transfer",
                "/care",
                "/screens",
                "/own-words",
                "/juvenile",
                "/thread",
                "/guardians/" + mother.getString("id") + "/letter.pdf",
                "/guardians/" + mother.getString("id") + "/letter.pdf?language=ar")) {
            looks.add(get("/cases/" + id + path));
        }
        for (String language : List.of("nl", "ar", "pl", "zz", "", "%00", "nl-NL")) {
            for (String file : List.of(
                    "rights",
                    "offer",
                    "leaflet",
                    "consent",
                    "guardian-consent",
                    "guardian-information",
                    "receipt",
                    "receipt-slip",
                    "negative-report")) {
                looks.add(get("/cases/" + id + "/documents/" + file + ".pdf?language=" + language));
            }
            for (String document : List.of(
                    "RIGHTS",
                    "OFFER",
                    "LEAFLET",
                    "CONSENT",
                    "GUARDIAN_CONSENT",
                    "GUARDIAN_INFORMATION",
                    "GUARDIAN_LETTER",
                    "RECEIPT",
                    "NEGATIVE_REPORT",
                    "NONE")) {
                looks.add(get("/cases/" + id + "/shown/" + document + "?language=" + language));
            }
        }
        looks.add(get("/handovers/" + id));
        looks.add(get("/handovers/" + id + "/content"));
        looks.add(get("/board"));
        looks.add(get("/replies"));
        return looks;
    }

    private static Op get(String path) {
        return new Op(HttpMethod.GET, path, null);
    }

    private static Op post(String path, @Nullable JsonObject body) {
        return new Op(HttpMethod.POST, path, body);
    }

    private static Op put(String path, JsonObject body) {
        return new Op(HttpMethod.PUT, path, body);
    }

    /** Empty for an answer, and for a refusal that a screen can show; no fault ever. */
    private static String fault(Op op, Reply reply) {
        boolean told = reply.status() < 400
                || (reply.status() < 500
                        && "application/problem+json".equals(reply.mediaType())
                        && !reply.json().getString("code", "").isEmpty()
                        && reply.json().getString("title", "").endsWith("."));
        String all = op + " " + reply.outcome();
        return told ? "" : all.substring(0, Math.min(all.length(), 400));
    }

    private static List<JsonObject> spoilt(JsonObject body, Object nasty) {
        List<JsonObject> all = new ArrayList<>();
        for (String key : body.fieldNames()) {
            if (body.getValue(key) instanceof JsonObject inner) {
                for (JsonObject one : spoilt(inner, nasty)) {
                    all.add(body.copy().put(key, one));
                }
            }
            all.add(body.copy().put(key, nasty));
        }
        all.add(body.copy().put("extra", nasty));
        return all;
    }

    @Test
    void no_body_makes_a_fault() {
        JsonObject mother = TestTablet.guardian();
        UUID id = offered(mother);
        List<String> faults = new ArrayList<>();
        for (Op op : commands(id, mother)) {
            if (op.body() == null || op.path().contains("/sessions/")) {
                continue;
            }
            become(id, "OFFERED");
            for (Object nasty : NASTY) {
                for (JsonObject body : spoilt(op.body(), nasty)) {
                    Op spoilt = op.with(body);
                    faults.add(fault(spoilt, spoilt.by(fatima.device())));
                }
            }
        }
        become(id, "SCHEDULED");
        for (Op look : looks(id, mother)) {
            faults.add(fault(look, look.by(fatima.device())));
        }
        assertThat(faults).hasSizeGreaterThan(400).allMatch(String::isEmpty);
    }

    @Test
    void what_can_not_be_is_not_kept() {
        JsonObject mother = TestTablet.guardian();
        UUID id = offered(mother);
        String at = "/cases/" + id;
        JsonObject left = new JsonObject().put("to", "LEFT").put("reason", "WALKED_AWAY");
        JsonObject no = desk.juvenile(id, "NO");
        JsonObject paper = new JsonObject().put("givenTo", "Boa");
        Map<Op, String> refused = new LinkedHashMap<>();
        refused.put(post(at + "/transitions", left.copy().put("note", "\u202Eomgekeerd")), "422 text.hidden");
        refused.put(post(at + "/transitions", left.copy().put("note", "a\u0000b")), "422 text.hidden");
        refused.put(
                put(at + "/fitness", new JsonObject().put("fit", true).put("note", "Ruikt naar bier.")),
                "409 case.fit");
        refused.put(post(at + "/decisions", no.copy().put("language", "zz")), "422 language.unknown");
        refused.put(post(at + "/decisions", no.copy().put("language", "n\u0000l")), "422 language.unknown");
        refused.put(put(at + "/intake/identity", saved(new JsonObject().put("street", 5))), "422 intake.value");
        refused.put(put(at + "/intake/pickup", saved(new JsonObject().put("mayLeaveAlone", "ja"))), "422 intake.value");
        refused.put(put(at + "/intake/pickup", saved(new JsonObject()).put("version", 1L << 40)), "422 request.value");
        refused.put(post(at + "/transfer/paper", paper.copy().put("givenAt", "gisteren")), "422 request.value");
        refused.forEach((op, outcome) ->
                assertThat(op.by(fatima.device()).outcome()).as(op.toString()).isEqualTo(outcome));
        assertThat(state(id)).isEqualTo("OFFERED");
        assertThat(desk.file(id).getJsonArray("decisions")).isEmpty();
        fatima.move(id, "RETURNED", "DECLINED_BY_HALT").expect(200);
        assertThat(post(at + "/transfer/paper", paper.copy().put("givenAt", "1900-01-01T00:00:00Z"))
                        .by(fatima.device())
                        .outcome())
                .isEqualTo("422 transfer.given-at");
    }

    @Test
    void a_note_of_spaces_does_not_say_why_nobody_was_told() {
        UUID id = phone.handOver();
        fatima.receive(id, TestTablet.guardian()).expect(201);
        fatima.beginIntake(id);
        Op left = post(
                "/cases/" + id + "/transitions",
                new JsonObject().put("to", "LEFT").put("reason", "WALKED_AWAY").put("note", "  "));
        assertThat(left.by(fatima.device()).outcome()).isEqualTo("422 verdict.guardian-not-told");
        assertThat(state(id)).isEqualTo("INTAKE");
    }

    @Test
    void an_erased_case_gives_nothing() {
        JsonObject mother = TestTablet.guardian();
        UUID id = erased(mother);
        List<String> readable = List.of("/cases/" + id + "/transfer", "/handovers/" + id, "/board", "/replies");
        List<String> faults = new ArrayList<>();
        List<Op> all = new ArrayList<>(looks(id, mother));
        all.addAll(commands(id, mother));
        for (Op op : all) {
            Reply reply = op.by(fatima.device());
            faults.add(fault(op, reply));
            assertThat(reply.body().toString()).as(op.toString()).doesNotContain("Voorbeeld");
            assertThat(reply.status()).as(op.toString()).satisfies(status -> {
                if (!readable.contains(op.path())) {
                    assertThat(status).isGreaterThanOrEqualTo(400);
                }
            });
        }
        assertThat(faults).allMatch(String::isEmpty);
    }

    @Test
    void only_a_tablet_with_a_worker_does_it() {
        JsonObject mother = TestTablet.guardian();
        UUID id = offered(mother);
        TestDevice coordinator = TestDevice.coordinator(app, "anneke");
        TestDevice nobody = TestDevice.enrolled(app, Profile.LOKET);
        List<Op> all = new ArrayList<>(looks(id, mother));
        all.addAll(commands(id, mother));
        all.add(get("/voluntary-cases"));
        all.add(get("/help"));
        for (Op op : all) {
            if (!op.path().startsWith("/handovers") && !op.path().equals("/board")) {
                for (TestDevice device : List.of(coordinator, nobody, phone.device())) {
                    assertThat(op.by(device).status()).as(op.toString()).isIn(401, 403);
                }
            }
        }
        for (String report : List.of("/reports/steps", "/reports/experiences", "/documents", "/texts")) {
            assertThat(fatima.device().get(report).status()).isEqualTo(403);
        }
        TestDevice tablet = new TestTablet(app, "joris").device();
        tablet.giveToJuvenile(id).expect(200);
        UUID other = offered(TestTablet.guardian());
        for (Op op : all) {
            Op there = new Op(op.method(), op.path().replace(id.toString(), other.toString()), op.body());
            assertThat(there.by(tablet).status()).as(there.toString()).isEqualTo(403);
        }
        JsonObject no = desk.juvenile(id, "NO");
        for (JsonObject body : List.of(
                desk.guardian(id, mother, "NO"),
                no.copy().put("purpose", "REMINDER"),
                no.copy().put("channel", "PAPER"))) {
            assertThat(post("/cases/" + id + "/decisions", body).by(tablet).outcome())
                    .isEqualTo("403 consent.not-yours");
        }
    }

    @Test
    void a_key_is_of_one_command() {
        JsonObject mother = TestTablet.guardian();
        UUID id = offered(mother);
        UUID key = TestDevice.newId();
        Op first = put(
                "/cases/" + id + "/own-words",
                new JsonObject().put("version", 0).put("text", "Een."));
        Reply kept = first.sent(fatima.device(), key);
        kept.expect(200);
        assertThat(first.sent(fatima.device(), key).body()).isEqualTo(kept.body());
        assertThat(first.sent(joris.device(), key).outcome()).isEqualTo("409 command.other-body");
        for (Op op : commands(id, mother)) {
            if (!op.path().contains("/sessions/")) {
                assertThat(op.sent(fatima.device(), key).outcome())
                        .as(op.toString())
                        .isIn("409 command.other-body", "400 request.invalid");
            }
        }
    }

    @Test
    void two_tablets_at_once() {
        JsonObject mother = TestTablet.guardian();
        UUID id = offered(mother);
        String at = "/cases/" + id;
        JsonObject liked = new JsonObject().put("language", "nl").put("answers", new JsonObject().put("PLACE", "YES"));
        both(put(at + "/own-words", new JsonObject().put("version", 0).put("text", "Een.")), "200", "409 care.changed");
        both(put(at + "/care/mentor", saved(new JsonObject().put("name", "Oom"))), "200", "409 care.changed");
        both(
                put(at + "/intake/appointment", saved(new JsonObject().put("date", "2026-12-01"))),
                "200",
                "409 intake.changed");
        both(post(at + "/experience", liked), "201", "409 experience.given");
        both(post(at + "/decisions", desk.juvenile(id, "YES")), "201", "201");
        both(post(at + "/decisions", desk.guardian(id, mother, "YES")), "201", "201");
        both(post(at + "/appointment", new JsonObject()), "200", "409 case.step");
        both(
                put(at + "/intake/pickup", saved(new JsonObject().put("pickedUpBy", "Tante"))),
                "200",
                "409 intake.changed");
        int sent = peer.taken().size();
        both(post(at + "/transfer", null), "202", "202");
        until(id, "ERASED");
        assertThat(peer.taken()).hasSize(sent + 1);
        both(post(at + "/transfer", null), "404 case.erased", "404 case.erased");
    }

    @Test
    void two_tablets_take_back_and_hand_over_once() {
        UUID id = offered(TestTablet.guardian());
        String at = "/cases/" + id;
        desk.decide(id, desk.juvenile(id, "YES")).expect(201);
        String decision =
                desk.file(id).getJsonArray("decisions").getJsonObject(0).getString("id");
        String withdrawal = "/decisions/" + decision + "/withdrawal";
        UUID other = received(TestTablet.guardian());
        assertThat(post("/cases/" + other + withdrawal, new JsonObject())
                        .by(fatima.device())
                        .outcome())
                .isEqualTo("404 consent.unknown");
        both(post(at + withdrawal, new JsonObject()), "200", "409 consent.withdrawn");
        both(post(at + "/appointment", new JsonObject()), "409 appointment.none", "409 appointment.none");
        both(post(at + "/transfer/paper", new JsonObject().put("givenTo", "Boa")), "201", "409 transfer.done");
        until(id, "ERASED");
    }

    /** The same from two tablets at one moment: these two answers, whoever was first. */
    private static void both(Op op, String one, String other) {
        Future<Reply> first = fatima.device().command(op.method(), op.path(), TestDevice.newId(), op.body());
        Future<Reply> second = joris.device().command(op.method(), op.path(), TestDevice.newId(), op.body());
        assertThat(List.of(await(first).outcome(), await(second).outcome()))
                .as(op.toString())
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void no_answer_is_lost_over_a_language_that_is_not_there() {
        UUID id = received(TestTablet.guardian());
        long before = count();
        for (String language : List.of("zz", "\u202Enl", "", "nl\u0000")) {
            Reply reply = experience(id, language);
            assertThat(reply.status()).as(language).isBetween(400, 499);
        }
        experience(id, "nl").expect(201);
        assertThat(count()).isEqualTo(before + 1);
    }

    private static Reply experience(UUID id, String language) {
        return fatima.device()
                .command(
                        "/cases/" + id + "/experience",
                        new JsonObject()
                                .put("language", language)
                                .put("answers", new JsonObject().put("PLACE", "YES")));
    }

    private static long count() {
        return app.rows("SELECT coalesce(sum(given), 0) FROM experience_count")
                .getFirst()
                .getLong(0);
    }

    @Test
    void the_voluntary_case_can_not_be_misused() {
        JsonObject details = new JsonObject()
                .put("name", "Noor")
                .put("birthDate", "2011-03-14")
                .put("setting", "SCHOOL")
                .put("proposer", "JUVENILE")
                .put("contact", "06 11111111")
                .put("wish", "Hulp.")
                .put("consent", "YES")
                .put("guardian", "Moeder")
                .put("guardianConsent", "YES")
                .put("guardianHow", "PHONE");
        String id = post("/voluntary-cases", details)
                .by(fatima.device())
                .expect(201)
                .getString("id");
        String at = "/voluntary-cases/" + id;
        Op save = put(at, new JsonObject().put("version", 1).put("details", details));
        Op end = post(at + "/end", new JsonObject().put("outcome", "HANDED_OVER"));
        String second = post("/voluntary-cases", details)
                .by(fatima.device())
                .expect(201)
                .getString("id");
        List<String> faults = new ArrayList<>();
        for (Object nasty : NASTY) {
            for (Op op : List.of(
                    put("/voluntary-cases/" + second, Objects.requireNonNull(save.body())),
                    post("/voluntary-cases/" + second + "/end", end.body()))) {
                for (JsonObject body : spoilt(Objects.requireNonNull(op.body()), nasty)) {
                    faults.add(fault(op, op.with(body).by(fatima.device())));
                }
            }
        }
        assertThat(faults).allMatch(String::isEmpty);
        assertThat(get(at + "/sheet.pdf").by(fatima.device()).status()).isEqualTo(200);
        both(end, "200", "409 voluntary.ended");
        for (Op op : List.of(save, end, get(at + "/sheet.pdf"), get(at + "/sheet.json"))) {
            assertThat(op.by(fatima.device()).outcome()).isEqualTo("409 voluntary.ended");
        }
        assertThat(get(at).by(fatima.device()).expect(200).encode()).doesNotContain("Noor");
        for (String path : List.of("", "/care", "/screens", "/own-words", "/thread", "/juvenile", "/transfer")) {
            assertThat(get("/cases/" + id + path).by(fatima.device()).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
