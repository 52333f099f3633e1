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

/** What the phone of a boa says of five juveniles, before anybody at the desk knows of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictTest {
    private static final int NO_GATEWAY = 1;
    private static final String BEER = "alcohol-45";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("ddMMyyyy");

    private KioskProcess kiosk;
    private Browsers browsers;
    private Phone phone;
    private Screen screen;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        kiosk = KioskProcess.start(directory.resolve("data"), NO_GATEWAY);
        browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
        screen = browsers.phoneWithoutCamera("telefoon-oordeel");
        phone = new Phone(screen);
        try (Laptop laptop = new Laptop(browsers)) {
            laptop.signIn("anneke", kiosk.password("anneke"));
            phone.enrol(laptop.codeForPhone(Story.REFERRER));
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
    }

    @Test
    void a_theft_goes_from_a_boa_to_the_police() {
        phone.beginCase("diefstal-310", born(16));
        phone.toQuestions();
        screen.type("value", "20");
        screen.tap("prior-check-NONE");
        screen.tap("assistant-approves-UNKNOWN");
        screen.sees("verdict", "Vraag de hulpofficier", "de politie neemt over");
        Axe.check(screen.page());
        screen.picture("diefstal-boa");
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
        screen.picture("elf-jaar");
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

    /** Somebody who had that birthday a month ago, as an officer types it. */
    private static String born(int age) {
        return TYPED.format(
                LocalDate.now(ZoneId.of("Europe/Amsterdam")).minusYears(age).minusMonths(1));
    }
}
