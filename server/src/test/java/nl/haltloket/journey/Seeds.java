package nl.haltloket.journey;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.testing.Door;
import nl.haltloket.testing.Loket;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestIntake;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Cases that are brought by HTTP to where a journey begins, by the requests of the screens; a colleague at another tablet. */
final class Seeds implements Loket, AutoCloseable {
    /** At 15 a guardian decides too. */
    static final int NEEDS_GUARDIAN = 15;

    /** From 16 on a juvenile decides alone. */
    static final int DECIDES_ALONE = 16;

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private final KioskProcess kiosk;
    private final TestDevice laptop;
    private final TestPhone boa;
    private final TestPhone police;
    private final TestTablet tablet;
    private final TestIntake desk;

    Seeds(KioskProcess kiosk) {
        this.kiosk = kiosk;
        this.laptop = TestDevice.coordinator(this, "anneke");
        this.boa = new TestPhone(TestDevice.enrolled(this, invite("boa-4711")));
        this.police = new TestPhone(TestDevice.enrolled(this, invite("politie-0815")));
        this.tablet = new TestTablet(this, "joris");
        this.desk = new TestIntake(tablet);
    }

    /** A case, and whom of its family the desk may call. */
    record Seed(UUID id, JsonObject mother) {}

    /** A juvenile of 15 whose case came to this state. */
    Seed in(CaseState state) {
        return in(state, NEEDS_GUARDIAN);
    }

    /** The same of this age. */
    Seed in(CaseState state, int age) {
        Seed seed = received(age, state == CaseState.PENDING_APPROVAL);
        bring(seed, state);
        return seed;
    }

    private Seed received(int age, boolean theft) {
        return received(boa, age, theft ? Seeds::theft : _ -> {}, TestTablet.guardian());
    }

    /** Handed over by an officer of the police, whose organisation can be reached. */
    Seed ofPolice() {
        return received(police, NEEDS_GUARDIAN, _ -> {}, TestTablet.guardian());
    }

    /** With these guardians, the first of them the one who is asked. */
    Seed withGuardians(CaseState state, JsonObject... guardians) {
        Seed seed = received(boa, NEEDS_GUARDIAN, _ -> {}, guardians);
        bring(seed, state);
        return seed;
    }

    private Seed received(TestPhone phone, int age, Consumer<TestEnvelope> change, JsonObject... guardians) {
        UUID id = handOver(phone, age, change);
        JsonObject receipt = TestTablet.receipt(id, guardians);
        receipt.getJsonObject("identity").put("birthDate", born(age));
        tablet.device().command("/cases", receipt).expect(201);
        return new Seed(id, guardians[0]);
    }

    /** A theft that waits on the board, for which an assistant prosecutor is asked first. */
    UUID theftOnTheBoard() {
        return handOver(boa, NEEDS_GUARDIAN, Seeds::theft);
    }

    private static UUID handOver(TestPhone phone, int age, Consumer<TestEnvelope> change) {
        TestEnvelope envelope = phone.envelope().capturedAt(Instant.now());
        envelope.juvenile.put(3, born(age));
        change.accept(envelope);
        phone.submit(envelope).expect(201);
        return envelope.id();
    }

    private static void theft(TestEnvelope envelope) {
        envelope.data.put(2, "diefstal-310");
        envelope.data.put(9, 2_500L);
    }

    private static String born(int age) {
        return LocalDate.now(ZONE).minusYears(age).minusDays(100).toString();
    }

    /** A day in so many days, as a date field takes it. */
    static String day(int fromNow) {
        return LocalDate.now(ZONE).plusDays(fromNow).toString();
    }

    /** By the shortest way. */
    private void bring(Seed seed, CaseState to) {
        UUID id = seed.id();
        switch (to) {
            case OPENED, PENDING_APPROVAL -> {}
            case INTAKE -> tablet.beginIntake(id);
            case NOT_FIT_NOW -> {
                bring(seed, CaseState.INTAKE);
                notFit(seed);
            }
            case OFFERED -> {
                bring(seed, CaseState.INTAKE);
                desk.handOver(id).expect(201);
            }
            case PENDING_GUARDIAN -> {
                bring(seed, CaseState.OFFERED);
                desk.decide(id, desk.juvenile(id, "YES")).expect(201);
            }
            case AGREED -> {
                bring(seed, CaseState.PENDING_GUARDIAN);
                guardianSays(seed, seed.mother(), "YES");
            }
            case SCHEDULED -> {
                bring(seed, CaseState.AGREED);
                tablet.speak(id, seed.mother().getString("id"));
                JsonObject home = new JsonObject().put("mayLeaveAlone", true);
                TestApp.await(tablet.save(id, "pickup", 0, home)).expect(200);
                desk.schedule(id, day(9)).expect(200);
            }
            case RETURNED -> giveBack(seed);
            case LEFT -> tablet.move(id, "LEFT", "PICKED_UP").expect(200);
            case TRANSFERRED -> {
                bring(seed, CaseState.SCHEDULED);
                transfer(seed);
            }
            case ERASED -> throw new IllegalArgumentException("The server does that by itself");
        }
    }

    /** A colleague at the other tablet sees that the juvenile can not talk now. */
    void notFit(Seed seed) {
        tablet.move(seed.id(), "NOT_FIT_NOW", null).expect(200);
    }

    /** A colleague writes down what a guardian said by telephone. */
    void guardianSays(Seed seed, JsonObject guardian, String answer) {
        desk.decide(seed.id(), desk.guardian(seed.id(), guardian, answer)).expect(201);
    }

    /** A colleague gives the case back to whoever handed it over. */
    void giveBack(Seed seed) {
        tablet.move(seed.id(), "RETURNED", "DECLINED_BY_HALT").expect(200);
    }

    private void transfer(Seed seed) {
        tablet.device().command("/cases/" + seed.id() + "/transfer", null).expect(202);
        Awaitility.await().atMost(20, SECONDS).until(() -> state(seed) == CaseState.TRANSFERRED);
    }

    /** As the API tells it, of a case that is erased too. */
    CaseState state(Seed seed) {
        return CaseState.valueOf(look(seed).getString("state"));
    }

    /** The transfer of a case as the API tells it. */
    JsonObject look(Seed seed) {
        return tablet.device().get("/cases/" + seed.id() + "/transfer").expect(200);
    }

    /** The case as the API tells it. */
    JsonObject file(Seed seed) {
        return desk.file(seed.id());
    }

    /** The words on the card. */
    String words(Seed seed) {
        return file(seed).getJsonObject("ticket").getString("words");
    }

    /** The tablet of the colleague. */
    TestIntake desk() {
        return desk;
    }

    @Override
    public String invite(Profile profile) {
        return invite(new JsonObject().put("profile", profile.wire()));
    }

    private String invite(String referrer) {
        return invite(new JsonObject().put("profile", "verwijzer").put("referrerId", referrer));
    }

    private String invite(JsonObject invitation) {
        return laptop.post("/invitations", invitation).expect(201).getString("token");
    }

    @Override
    public String password(String login) {
        return kiosk.password(login);
    }

    @Override
    public Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body) {
        return Door.send(client, kiosk.localPort(), method, path, headers, body);
    }

    @Override
    public void close() {
        TestApp.await(vertx.close());
    }
}
