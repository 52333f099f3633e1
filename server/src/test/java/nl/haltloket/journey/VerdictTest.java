package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the phone of a boa says of five juveniles, and what the desk then does with three of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictTest {
    private static final int NO_GATEWAY = 1;
    private static final String BEER = "alcohol-45";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("ddMMyyyy");

    private KioskProcess kiosk;
    private Browsers browsers;
    private Phone phone;
    private Screen screen;
    private Tablet tablet;
    private Screen desk;
    private boolean signedIn;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        kiosk = KioskProcess.start(directory.resolve("data"), NO_GATEWAY);
        browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
        screen = browsers.phoneWithoutCamera("telefoon-oordeel");
        phone = new Phone(screen);
        try (Laptop laptop = new Laptop(browsers)) {
            laptop.signIn("anneke", kiosk.password("anneke"));
            phone.enrol(laptop.codeForPhone(Story.REFERRER));
            tablet = new Tablet(browsers, "tablet-oordeel");
            desk = tablet.screen();
            tablet.enrol(laptop.codeForTablet());
        }
    }

    @AfterEach
    void no_browser_complained() {
        browsers.troubles().expectNone();
    }

    @AfterAll
    void close() throws Exception {
        browsers.close();
        kiosk.close();
    }

    @Test
    void a_boa_may_bring_a_17_year_old_with_beer_at_once() {
        phone.beginCase(BEER, born(17));
        screen.sees("verdict", "Tot nu toe: mag naar het loket", "vragen");
        phone.toQuestions();
        screen.sees("verdict", "Nog 1 vraag");
        screen.tap("prior-check-NONE");
        screen.sees("verdict", "Mag naar het loket");
        assertThat(screen.at("verdict")).not().containsText("Tot nu toe");
        assertThat(screen.at("verdict")).hasAttribute("data-tone", "goed");
        Axe.check(screen.page());
        screen.tap("why");
        screen.sees("why-dialog", "Een boa van uw domein mag dit feit zelf verwijzen", "Bron");
        Axe.check(screen.page());
        screen.picture("waarom");
        screen.tap("why-close");
        screen.tap("next");
        Axe.check(screen.page());
        phone.handOver();
        screen.sees("sent-verdict", "Mag naar het loket");
        Axe.check(screen.page());
        openAtDesk(phone.ticket());
        desk.sees("desk-verdict", "Mag naar Halt");
        fillReceipt();
        tablet.receive();
        desk.tap("step-receipt");
        assertThat(desk.at("begin-intake")).isVisible();
        desk.isAccessible("zaak-mag-naar-halt");
        tablet.toBoard();
    }

    @Test
    void a_theft_goes_from_a_boa_to_the_police() {
        phone.beginCase("diefstal-310", born(16));
        phone.toQuestions();
        screen.type("value", "20");
        screen.tap("counsel-CONSULTED");
        screen.tap("prior-check-NONE");
        screen.tap("assistant-approves-UNKNOWN");
        screen.sees("verdict", "Vraag de hulpofficier", "de politie neemt over");
        Axe.check(screen.page());
        screen.picture("diefstal-boa");
        String ticket = handOver();
        openAtDesk(ticket);
        desk.sees("desk-verdict", "Eerst akkoord van de hulpofficier", "U kunt overnemen");
        fillReceipt();
        tablet.receive();
        tablet.toBoard();
        tablet.seesOnBoard(ticket, "Ontvangen", "eerst een besluit");
        tablet.open(ticket);
        desk.tap("step-identity");
        desk.tap("to-decision");
        assertThat(desk.at("begin-intake")).hasCount(0);
        desk.tap("approval-approved-YES");
        desk.type("approval-who", "HOvJ 12");
        desk.type("approval-reference", "OEF-77");
        desk.isAccessible("akkoord-hulpofficier");
        desk.tap("approval-save");
        desk.sees("decided", "Akkoord", "HOvJ 12", "OEF-77", "Fatima Oefenaar");
        desk.sees("desk-verdict", "Mag naar Halt");
        desk.isAccessible("akkoord-gegeven");
        desk.tap("begin-intake");
        assertThat(desk.at("not-fit-now")).isVisible();
        tablet.toBoard();
    }

    @Test
    void an_11_year_old_is_not_for_Halt_and_the_phone_says_what_now() {
        phone.beginCase(BEER, born(11));
        screen.sees("verdict", "Niet naar Halt", "jonger dan 12");
        screen.sees("next-steps", "Vertel de ouders", "zorgmelding");
        assertThat(screen.at("next-steps").locator("a[href='tel:0880000001']")).isVisible();
        assertThat(screen.at("next")).hasCount(0);
        assertThat(screen.at("despite-verdict")).isVisible();
        Axe.check(screen.page());
        screen.isAccessible("elf-jaar");
        screen.tap("ended");
        assertThat(screen.at("new-handover")).isVisible();
    }

    @Test
    void a_drunk_15_year_old_is_not_fit_now_without_network_too() {
        phone.beginCase(BEER, born(15));
        screen.page().context().setOffline(true);
        phone.toQuestions();
        screen.tap("responsive-NO");
        screen.tap("prior-check-NONE");
        screen.sees("verdict", "Nu niet aanspreekbaar", "Bel een ouder");
        screen.picture("nu-niet-aanspreekbaar");
        screen.page().context().setOffline(false);
    }

    @Test
    void a_repeat_check_that_nobody_made_leaves_it_provisional() {
        phone.beginCase(BEER, born(15));
        phone.toQuestions();
        screen.tap("prior-check-UNKNOWN");
        screen.sees("verdict", "Voorlopig: Halt kijkt nog of er eerder iets was.", "De ouder moet nog instemmen");
        assertThat(screen.at("verdict")).hasAttribute("data-tone", "let");
        screen.picture("voorlopig");
    }

    @Test
    void an_11_year_old_who_comes_all_the_same_is_declined_unless_a_worker_says_why() {
        phone.beginCase(BEER, born(11));
        screen.tap("despite-verdict");
        screen.tap("identity-DOCUMENT");
        screen.type("guardian-number", Story.NUMBER);
        screen.tap("next");
        screen.tap("met-as-usual");
        screen.tap("next");
        openAtDesk(handOver());
        desk.sees("desk-verdict", "Niet naar Halt", "jonger dan 12");
        fillReceipt();
        desk.tap("receive-anyway");
        assertThat(desk.at("override-confirm")).isDisabled();
        desk.isAccessible("toch-overnemen");
        desk.tap("override-cancel");
        desk.tap("decline");
        assertThat(desk.at("decline-reason-TOO_YOUNG")).hasAttribute("aria-checked", "true");
        desk.isAccessible("weiger-elf-jaar");
        desk.tap("decline-confirm");
        assertThat(desk.at("receive-page")).isHidden();
        screen.sees("outcome", "Het loket neemt niet over", "jonger dan 12");
    }

    /** From the questions to the desk; gives the words of the ticket. */
    private String handOver() {
        if (screen.at("submit").count() == 0) {
            screen.tap("next");
        }
        phone.handOver();
        return phone.ticket();
    }

    private void openAtDesk(String ticket) {
        tablet.open(ticket);
        if (!signedIn) {
            tablet.signIn("fatima", kiosk.password("fatima"));
            signedIn = true;
        }
        assertThat(desk.at("receive-page")).isVisible();
    }

    /** With a number, if the referrer had none. */
    private void fillReceipt() {
        for (String name : new String[] {"family-name", "given-names"}) {
            desk.at(name).fill("Voorbeeld");
        }
        desk.at("guardian-number").fill(Story.NUMBER);
        tablet.fillReceipt("06 12 34 56 78");
    }

    /** Somebody who had that birthday a month ago, as an officer types it. */
    private static String born(int age) {
        return TYPED.format(
                LocalDate.now(ZoneId.of("Europe/Amsterdam")).minusYears(age).minusMonths(1));
    }
}
