package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import nl.haltloket.keys.KeyStore;
import nl.haltloket.testing.SmppPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power of the desk fails in the middle of the evening. */
class PowerLossTest {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final double RESENT_MS = 60_000;

    @Test
    void a_handover_waits_sealed_until_somebody_opens_the_desk(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        SmppPeer gateway = new SmppPeer();
        KioskProcess first = KioskProcess.start(data, gateway.port(), Map.of("HALTLOKET_KEY_PROTECTION", "passphrase"));
        String passphrase = first.passphrase();
        Browsers browsers = new Browsers(directory.resolve("home"), first.authority(), first.securePort());
        try (Laptop laptop = new Laptop(browsers);
                Tablet tablet = new Tablet(browsers, "tablet-op-slot");
                Phone phone = new Phone(browsers.phoneWithoutCamera("telefoon-op-slot"))) {
            laptop.signIn("anneke", first.password("anneke"));
            laptop.makeTenCards();
            String code = laptop.freeCard();
            String words = laptop.words(code);
            tablet.enrol(first.joinCode("loket"));
            tablet.seesEmptyBoard();
            phone.enrol(first.joinCode("verwijzer"));
            fillIn(phone, code);
            browsers.troubles().expectNone();

            KioskProcess again = losePower(first, data, gateway.port());
            try {
                tablet.isLocked();
                phone.handOverToLocked();
                tablet.openDesk("geen idee", passphrase);
                tablet.seesOnBoard(words, "Onderweg");
                assertThat(phone.screen().at("outcome"))
                        .hasAttribute(
                                "data-state",
                                "SUBMITTED",
                                new LocatorAssertions.HasAttributeOptions().setTimeout(RESENT_MS));
                assertThat(again.text()).contains("OP SLOT", "READY ").doesNotContain(passphrase);
                theOfficeGivesAnotherPassphrase(again, data);
                assertThat(again.stop().exitCode()).isIn(0, 143);
            } finally {
                again.close();
            }
        } finally {
            browsers.close();
            first.close();
            gateway.close();
            forgetMemory(data);
        }
        browsers.troubles().expectOutage();
        browsers.troubles().expectNone();
    }

    /** The process dies at once, and what was in memory only is gone. */
    private static KioskProcess losePower(KioskProcess kiosk, Path data, int gatewayPort) throws Exception {
        String port = String.valueOf(kiosk.securePort());
        kiosk.killForGood();
        assertThat(KeyStore.memoryCopy(MEMORY, data.resolve("drill"))).exists();
        forgetMemory(data);
        return KioskProcess.start(
                data, gatewayPort, Map.of("HALTLOKET_KEY_PROTECTION", "passphrase", "HALTLOKET_HTTP_PORT", port));
    }

    private static void theOfficeGivesAnotherPassphrase(KioskProcess kiosk, Path data) throws Exception {
        Path office = data.resolve("drill").resolve("drill-office");
        KioskProcess.Ending wrong = kiosk.run(
                "keys",
                "recover",
                "--office-key",
                office.resolve("office-public.pem").toString());
        assertThat(wrong.text()).contains("past niet op dit sleutelbestand").doesNotContain("Exception");
        assertThat(wrong.exitCode()).isEqualTo(1);
        KioskProcess.Ending right = kiosk.run(
                "keys",
                "recover",
                "--office-key",
                office.resolve("office-private.pem").toString());
        assertThat(right.text()).contains("heeft een nieuwe wachtzin", "wachtzin   ");
        assertThat(right.exitCode()).isZero();
    }

    private static void forgetMemory(Path data) throws Exception {
        Path copy = KeyStore.memoryCopy(MEMORY, data.resolve("drill"));
        boolean _ = Files.deleteIfExists(copy);
        boolean _ = Files.deleteIfExists(Objects.requireNonNull(copy.getParent()));
    }

    private static void fillIn(Phone phone, String code) {
        Effort _ = phone.begin();
        phone.typeCard(code);
        phone.chooseOffence();
        phone.namePeople();
        phone.declareWithoutDamage();
        phone.check();
    }
}
