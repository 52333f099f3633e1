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
import java.util.List;
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
    private static final List<Object> NASTY = List.of(
            "",
            " ",
            LONG,
            "a\u0000b",
            "\u202Eomgekeerd",
            "\uD83D\uDE00",
            "a\uD800",
            "'; DROP TABLE case_file; --",
            "9999-99-99",
            "+999999999-12-31",
            "-999999999-01-01T00:00:00Z",
            "2026-12-01",
            "zz",
            "ar",
            "nl",
            "Ja.\nEn nee.",
            "00000000-0000-0000-0000-000000000000",
            -1,
            0,
            7,
            1L << 40,
            1.5,
            true,
            new JsonArray(),
            new JsonObject());

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
            return method == HttpMethod.GET ? device.get(path) : await(device.command(method, path, key, body));
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

    /** A refusal that a screen can show; no fault ever. */
    private static String sentence(Op op, Reply reply) {
        String what = op + " " + reply.outcome();
        String shown = what.length() > 400 ? what.substring(0, 400) : what;
        if (reply.status() >= 500) {
            System.out.println("FAULT " + shown + " " + reply.body());
            return shown;
        }
        if (reply.status() >= 400) {
            if (!"application/problem+json".equals(reply.mediaType())
                    || !reply.json().getString("title", "").endsWith(".")
                    || reply.json().getString("code", "").isEmpty()) {
                System.out.println("ODD " + shown + " " + reply.body());
                return shown;
            }
        }
        return "";
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
        java.util.Map<String, Integer> taken = new java.util.TreeMap<>();
        int count = 0;
        for (Op op : commands(id, mother)) {
            if (op.body() == null || op.path().contains("/sessions/")) {
                continue;
            }
            for (Object nasty : NASTY) {
                become(id, "OFFERED");
                for (JsonObject body : spoilt(op.body(), nasty)) {
                    if (op.path().contains("/intake/")
                            || op.path().contains("/care/")
                            || op.path().contains("own-words")) {
                        if (body.getValue("version") instanceof Integer zero && zero == 0) {
                            body.put("version", version(op, id));
                        }
                    }
                    Reply reply = op.with(body).by(fatima.device());
                    count++;
                    if (reply.status() < 300) {
                        String diff = body.encode();
                        System.out.println("TAKEN " + op.method() + " "
                                + op.path().substring(Math.min(op.path().length(), 43)) + " "
                                + diff.substring(0, Math.min(300, diff.length())));
                    }
                    taken.merge(
                            op.path().substring(Math.min(op.path().length(), 43)) + " " + reply.outcome(),
                            1,
                            Integer::sum);
                    String fault = sentence(op.with(body), reply);
                    if (!fault.isEmpty()) {
                        faults.add(fault);
                    }
                }
            }
        }
        taken.forEach((what, times) -> System.out.println("COUNT " + times + " " + what));
        become(id, "SCHEDULED");
        for (Op look : looks(id, mother)) {
            Reply reply = look.by(fatima.device());
            String fault = sentence(look, reply);
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
        }
        System.out.println(count + " bodies");
        Reply going = post("/cases/" + id + "/transfer", null).by(fatima.device());
        System.out.println("transfer " + going.outcome() + " " + going.body());
        assertThat(faults).isEmpty();
    }

    private static int version(Op op, UUID id) {
        String table = op.path().contains("/intake/")
                ? "intake_section"
                : op.path().contains("/care/") ? "care_part" : "own_words";
        String name = op.path().substring(op.path().lastIndexOf('/') + 1);
        String column = table.equals("intake_section") ? "section" : "part";
        return app.rows(
                        table.equals("own_words")
                                ? "SELECT coalesce(max(version), 0) FROM own_words WHERE case_id = $1"
                                : "SELECT coalesce(max(version), 0) FROM %s WHERE case_id = $1 AND lower(%s::text) = '%s'"
                                        .formatted(table, column, name),
                        id)
                .getFirst()
                .getInteger(0);
    }

    @Test
    void an_erased_case_gives_nothing() {
        JsonObject mother = TestTablet.guardian();
        UUID id = erased(mother);
        List<String> faults = new ArrayList<>();
        List<Op> all = new ArrayList<>(looks(id, mother));
        all.addAll(commands(id, mother));
        for (Op op : all) {
            Reply reply = op.by(fatima.device());
            String text = reply.body().toString();
            if (!sentence(op, reply).isEmpty() || text.contains("Voorbeeld")) {
                faults.add(op + " " + reply.outcome());
            }
            System.out.println(
                    "ERASED " + op.method() + " " + op.path().replace(id.toString(), "ID") + " " + reply.outcome());
        }
        assertThat(faults).isEmpty();
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
            Reply there = new Op(op.method(), op.path().replace(id.toString(), other.toString()), op.body()).by(tablet);
            if (there.status() != 403) {
                System.out.println("JUVENILE " + op + " " + there.outcome());
            }
        }
        for (Op op : all) {
            Reply here = op.by(tablet);
            if (here.status() != 403) {
                System.out.println("JUVENILE OWN " + op.method() + " "
                        + op.path().replace(id.toString(), "ID") + " " + here.outcome());
            }
        }
        JsonObject no = desk.juvenile(id, "NO");
        for (JsonObject body : List.of(
                desk.guardian(id, mother, "NO"),
                no.copy().put("purpose", "REMINDER"),
                no.copy().put("channel", "PAPER"))) {
            System.out.println("JUVENILE decides "
                    + post("/cases/" + id + "/decisions", body).by(tablet).outcome());
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
                        .isEqualTo("409 command.other-body");
            }
        }
    }

    @Test
    void two_tablets_at_once() {
        JsonObject mother = TestTablet.guardian();
        UUID id = offered(mother);
        both(
                "own-words",
                put(
                        "/cases/" + id + "/own-words",
                        new JsonObject().put("version", 0).put("text", "Een.")));
        both("mentor", put("/cases/" + id + "/care/mentor", saved(new JsonObject().put("name", "Oom"))));
        both(
                "appointment",
                put("/cases/" + id + "/intake/appointment", saved(new JsonObject().put("date", "2026-12-01"))));
        both(
                "experience",
                post(
                        "/cases/" + id + "/experience",
                        new JsonObject().put("language", "nl").put("answers", new JsonObject().put("PLACE", "YES"))));
        both("yes", post("/cases/" + id + "/decisions", desk.juvenile(id, "YES")));
        both("hers", post("/cases/" + id + "/decisions", desk.guardian(id, mother, "YES")));
        both("hers again", post("/cases/" + id + "/decisions", desk.guardian(id, mother, "YES")));
        both("scheduled", post("/cases/" + id + "/appointment", new JsonObject()));
        both("pickup", put("/cases/" + id + "/intake/pickup", saved(new JsonObject().put("pickedUpBy", "Tante"))));
        int sent = peer.taken().size();
        both("transfer", post("/cases/" + id + "/transfer", null));
        until(id, "ERASED");
        assertThat(peer.taken()).hasSize(sent + 1);
        both("transfer", post("/cases/" + id + "/transfer", null));

        UUID other = offered(mother.copy().put("id", TestDevice.newId().toString()));
        desk.decide(other, desk.juvenile(other, "YES")).expect(201);
        String decision =
                desk.file(other).getJsonArray("decisions").getJsonObject(0).getString("id");
        System.out.println("withdrawn of other case "
                + post(
                                "/cases/" + received(TestTablet.guardian()) + "/decisions/" + decision + "/withdrawal",
                                new JsonObject())
                        .by(fatima.device())
                        .outcome());
        both("withdrawn", post("/cases/" + other + "/decisions/" + decision + "/withdrawal", new JsonObject()));
        both("appointment after", post("/cases/" + other + "/appointment", new JsonObject()));
        both("paper", post("/cases/" + other + "/transfer/paper", new JsonObject().put("givenTo", "Boa")));
        until(other, "ERASED");
        UUID third = offered(mother.copy().put("id", TestDevice.newId().toString()));
        fatima.move(third, "RETURNED", "DECLINED_BY_HALT").expect(200);
        Future<Reply> one =
                fatima.device().command(HttpMethod.POST, "/cases/" + third + "/transfer", TestDevice.newId(), null);
        Future<Reply> two = joris.device()
                .command(
                        HttpMethod.POST,
                        "/cases/" + third + "/transfer/paper",
                        TestDevice.newId(),
                        new JsonObject().put("givenTo", "Boa").put("givenAt", "1900-01-01T00:00:00Z"));
        System.out.println("BOTH paper beside transfer " + await(one).outcome() + " | "
                + await(two).outcome());
        until(third, "ERASED");
    }

    private static void both(String what, Op op) {
        Future<Reply> one = fatima.device().command(op.method(), op.path(), TestDevice.newId(), op.body());
        Future<Reply> two = joris.device().command(op.method(), op.path(), TestDevice.newId(), op.body());
        Reply first = await(one);
        Reply second = await(two);
        System.out.println("BOTH " + what + " " + first.outcome() + " | " + second.outcome());
        assertThat(sentence(op, first) + sentence(op, second)).isEmpty();
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
        return app.rows("SELECT coalesce(sum(given), 0) FROM experience")
                .getFirst()
                .getLong(0);
    }

    @Test
    void a_no_names_the_text_that_was_shown() {
        UUID id = offered(TestTablet.guardian());
        System.out.println("NO in zz "
                + desk.decide(
                                id,
                                desk.juvenile(id, "LATER").put("language", "zz").put("version", 99_999))
                        .outcome());
        System.out.println("rights zz "
                + post("/cases/" + id + "/rights", TestTablet.rights().put("language", "zz"))
                        .by(fatima.device())
                        .outcome());
        System.out.println("rights ar "
                + post("/cases/" + id + "/rights", TestTablet.rights().put("language", "ar"))
                        .by(fatima.device())
                        .outcome());
        System.out.println("offer ar "
                + post("/cases/" + id + "/offers", desk.offer(id).put("language", "ar"))
                        .by(fatima.device())
                        .outcome());
        System.out.println("yes ar "
                + desk.decide(id, desk.juvenile(id, "YES").put("language", "ar"))
                        .outcome());
        System.out.println("yes reminder ar "
                + desk.decide(
                                id,
                                desk.juvenile(id, "YES")
                                        .put("purpose", "REMINDER")
                                        .put("language", "ar"))
                        .outcome());
        System.out.println("shown ar "
                + fatima.device()
                        .get("/cases/" + id + "/shown/CONSENT?language=ar")
                        .body());
    }

    @Test
    void the_voluntary_case_can_not_be_misused() {
        JsonObject details = new JsonObject()
                .put("name", "Noor")
                .put("birthDate", "2011-03-14")
                .put("setting", "SCHOOL")
                .put("proposer", "JUVENILE")
                .put("contact", "06 11111111")
                .put("wish", "x")
                .put("consent", "YES")
                .put("guardian", "M")
                .put("guardianContact", "x")
                .put("guardianConsent", "YES")
                .put("guardianHow", "PHONE")
                .put("age", 15);
        Op open = post("/voluntary-cases", details);
        String id = open.by(fatima.device()).expect(201).getString("id");
        List<String> faults = new ArrayList<>();
        Op save =
                put("/voluntary-cases/" + id, new JsonObject().put("version", 1).put("details", details));
        Op end = post("/voluntary-cases/" + id + "/end", new JsonObject().put("outcome", "OPEN"));
        for (Object nasty : NASTY) {
            for (Op op : List.of(open, save, end)) {
                for (JsonObject body : spoilt(java.util.Objects.requireNonNull(op.body()), nasty)) {
                    Reply reply = op.with(body).by(fatima.device());
                    if (reply.status() < 300) {
                        System.out.println("VOLUNTARY TAKEN " + body.encode());
                    }
                    faults.add(sentence(op.with(body), reply));
                }
            }
        }
        System.out.println("end OPEN " + end.by(fatima.device()).outcome());
        for (JsonObject one : fatima.device().get("/voluntary-cases").expect(200).getJsonArray("cases").stream()
                .map(JsonObject.class::cast)
                .toList()) {
            for (String sheet : List.of("", "/sheet.pdf", "/sheet.json")) {
                Op look = get("/voluntary-cases/" + one.getString("id") + sheet);
                faults.add(sentence(look, look.by(fatima.device())));
            }
        }
        Op over = end.with(new JsonObject().put("outcome", "HANDED_OVER"));
        both("over", over);
        for (Op op : List.of(
                save,
                over,
                get("/voluntary-cases/" + id),
                get("/voluntary-cases/" + id + "/sheet.pdf"),
                get("/voluntary-cases/" + id + "/sheet.json"))) {
            Reply reply = op.by(fatima.device());
            faults.add(sentence(op, reply));
            System.out.println("ENDED " + op.method() + " " + op.path() + " " + reply.outcome());
        }
        assertThat(faults).allMatch(String::isEmpty);
        UUID erased = erased(TestTablet.guardian());
        System.out.println("as voluntary "
                + fatima.device().get("/voluntary-cases/" + erased).outcome() + " as case "
                + fatima.device().get("/cases/" + id).outcome()
                + " care " + fatima.device().get("/cases/" + id + "/care").outcome() + " screens "
                + fatima.device().get("/cases/" + id + "/screens").outcome()
                + " words " + fatima.device().get("/cases/" + id + "/own-words").outcome() + " thread "
                + fatima.device().get("/cases/" + id + "/thread").outcome());
    }
}
