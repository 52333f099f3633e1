package nl.haltloket.journey;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Objects;
import nl.haltloket.testing.SmppPeer;
import org.jspecify.annotations.Nullable;

/**
 * What most journeys begin with: a kiosk, a gateway that reports nothing by itself, a tablet and an officer's phone that
 * joined. A new journey is a test class with {@link org.junit.jupiter.api.TestInstance.Lifecycle#PER_CLASS} that opens one
 * evening for all its tests, because a start with its browsers costs as much as two walks through a handover:
 *
 * <pre>{@code
 * @BeforeAll
 * void open(@TempDir Path directory) throws Exception {
 *     evening = Evening.open(directory);
 * }
 *
 * @AfterEach
 * void no_browser_complained() {
 *     evening.browsers().troubles().expectNone();
 * }
 *
 * @AfterAll
 * void close() {
 *     evening.close();
 * }
 *
 * @Test
 * void an_intake_is_filled_in() {
 *     String words = evening.received(); // the tablet now shows the case, on the guardian's step
 *     ...
 *     evening.tablet().toBoard(); // where the next test begins
 * }
 * }</pre>
 */
final class Evening implements AutoCloseable {
    private static final String NUMBER_ALOUD = "06 12 34 56 78";
    private static final String WORKER = "fatima";

    private final SmppPeer gateway;
    private final KioskProcess kiosk;
    private final Browsers browsers;
    private final Phone phone;
    private final @Nullable Path profile;
    private Tablet tablet;
    private boolean signedIn;

    private Evening(SmppPeer gateway, KioskProcess kiosk, Browsers browsers, @Nullable Path profile) {
        this.gateway = gateway;
        this.kiosk = kiosk;
        this.browsers = browsers;
        this.profile = profile;
        this.tablet = profile == null ? new Tablet(browsers, "loket") : new Tablet(browsers.keptDesk("loket", profile));
        this.phone = new Phone(browsers.phoneWithoutCamera("boa"));
    }

    /** Everything that it keeps is under this directory, which starts empty. */
    static Evening open(Path directory) throws Exception {
        return open(directory, null);
    }

    /** The same with a tablet whose browser may be killed: what it keeps, is on disk. */
    static Evening openWithProfile(Path directory) throws Exception {
        return open(directory, directory.resolve("profile"));
    }

    private static Evening open(Path directory, @Nullable Path profile) throws Exception {
        SmppPeer gateway = new SmppPeer();
        gateway.tell(new JsonObject().putNull("deliverAfterMs"));
        try {
            KioskProcess kiosk = KioskProcess.start(directory.resolve("data"), gateway.port());
            try {
                Browsers browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
                return new Evening(gateway, kiosk, browsers, profile).joined();
            } catch (Exception e) {
                kiosk.close();
                throw e;
            }
        } catch (Exception e) {
            gateway.close();
            throw e;
        }
    }

    /** With the configuration in the {@code config} of this directory, and nobody's phone. */
    static Evening atTheDesk(Path directory, Path home) throws Exception {
        SmppPeer gateway = new SmppPeer();
        gateway.tell(new JsonObject().putNull("deliverAfterMs"));
        try {
            KioskProcess kiosk = KioskProcess.startIn(home, directory.resolve("data"), gateway.port());
            try {
                Browsers browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
                Evening evening = new Evening(gateway, kiosk, browsers, null);
                evening.tablet.enrol(kiosk.joinCode("loket"));
                return evening;
            } catch (Exception e) {
                kiosk.close();
                throw e;
            }
        } catch (Exception e) {
            gateway.close();
            throw e;
        }
    }

    private Evening joined() {
        tablet.enrol(kiosk.joinCode("loket"));
        phone.enrol(kiosk.joinCode("verwijzer"));
        return this;
    }

    /** The phone hands a juvenile over without card, for the mother's own number. Gives the ticket words. */
    String handOver() {
        return handOver(Story.NUMBER);
    }

    /** The same for a guardian with this number, as an officer types it. Gives the ticket words. */
    String handOver(String number) {
        if (phone.screen().at("home").isVisible()) {
            phone.screen().tap("home");
        }
        Effort _ = phone.begin();
        phone.withoutCard();
        phone.chooseOffence();
        return finishHandOver(number);
    }

    /** From the names to the ticket words, when card, offence and birth are told. */
    String finishHandOver(String number) {
        phone.namePeople(number);
        phone.declareWithoutDamage();
        phone.handOver();
        return phone.ticket();
    }

    /** The tablet, which shows the board, opens this row; the first time fatima signs in. */
    void atTheDesk(String words) {
        tablet.open(words);
        if (!signedIn) {
            tablet.signIn(WORKER, kiosk.password(WORKER));
            signedIn = true;
        }
    }

    /** Fatima signs in before there is anything to do; the tablet shows the board. */
    void signIn() {
        var _ = tablet.screen().page().evaluate("location.hash = '#/berichten'");
        tablet.signIn(WORKER, kiosk.password(WORKER));
        signedIn = true;
        tablet.toBoard();
    }

    /** The tablet, which shows the board, receives this juvenile. Gives the text that then goes to the mother. */
    @CanIgnoreReturnValue
    JsonObject receive(String words) {
        return receive(words, NUMBER_ALOUD);
    }

    /** The same for another number, as it is read aloud. */
    @CanIgnoreReturnValue
    JsonObject receive(String words, String numberAloud) {
        atTheDesk(words);
        tablet.fillReceipt(numberAloud);
        tablet.receive();
        return gateway.await("submit");
    }

    /** A juvenile who is handed over and received: the tablet shows the case. Gives the ticket words. */
    String received() {
        String words = handOver();
        receive(words);
        return words;
    }

    /** The gateway says that this text is on the telephone. */
    void deliver(JsonObject submitted) {
        JsonObject report =
                new JsonObject().put("id", submitted.getString("id")).put("to", submitted.getString("to"));
        gateway.tell(new JsonObject().put("report", report));
    }

    /** The gateway says that this text never arrived. */
    void fail(JsonObject submitted) {
        gateway.tell(new JsonObject().put("stat", "UNDELIV").put("err", "020"));
        deliver(submitted);
        gateway.tell(new JsonObject().put("stat", "DELIVRD").put("err", "000"));
    }

    /** The tablet's browser is killed in the middle of whatever it did, and started again on the same tablet. */
    void killTablet() {
        Path kept = Objects.requireNonNull(profile, "opened without a profile");
        Browsers.kill(kept);
        tablet = new Tablet(browsers.keptDesk("loket", kept));
        tablet.screen().open("/loket");
    }

    SmppPeer gateway() {
        return gateway;
    }

    KioskProcess kiosk() {
        return kiosk;
    }

    Browsers browsers() {
        return browsers;
    }

    Tablet tablet() {
        return tablet;
    }

    Phone phone() {
        return phone;
    }

    @Override
    public void close() {
        browsers.close();
        kiosk.close();
        gateway.close();
    }
}
