package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
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

/** What goes wrong in a night and concerns a case: each has a way out of few taps, on one kiosk that stays open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccidentsTest {
    private final SmppPeer gateway = new SmppPeer();
    private KioskProcess kiosk;
    private Browsers browsers;
    private Tablet tablet;
    private Phone phone;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        gateway.tell(new JsonObject().putNull("deliverAfterMs"));
        kiosk = KioskProcess.start(directory.resolve("data"), gateway.port());
        browsers = new Browsers(directory.resolve("home"), kiosk.authority(), kiosk.securePort());
        tablet = new Tablet(browsers, "loket");
        tablet.enrol(kiosk.joinCode("loket"));
        phone = new Phone(browsers.phoneWithoutCamera("boa"));
        phone.enrol(kiosk.joinCode("verwijzer"));
    }

    @AfterEach
    void no_browser_complained() {
        browsers.troubles().expectNone();
    }

    @AfterAll
    void close() {
        browsers.close();
        kiosk.close();
        gateway.close();
    }

    @Test
    @Order(1)
    void a_wrong_number_is_put_right_after_the_text_went() {
        String words = handOverWithoutCard();
        tablet.open(words);
        tablet.signIn("fatima", kiosk.password("fatima"));
        tablet.fillReceipt("06 12 34 56 78");
        tablet.receive();
        JsonObject stray = gateway.await("submit");
        tablet.correctNumber("0687654321", "MISHEARD");
        JsonObject right = gateway.await("submit");
        assertThat(right.getString("to")).isEqualTo("31687654321");
        assertThat(right.getString("text"))
                .isEqualTo(stray.getString("text"))
                .doesNotContain(Story.FAMILY_NAME, Story.GUARDIAN);
        tablet.screen().sees("former-numbers", "06 12 34 56 78", "verkeerd verstaan", "Halt: uw kind");
        deliver(stray);
        deliver(right);
        tablet.toBoard();
        tablet.seesOnBoard(words, "Nog niet gesproken", "sms afgeleverd");
    }

    @Test
    @Order(2)
    void a_typo_is_mended_and_a_guardian_added_later() {
        Screen screen = tablet.screen();
        screen.tap(screen.at("board-row").first());
        screen.tap("step-guardian");
        screen.tap("fix-edit");
        screen.at("edit-name").fill("Mirjam Oefening");
        screen.pick("edit-language", "tr");
        screen.picture("ouder-verbeteren");
        screen.tap("edit-save");
        screen.sees("call-panel", "Mirjam Oefening", "Turks");
        screen.tap("fix-add");
        screen.tap("guardian-relation-FATHER");
        screen.tap("guardian-custody-YES");
        screen.pick("guardian-language", "und");
        screen.type("guardian-number", "0687654322");
        screen.tap("guardian-read-back");
        screen.picture("nog-een-ouder");
        screen.tap("add-save");
        assertThat(screen.at("guardian-tab-2")).isVisible();
        assertThat(gateway.await("submit").getString("to")).isEqualTo("31687654322");
        tablet.toBoard();
    }

    @Test
    @Order(3)
    void a_correction_while_the_desk_types_loses_nothing_that_was_typed() {
        String words = handOverWithoutCard();
        tablet.open(words);
        Screen desk = tablet.screen();
        desk.tap("safety-conscious-YES");
        desk.at("given-names").fill("Noortje");
        phone.screen().tap("correct");
        phone.screen().tap(phone.screen().page().getByLabel("Wijzig jongere"));
        phone.screen().at("family-name").fill("Verbeterd");
        phone.screen().tap("next");
        phone.screen().tap("next");
        phone.handOver();
        assertThat(desk.at("corrected")).isVisible();
        desk.holds("given-names", "Noortje");
        desk.holds("family-name", "Verbeterd");
        assertThat(desk.at("safety-conscious-YES")).hasAttribute("aria-checked", "true");
        desk.picture("verbeterd-tijdens-typen");
        phone.screen().tap("withdraw");
        phone.screen().tap("withdraw-confirm");
        desk.sees("receive-lost", "ingetrokken");
        desk.picture("ingetrokken");
        desk.tap("lost-board");
        assertThat(tablet.row(words)).hasCount(0);
        phone.screen().tap("home");
        assertThat(phone.screen().at("handover-row").first()).hasAttribute("data-state", "WITHDRAWN");
        phone.screen().picture("ingetrokken");
    }

    @Test
    @Order(4)
    void a_case_opened_on_the_wrong_juvenile_gives_its_facts_to_the_right_one() {
        String wrong = handOverWithoutCard();
        phone.screen().tap("next-of-group");
        phone.withoutCard();
        phone.screen().picture("volgende-van-de-groep");
        phone.screen().tap("next");
        phone.namePeople();
        phone.screen().tap("next");
        phone.screen().tap("next");
        phone.handOver();
        String right = phone.ticket();
        tablet.open(wrong);
        tablet.fillReceipt("06 12 34 56 78");
        tablet.receive();
        gateway.await("submit");
        Screen desk = tablet.screen();
        desk.tap("rare");
        desk.tap("rare-juvenile");
        desk.tap(desk.page().locator("[data-testid^='other-row-']").first());
        desk.tap("other-reason-WRONG_ROW");
        desk.picture("andere-jongere");
        desk.tap("other-confirm");
        desk.sees("receipt-summary", Story.FAMILY_NAME);
        tablet.toBoard();
        tablet.seesOnBoard(wrong, "nog niet overgenomen");
        assertThat(tablet.row(right)).hasAttribute("data-state", "OPENED");
        tablet.open(wrong);
        tablet.fillReceipt("06 12 34 56 78");
        tablet.receive();
        gateway.await("submit");
        tablet.toBoard();
        assertThat(tablet.row(wrong)).hasAttribute("data-state", "OPENED");
    }

    private void deliver(JsonObject submitted) {
        JsonObject report =
                new JsonObject().put("id", submitted.getString("id")).put("to", submitted.getString("to"));
        gateway.tell(new JsonObject().put("report", report));
    }

    /** Gives the ticket words. */
    private String handOverWithoutCard() {
        if (phone.screen().at("home").isVisible()) {
            phone.screen().tap("home");
        }
        Effort _ = phone.begin();
        phone.withoutCard();
        phone.chooseOffence();
        phone.namePeople();
        phone.declare();
        phone.handOver();
        return phone.ticket();
    }
}
