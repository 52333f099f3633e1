package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
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

/** What guardians write back, from the gateway's wire to the screen of the right case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplyJourneyTest {
    private static final String OTHER_NUMBER = "0687654321";
    private static final int UCS_2 = 8;

    private Evening evening;
    private SmppPeer gateway;
    private Tablet tablet;
    private Screen desk;
    private String first;
    private String second;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        evening = Evening.open(directory);
        gateway = evening.gateway();
        tablet = evening.tablet();
        desk = tablet.screen();
        first = evening.received();
        tablet.toBoard();
        second = received();
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
    void a_reply_lands_in_the_case_of_its_number_and_is_no_conversation() {
        tablet.toBoard();
        writes("31687654321", 0, "Ik kom eraan.".getBytes(StandardCharsets.US_ASCII));
        assertThat(tablet.row(second).getByTestId("reply-mark")).containsText("1 antwoord");
        assertThat(tablet.row(first).getByTestId("reply-mark")).hasCount(0);
        assertThat(tablet.row(second)).not().containsText("Ik kom eraan");
        desk.isAccessible("bord-antwoord");
        tablet.open(second);
        desk.sees("thread", "Ik kom eraan.", "Halt: uw kind", "Nieuw");
        desk.isAccessible("sms-van-de-zaak");
        desk.tap("thread-call");
        assertThat(desk.at("call-panel")).isVisible();
        tablet.toBoard();
        assertThat(tablet.row(second).getByTestId("reply-mark")).hasCount(0);
        assertThat(tablet.row(second)).not().containsText("Gesproken,");
    }

    @Test
    @Order(2)
    void a_number_with_two_cases_is_asked_about_and_a_worker_can_say_which() {
        String third = received();
        tablet.toBoard();
        writes("31687654321", 0, "Mag ik haar ophalen?".getBytes(StandardCharsets.US_ASCII));
        assertThat(gateway.await("submit").getString("text")).contains("4 cijfers");
        desk.sees("to-replies", "1 sms hoort nog bij geen zaak");
        desk.isAccessible("bord-sms-zonder-zaak");
        desk.tap("to-replies");
        desk.sees("reply", "Vraag welke zaak", "Mag ik haar ophalen?");
        desk.tap("reply-link");
        assertThat(desk.at("reply-choice").getByRole(AriaRole.RADIO).first()).containsText("hoort hier misschien bij");
        desk.tap(desk.at("reply-choice").getByText(third));
        desk.isAccessible("sms-koppelen");
        desk.tap("reply-confirm");
        desk.sees("reply-done", "Gekoppeld aan " + third);
        desk.tap(desk.at("reply-done").getByRole(AriaRole.BUTTON));
        desk.sees("reply", "Teruggehaald", "Mag ik haar ophalen?");
        desk.tap("reply-link");
        desk.tap(desk.at("reply-choice").getByText(third));
        desk.tap("reply-confirm");
        assertThat(desk.at("no-replies")).isVisible();
        tablet.toBoard();
        assertThat(tablet.row(third).getByTestId("reply-mark")).isVisible();
        tablet.open(third);
        desk.sees("thread", "Mag ik haar ophalen?", "Gekoppeld door Fatima Oefenaar");
        desk.picture("sms-gekoppeld");
        tablet.toBoard();
    }

    @Test
    @Order(3)
    void a_stranger_waits_and_is_put_aside_by_a_person() {
        writes("31655554444", UCS_2, "أين ابني؟".getBytes(StandardCharsets.UTF_16BE));
        desk.tap("to-replies");
        desk.sees("reply", "Onbekend nummer", "أين ابني؟");
        assertThat(desk.at("reply-text").evaluate("e => getComputedStyle(e).direction"))
                .isEqualTo("rtl");
        desk.tap("show-sender");
        desk.sees("call-back", "06 55 55 44 44");
        desk.isAccessible("sms-van-onbekende");
        desk.tap("reply-dismiss");
        desk.tap("reply-choice-WRONG_NUMBER");
        desk.picture("sms-weg-waarom");
        desk.tap("reply-confirm");
        assertThat(desk.at("no-replies")).isVisible();
        desk.tap("dismissed");
        desk.isAccessible("sms-weggelegd");
        tablet.toBoard();
        assertThat(desk.at("to-replies")).hasCount(0);
    }

    /** Over the wire, as a provider brings it; answered only when the desk has kept it. */
    private void writes(String from, int coding, byte[] text) {
        JsonObject brought = new JsonObject()
                .put("from", from)
                .put("to", "3197001")
                .put("coding", coding)
                .put("esm", 0)
                .put("hex", HexFormat.of().formatHex(text));
        gateway.tell(new JsonObject().put("mo", brought));
        assertThat(gateway.await("mo").getInteger("status")).isZero();
    }

    /** A juvenile of the guardian with two cases; gives the ticket words. */
    private String received() {
        String words = evening.handOver(OTHER_NUMBER);
        evening.receive(words, "06 87 65 43 21");
        return words;
    }
}
