package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A mother who reads Arabic: the coordinator signs the text, and it runs from right to left wherever it is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextsJourneyTest {
    private static final String SAFE = "طفلكم معنا في مكتب هالت وهو بأمان";
    private static final int NO_GATEWAY = 1;

    private KioskProcess kiosk;
    private Browsers browsers;
    private Screen laptop;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        kiosk = KioskProcess.start(
                directory.resolve("data"),
                NO_GATEWAY,
                Map.of("HALTLOKET_SMS_1_KIND", "simulator", "HALTLOKET_SMS_1_PORT", "0"));
        browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
        laptop = browsers.desk("laptop-teksten");
        laptop.open("/beheer");
        laptop.type("login", "anneke");
        laptop.type("password", kiosk.password("anneke"));
        laptop.tap("sign-in-submit");
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
    void a_signed_arabic_text_reaches_an_arabic_mother_and_runs_from_right_to_left() throws Exception {
        signs();
        try (Tablet tablet = new Tablet(browsers, "loket-teksten")) {
            tablet.enrol(kiosk.joinCode("loket"));
            Phone phone = new Phone(browsers.phoneWithoutCamera("boa-teksten"));
            phone.enrol(kiosk.joinCode("verwijzer"));
            receives(tablet, handsOver(phone));
        }
        laptop.tap("page-sms");
        Locator parts = laptop.at("message-text");
        assertThat(parts).hasCount(3);
        for (Locator part : parts.all()) {
            runsRightToLeft(part);
        }
        laptop.isAccessible("oefen-sms-arabisch");
        browsers.troubles().expectNone();
    }

    private void signs() {
        laptop.tap("page-teksten");
        assertThat(laptop.at("text-BRIDGE-ar")).containsText("Concept");
        laptop.isAccessible("teksten");
        laptop.tap("text-BRIDGE-ar");
        runsRightToLeft(laptop.at("text-bubble"));
        runsRightToLeft(laptop.at("text-box"));
        laptop.sees("text-count", "3 sms-delen");
        laptop.sees("text-findings", "3 sms-delen");
        laptop.isAccessible("tekst-arabisch");
        laptop.tap("text-sign");
        laptop.picture("tekst-ondertekenen");
        laptop.tap("text-sign-confirm");
        assertThat(laptop.at("text-version")).containsText("Wordt verstuurd");
        laptop.sees("banner", "Ondertekend. Versie 1 wordt vanaf nu verstuurd.");
        assertThat(laptop.at("text-version")).containsText("Ondertekend door Anneke Proefpersoon");
        laptop.picture("tekst-ondertekend");
    }

    private static String handsOver(Phone phone) {
        Effort _ = phone.begin();
        phone.withoutCard();
        phone.chooseOffence();
        phone.namePeople();
        phone.declareWithoutDamage();
        phone.handOver();
        return phone.ticket();
    }

    private void receives(Tablet tablet, String words) {
        tablet.open(words);
        tablet.signIn("fatima", kiosk.password("fatima"));
        tablet.fillReceipt("06 12 34 56 78");
        tablet.screen().pick("guardian-language", "ar");
        tablet.receive();
        Locator sent = tablet.screen().at("sent-words");
        assertThat(sent).containsText(SAFE);
        assertThat(sent).hasAttribute("lang", "ar");
        assertThat(sent).not().containsText("088 000");
        runsRightToLeft(sent);
        sent.scrollIntoViewIfNeeded();
        tablet.screen().isAccessible("sms-arabisch");
    }

    private static void runsRightToLeft(Locator text) {
        assertThat(text).isVisible();
        assertThat(text.evaluate("e => getComputedStyle(e).direction")).isEqualTo("rtl");
        assertThat(text.evaluate("e => e.closest('[lang]').lang")).isEqualTo("ar");
    }
}
