package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private Evening evening;
    private SmppPeer gateway;
    private Tablet tablet;
    private Phone phone;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        evening = Evening.open(directory);
        gateway = evening.gateway();
        tablet = evening.tablet();
        phone = evening.phone();
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
    void a_wrong_number_is_put_right_after_the_text_went() {
        String words = evening.handOver();
        JsonObject stray = evening.receive(words);
        tablet.correctNumber("0687654321", "MISHEARD");
        JsonObject right = gateway.await("submit");
        assertThat(right.getString("to")).isEqualTo("31687654321");
        assertThat(right.getString("text"))
                .isEqualTo(stray.getString("text"))
                .doesNotContain(Story.FAMILY_NAME, Story.GUARDIAN);
        tablet.screen().sees("former-numbers", "06 12 34 56 78", "verkeerd verstaan", "Halt: uw kind");
        evening.deliver(stray);
        evening.deliver(right);
        tablet.toBoard();
        tablet.seesOnBoard(words, "Nog niet gesproken", "op het toestel");
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
        screen.isAccessible("ouder-verbeteren");
        screen.tap("edit-save");
        screen.sees("call-panel", "Mirjam Oefening", "Turks");
        screen.tap("fix-add");
        screen.tap("guardian-relation-FATHER");
        screen.tap("guardian-custody-YES");
        screen.pick("guardian-language", "und");
        screen.type("guardian-number", "0687654322");
        screen.tap("guardian-read-back");
        screen.isAccessible("nog-een-ouder");
        screen.tap("add-save");
        assertThat(screen.at("guardian-tab-2")).isVisible();
        assertThat(gateway.await("submit").getString("to")).isEqualTo("31687654322");
        tablet.toBoard();
    }

    @Test
    @Order(3)
    void a_correction_while_the_desk_types_loses_nothing_that_was_typed() {
        String words = evening.handOver();
        evening.atTheDesk(words);
        Screen desk = tablet.screen();
        desk.tap("safety-conscious-YES");
        desk.at("given-names").fill("Noortje");
        phone.screen().tap("correct");
        phone.screen().isAccessible("verbeter");
        phone.screen().tap(phone.screen().page().getByLabel("Wijzig jongere"));
        phone.screen().at("family-name").fill("Verbeterd");
        phone.screen().tap("next");
        phone.screen().tap("next");
        phone.handOver();
        assertThat(desk.at("corrected")).isVisible();
        desk.holds("given-names", "Noortje");
        desk.holds("family-name", "Verbeterd");
        assertThat(desk.at("safety-conscious-YES")).hasAttribute("aria-checked", "true");
        desk.isAccessible("verbeterd-tijdens-typen");
        phone.screen().tap("withdraw");
        phone.screen().isAccessible("trek-in");
        phone.screen().tap("withdraw-confirm");
        desk.sees("receive-lost", "ingetrokken");
        desk.isAccessible("ingetrokken");
        desk.tap("lost-board");
        assertThat(tablet.row(words)).hasCount(0);
        phone.screen().tap("home");
        assertThat(phone.screen().at("handover-row").first()).hasAttribute("data-state", "WITHDRAWN");
        phone.screen().picture("ingetrokken");
    }

    @Test
    @Order(4)
    void a_case_opened_on_the_wrong_juvenile_gives_its_facts_to_the_right_one() {
        String wrong = evening.handOver();
        phone.screen().tap("next-of-group");
        phone.withoutCard();
        phone.screen().picture("volgende-van-de-groep");
        phone.screen().type("birth-day", Story.BIRTH);
        phone.screen().tap("next");
        String right = evening.finishHandOver(Story.NUMBER);
        evening.receive(wrong);
        Screen desk = tablet.screen();
        desk.tap("rare");
        desk.tap("rare-juvenile");
        desk.tap(desk.page().locator("[data-testid^='other-row-']").first());
        desk.tap("other-reason-WRONG_ROW");
        desk.isAccessible("andere-jongere");
        desk.tap("other-confirm");
        desk.sees("receipt-summary", Story.FAMILY_NAME);
        tablet.toBoard();
        tablet.seesOnBoard(wrong, "nog niet overgenomen");
        assertThat(tablet.row(right)).hasAttribute("data-state", "OPENED");
        evening.receive(wrong);
        tablet.toBoard();
        assertThat(tablet.row(wrong)).hasAttribute("data-state", "OPENED");
    }

    @Test
    @Order(5)
    void two_offences_of_one_juvenile_are_one_row_one_case_and_one_text() {
        String words;
        try (Laptop laptop = new Laptop(evening.browsers())) {
            laptop.signIn("anneke", evening.kiosk().password("anneke"));
            laptop.makeTenCards();
            String code = laptop.freeCard();
            words = laptop.words(code);
            phone.screen().tap("home");
            Effort _ = phone.begin();
            phone.typeCard(code);
        }
        phone.chooseOffence();
        String _ = evening.finishHandOver(Story.NUMBER);
        Screen officer = phone.screen();
        officer.tap("same-juvenile");
        officer.tap("offence-hinder-apv");
        officer.picture("nog-een-feit");
        officer.tap("next");
        officer.holds("family-name", Story.FAMILY_NAME);
        officer.tap("next");
        officer.tap("met-as-usual");
        officer.tap("all-told");
        officer.tap("admission-YES");
        officer.tap("damage-none");
        officer.tap("next");
        phone.handOver();
        assertThat(tablet.row(words)).hasCount(1);
        tablet.seesOnBoard(words, "Onderweg", "2 feiten");
        tablet.open(words);
        Screen desk = tablet.screen();
        assertThat(desk.at("given")).hasCount(2);
        tablet.fillReceipt("06 12 34 56 78");
        desk.isAccessible("neem-over-twee-feiten");
        tablet.receive();
        gateway.await("submit");
        desk.tap("step-receipt");
        assertThat(desk.at("given")).hasCount(2);
        assertThat(desk.at("given").last()).containsText("Hinderlijk gedrag");
        assertThat(desk.at("given").last()).containsText("R-000");
        desk.isAccessible("zaak-twee-feiten");
        officer.sees("receipt", "Fatima Oefenaar");
        officer.picture("bewijs-tweede-feit");
        tablet.toBoard();
        tablet.seesOnBoard(words, "Ontvangen", "2 feiten");
        assertThat(gateway.unread("submit")).isZero();
    }

    @Test
    @Order(6)
    void a_group_of_five_is_five_rows_that_are_received_one_after_another() {
        List<String> group = new ArrayList<>(List.of(evening.handOver()));
        while (group.size() < 5) {
            phone.screen().tap("next-of-group");
            phone.withoutCard();
            phone.screen().type("birth-day", Story.BIRTH);
            phone.screen().tap("next");
            group.add(evening.finishHandOver(Story.NUMBER));
        }
        assertThat(group).doesNotHaveDuplicates();
        tablet.seesOnBoard(group.getFirst(), "Onderweg", "5 tegelijk gemeld");
        for (String words : group) {
            evening.receive(words);
            tablet.toBoard();
        }
        group.forEach(words -> assertThat(tablet.row(words)).hasAttribute("data-state", "OPENED"));
        tablet.seesOnBoard(group.getLast(), "Ontvangen");
        assertThat(gateway.unread("submit")).isZero();
    }
}
