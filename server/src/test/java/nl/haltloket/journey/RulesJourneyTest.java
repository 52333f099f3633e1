package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.crypto.P256;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The coordinator at the laptop: what the law says, what it makes of a case, and a bundle of a stranger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesJourneyTest {
    private static final int NO_GATEWAY = 1;

    private KioskProcess kiosk;
    private Browsers browsers;
    private Screen screen;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        kiosk = KioskProcess.start(directory.resolve("data"), NO_GATEWAY);
        browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
        screen = browsers.desk("laptop-regels");
        screen.open("/beheer");
        screen.type("login", "anneke");
        screen.type("password", kiosk.password("anneke"));
        screen.tap("sign-in-submit");
        screen.tap("page-regels");
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
    void a_coordinator_looks_up_the_law_tries_a_case_and_a_strangers_bundle_changes_nothing() throws Exception {
        looksUp();
        tries();
        isRefused();
    }

    private void looksUp() {
        screen.type("rules-search", "E211");
        Locator found = screen.page().locator("[data-testid='rules-entry'][data-id='alcohol-45']");
        assertThat(found).hasCount(2);
        screen.tap(found.last().locator("summary"));
        assertThat(found.last()).containsText("E211b");
        assertThat(found.last()).containsText("https://");
        assertThat(found.last()).containsText("Oude bron");
        screen.isAccessible("regels-gezocht");
    }

    private void tries() {
        screen.tap("rules-uitproberen");
        screen.tap("example-boa-alcohol");
        screen.sees("verdict", "Mag naar Halt");
        assertThat(screen.at("agreement")).hasAttribute("data-agree", "yes");
        screen.isAccessible("regels-uitproberen");
        screen.pick("trial-birthYear", "2016");
        screen.sees("verdict", "Niet naar Halt");
        screen.sees("trial-route", "Jonger dan 12");
        assertThat(screen.at("agreement")).hasAttribute("data-agree", "yes");
    }

    private void isRefused() throws Exception {
        screen.tap("rules-pakket");
        screen.at("bundle-file").setInputFiles(new FilePayload("vreemd.haltbundle", "", ofStranger()));
        screen.sees("import-refused", "vreemd.haltbundle", "niet getekend door een kantoor", "blijft gelden");
        assertThat(screen.at("import-accept")).isHidden();
        screen.isAccessible("regels-geweigerd");
        browsers.troubles().expect("status of 422", 1);
    }

    private static byte[] ofStranger() throws Exception {
        KeyPair stranger = P256.generate(new SecureRandom());
        Map<String, byte[]> files =
                Map.of(Bundle.RULES, shipped(Bundle.RULES), Bundle.OFFENCES, shipped(Bundle.OFFENCES));
        return SignedBundle.sign(Bundle.of(Instant.EPOCH, files), stranger.getPrivate(), stranger.getPublic());
    }

    private static byte[] shipped(String name) throws Exception {
        return Files.readAllBytes(TestApp.configuration().resolve(name));
    }
}
