package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import nl.haltloket.paper.PaperReader;
import nl.haltloket.testing.SmppPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a text that does not arrive to a spoken word, on one kiosk: who calls, who is next, and who must be left alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContactJourneyTest {
    private static final String COUNT_TONES = """
            () => {
              window.tones = 0;
              const make = AudioContext.prototype.createOscillator;
              AudioContext.prototype.createOscillator = function () { window.tones += 1; return make.call(this); };
            }""";
    private Evening evening;
    private SmppPeer gateway;
    private Tablet tablet;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        evening = Evening.open(directory);
        gateway = evening.gateway();
        tablet = evening.tablet();
    }

    @AfterEach
    void no_browser_complained() {
        evening.browsers().troubles().expectNone();
    }

    @AfterAll
    void close() {
        evening.close();
    }

    @Test
    @Order(1)
    void a_text_that_fails_for_good_rings_until_somebody_calls_and_the_row_is_calm_after_the_call() {
        Screen desk = tablet.screen();
        String words = evening.handOver();
        JsonObject text = evening.receive(words);
        tablet.toBoard();
        tablet.seesOnBoard(words, "Sms verstuurd", "nog niet op het toestel");
        var _ = desk.page().evaluate(COUNT_TONES);
        desk.tap("sound-switch");
        Number before = (Number) desk.page().evaluate("window.tones");
        evening.fail(text);
        desk.sees("alarm-band", "Bel de moeder van " + words, "Sms niet aangekomen", "Fatima O.");
        assertThat(tablet.row(words)).hasAttribute("data-due", "ja");
        var _ = desk.page().waitForFunction("before => window.tones > before", before);
        desk.isAccessible("bel-nu");
        desk.tap("alarm-call");
        desk.sees("call-claim", "U belt");
        desk.sees("call-number", "06 12 34 56 78");
        desk.sees("call-script", "Fatima Oefenaar van Halt", "is veilig");
        assertThat(desk.at("call-dial")).hasAttribute("href", "tel:+31612345678");
        desk.isAccessible("ik-bel");
        tablet.toBoard();
        tablet.seesOnBoard(words, "Fatima O. belt");
        assertThat(desk.at("alarm-band")).isHidden();
        tablet.open(words);
        desk.tap("step-guardian");
        desk.tap("outcome-REACHED");
        desk.tap("outcome-who");
        desk.tap("outcome-said-1");
        desk.isAccessible("hoe-liep-het-gesprek");
        desk.tap("outcome-save");
        desk.sees("guardian-history", "sms niet aangekomen", "gesproken", "aan de telefoon", "door Fatima Oefenaar");
        desk.picture("tijdlijn");
        tablet.toBoard();
        tablet.seesOnBoard(words, "Gesproken");
        tablet.seesGreen(words);
        assertThat(tablet.row(words)).hasAttribute("data-due", "nee");
    }

    @Test
    @Order(2)
    void a_guardian_who_must_be_left_alone_gets_nothing_and_somebody_else_comes() {
        Screen desk = tablet.screen();
        String words = evening.handOver();
        tablet.open(words);
        tablet.fillReceipt("06 12 34 56 78");
        desk.tap("guardian-do-not-contact");
        desk.type("guardian-do-not-contact-reason", "contactverbod");
        desk.tap("substitute-who-ADULT");
        desk.type("substitute-name", "Tante Ayse");
        desk.type("substitute-relation", "tante");
        desk.type("substitute-number", "0655559998");
        desk.sees("substitute-aloud", "06 55 55 99 98");
        desk.isAccessible("neem-over-niet-bellen");
        tablet.pressReceive();
        desk.sees("call-panel", "Niet bellen", "contactverbod");
        assertThat(desk.at("call-dial")).hasCount(0);
        assertThat(desk.at("call-number")).hasCount(0);
        tablet.toBoard();
        desk.sees("alarm-band", "Bel vervanger voor " + words);
        tablet.seesOnBoard(words, "Bel vervanger");
        desk.tap("alarm-call");
        desk.sees("substitute", "Tante Ayse, tante");
        desk.sees("substitute-number", "06 55 55 99 98");
        desk.isAccessible("vervanger-bellen");
        desk.type("substitute-words", "Zij komt om elf uur.");
        desk.tap("substitute-spoken");
        desk.sees("guardian-history", "Tante Ayse gesproken");
        tablet.toBoard();
        tablet.seesOnBoard(words, "vervanger gesproken");
        assertThat(gateway.unread("submit")).isZero();
        assertThat(gateway.to("31655559998")).isZero();
    }

    @Test
    @Order(3)
    void the_second_guardian_is_next_when_the_first_does_not_answer_and_a_letter_is_the_last_step() throws Exception {
        Screen desk = tablet.screen();
        String words = evening.handOver("0687654321");
        tablet.open(words);
        tablet.fillReceipt("06 87 65 43 21");
        tablet.receive();
        desk.tap("fix-add");
        desk.tap("guardian-relation-FATHER");
        desk.tap("guardian-custody-YES");
        desk.pick("guardian-language", "pl");
        desk.type("guardian-number", "0687654322");
        desk.tap("guardian-read-back");
        desk.tap("add-save");
        desk.sees("call-number", "06 87 65 43 21");
        desk.tap("outcome-NOT_REACHED");
        desk.sees("outcome-read-again", "06 87 65 43 21");
        desk.picture("neemt-niet-op");
        desk.tap("outcome-save");
        desk.sees("call-number", "06 87 65 43 22");
        desk.sees("interpreter", "Bel met een tolk", "088 000 00 06");
        desk.isAccessible("tweede-ouder");
        tablet.toBoard();
        tablet.seesOnBoard(words, "Bel nu", "vader");
        tablet.open(words);
        desk.tap("step-guardian");
        desk.tap("fix-letter");
        desk.tap("letter-make");
        assertThat(PaperReader.text(desk.download("file-download")))
                .contains(PaperReader.squeezed("was bij het Halt-loket"), PaperReader.squeezed("088 000 00 00"));
        desk.tap("letter-way-HANDED_OVER");
        desk.type("letter-to", "vader");
        desk.isAccessible("brief");
        desk.tap("letter-save");
        desk.at("letter-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        tablet.toBoard();
        tablet.seesOnBoard(words, "Brief gegeven");
    }
}
