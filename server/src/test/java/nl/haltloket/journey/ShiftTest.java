package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a night with people and things: a forgotten password, a changed shift, a lost phone, a sleep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShiftTest {
    private static final int NO_GATEWAY = 1;
    private static final String FATIMA = "Fatima Oefenaar";
    private static final String JORIS = "Joris Voorbeeld";
    private static final String OWN = "vlieger boven zee";

    private KioskProcess kiosk;
    private Browsers browsers;
    private Laptop laptop;
    private Tablet tablet;
    private Phone phone;
    private String words;
    private String nextCard;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        kiosk = KioskProcess.start(directory.resolve("data"), NO_GATEWAY);
        browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
        laptop = new Laptop(browsers);
        laptop.signIn("anneke", kiosk.password("anneke"));
        laptop.makeTenCards();
        String card = laptop.freeCard(0);
        nextCard = laptop.freeCard(1);
        words = laptop.words(card);
        tablet = new Tablet(browsers, "gedeelde-tablet");
        tablet.screen().page().clock().install();
        tablet.enrol(kiosk.joinCode("loket"));
        phone = new Phone(browsers.phoneWithoutCamera("telefoon-boa"));
        phone.enrol(kiosk.joinCode("verwijzer"));
        handOver(card);
    }

    @AfterAll
    void close() throws Exception {
        browsers.close();
        try {
            assertThat(kiosk.stop().exitCode()).isIn(0, 143);
        } finally {
            kiosk.close();
        }
    }

    @Test
    @Order(1)
    void two_workers_share_a_tablet_and_what_was_typed_stays() {
        tablet.open(words);
        tablet.signIn("fatima", kiosk.password("fatima"));
        Screen screen = tablet.screen();
        tablet.worksNow(FATIMA);
        screen.tap("safety-conscious-YES");
        tablet.joins("joris", kiosk.password("joris"));
        tablet.worksNow(JORIS);
        assertThat(screen.at("safety-conscious-YES")).hasAttribute("aria-checked", "true");
        screen.tap("safety-hurt-NO");
        assertThat(tablet.switchTo(FATIMA, "fatima")).isEqualTo(2);
        assertThat(screen.at("safety-hurt-NO")).hasAttribute("aria-checked", "true");
        screen.picture("zelfde-blad-andere-naam");
        tablet.fillReceipt("06 12 34 56 78");
        tablet.receive();
        assertThat(phone.receipt(FATIMA)).isEqualTo("R-0001");
        assertThat(tablet.switchTo(JORIS, "joris")).isEqualTo(2);
        assertThat(screen.at("call-panel")).isVisible();
        screen.tap("step-receipt");
        screen.tap("receipt-again");
        screen.sees("receipt-shown", "R-0001", FATIMA);
        screen.picture("bewijs-opnieuw");
        browsers.troubles().expectNone();
    }

    @Test
    @Order(2)
    void a_closed_screen_shows_no_name_until_the_pin_and_five_wrong_ones_ask_the_password() {
        Screen screen = tablet.screen();
        screen.tap("sign-out");
        assertThat(tablet.row(words)).isVisible();
        tablet.open(words);
        screen.sees("shift-panel", "Wie werkt er nu?");
        assertThat(screen.at("case-page")).isHidden();
        screen.tap(colleague(JORIS));
        for (int left = 4; left > 0; left--) {
            tablet.pin("3817");
            screen.sees("pin-pad", left == 1 ? "Nog één keer" : "Nog %d keer".formatted(left));
        }
        screen.picture("pincode-fout");
        tablet.pin("3817");
        screen.sees("sign-in", "meld u aan met uw wachtwoord");
        screen.picture("pincode-op");
        tablet.signIn("joris", kiosk.password("joris"));
        tablet.worksNow(JORIS);
        browsers.troubles().expect("status of 403", 4);
        browsers.troubles().expect("status of 409", 1);
    }

    @Test
    @Order(3)
    void a_forgotten_password_is_given_anew_and_every_screen_of_that_worker_closes() {
        tablet.toBoard();
        tablet.open(words);
        tablet.worksNow(JORIS);
        String password = laptop.newPassword("joris");
        assertThat(tablet.screen().at("shift-panel")).isVisible();
        tablet.screen().isStillTheSameDocument();
        assertThat(colleague(JORIS)).isHidden();
        tablet.screen().tap("not-me");
        tablet.screen().tap("newcomer");
        tablet.signInOnce("joris", password, OWN);
        tablet.worksNow(JORIS);
        laptop.seesWorker("joris", "Kan aanmelden");
        browsers.troubles().expectAny("status of 401");
    }

    @Test
    @Order(4)
    void a_coordinator_with_nobody_to_ask_gets_a_password_at_the_machine() throws Exception {
        KioskProcess.Ending ending = kiosk.run("worker", "password", "anneke");
        assertThat(ending.exitCode()).isZero();
        var matcher = Pattern.compile("wachtwoord van anneke: (\\S+)").matcher(ending.text());
        assertThat(matcher.find()).isTrue();
        laptop.signInOnce("anneke", matcher.group(1), OWN);
        browsers.troubles().expectAny("status of 401");
    }

    @Test
    @Order(5)
    void a_tablet_that_slept_comes_back_by_itself_and_asks_the_pin_on_the_same_page() {
        Screen screen = tablet.screen();
        Page page = screen.page();
        tablet.beginIntake();
        tablet.to("identity");
        screen.type("field-callingName", "Noortje");
        page.context().setOffline(true);
        screen.sees("network", "Geen verbinding", "bijgewerkt om");
        screen.picture("geen-verbinding");
        page.clock().fastForward("20:00");
        assertThat(screen.at("shift-panel")).isVisible();
        assertThat(screen.at("field-callingName")).isHidden();
        handOver(nextCard);
        page.context().setOffline(false);
        assertThat(screen.at("network")).hasAttribute("data-state", "open");
        screen.picture("wakker");
        tablet.unlock(JORIS, "joris");
        screen.holds("field-callingName", "Noortje");
        tablet.toBoard();
        assertThat(tablet.row(laptopWords(nextCard))).isVisible();
        screen.sees("clock-differs", "verschillen 20 minuten", "zeg het dan de coördinator");
        screen.isAccessible("klok-verschilt");
        screen.isStillTheSameDocument();
        browsers.troubles().expectAny("ERR_INTERNET_DISCONNECTED");
        browsers.troubles().expectAny("status of 401");
    }

    @Test
    @Order(6)
    void a_blocked_worker_is_out_at_once_and_nothing_of_hers_goes_under_another_name() {
        Screen screen = tablet.screen();
        tablet.open(words);
        assertThat(tablet.switchTo(FATIMA, "fatima")).isEqualTo(2);
        assertThat(screen.at("case-page")).isVisible();
        screen.page().context().setOffline(true);
        screen.tap("step-identity");
        screen.type("field-callingName", "x");
        screen.tap("save-section");
        screen.sees("queue-waiting", "1 wijziging");
        laptop.block("fatima");
        screen.page().context().setOffline(false);
        screen.sees("queue-held", FATIMA, "wacht");
        tablet.unlock(JORIS, "joris");
        assertThat(screen.at("case-page")).isVisible();
        screen.sees("queue-held", FATIMA);
        screen.picture("wacht-op-collega");
        laptop.admit("fatima");
        browsers.troubles().expectAny("ERR_INTERNET_DISCONNECTED");
        browsers.troubles().expectAny("status of 401");
    }

    @Test
    @Order(7)
    void a_lost_phone_is_empty_at_its_next_contact_and_its_officer_gets_another() {
        phone.screen().tap("home");
        Effort _ = phone.begin();
        phone.typeCard(laptop.freeCard());
        phone.chooseOffence();
        phone.namePeople();
        String code = laptop.replaceLostPhone("Telefoon");
        phone.screen().page().reload();
        phone.screen().sees("banner", "ingetrokken", "gewist");
        assertThat(phone.screen().at("resume")).isHidden();
        assertThat(phone.screen().at("handover-row")).hasCount(0);
        assertThat(phone.screen().page().evaluate(KEPT)).isEqualTo(1);
        phone.screen().picture("kwijt");
        try (Phone other = new Phone(browsers.phoneWithoutCamera("andere-telefoon"))) {
            other.enrol(code);
        }
        browsers.troubles().expectAny("status of 401");
    }

    /** How many drafts are on the phone: the list of handovers, and nothing else. */
    private static final String KEPT = """
            () => new Promise((kept) => {
              indexedDB.open('halt-loket').onsuccess = (opened) => {
                const keys = opened.target.result.transaction('drafts').objectStore('drafts').getAllKeys();
                keys.onsuccess = () => kept(keys.result.length);
              };
            })""";

    private void handOver(String card) {
        if (phone.screen().at("home").isVisible()) {
            phone.screen().tap("home");
        }
        Effort _ = phone.begin();
        phone.typeCard(card);
        phone.chooseOffence();
        phone.namePeople();
        phone.declareWithoutDamage();
        phone.check();
        phone.handOver();
    }

    private String laptopWords(String code) {
        return laptop.wordsOf(code);
    }

    private Locator colleague(String name) {
        return tablet.screen().page().locator("[data-testid='colleague'][data-name='" + name + "']");
    }
}
