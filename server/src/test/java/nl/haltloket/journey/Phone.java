package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.haltloket.journey.Story.*;

import java.util.regex.Pattern;

/** The officer's phone. */
final class Phone implements AutoCloseable {
    private final Screen screen;

    Phone(Screen screen) {
        this.screen = screen;
    }

    void enrol(String code) {
        Enrolment.with(screen, "/verwijzer", code);
        assertThat(screen.at("new-handover")).isVisible();
        assertThat(screen.at("rules-version")).isVisible();
        screen.picture("vanavond");
    }

    /** Begins a handover without card, whatever was begun before. */
    void beginCase(String offence, String birth) {
        var _ = screen.page().evaluate("location.hash = ''");
        screen.tap(screen.at("new-handover").or(screen.at("discard")));
        screen.tap("no-card");
        if (screen.at("offence-" + offence).count() == 0) {
            screen.tap("offence-other");
        }
        screen.tap("offence-" + offence);
        screen.keys(birth);
    }

    /** From the offence to the questions, with an identity card seen on the way. */
    void toQuestions() {
        screen.tap("next");
        screen.tap("identity-DOCUMENT");
        screen.tap("next");
        screen.tap("met-as-usual");
        screen.tap("all-told");
        screen.tap("admission-YES");
    }

    /** Begins a handover; from here each tap and letter counts. */
    Effort begin() {
        Effort effort = screen.count();
        screen.tap("new-handover");
        return effort;
    }

    /** The camera does it: nothing to tap. */
    void scanCard(String words) {
        screen.sees("ticket-words", words);
        assertThat(screen.at("birth-day")).isVisible();
        screen.picture("kaart-gelezen");
    }

    void typeCard(String code) {
        screen.type("card-code", code);
        screen.picture("kaart-getypt");
        screen.tap("card-use");
        assertThat(screen.at("birth-day")).isVisible();
    }

    void withoutCard() {
        screen.tap("no-card");
        assertThat(screen.at("birth-day")).isVisible();
    }

    /** The words that the loket gave. */
    String ticket() {
        return screen.at("ticket-words").first().innerText().strip();
    }

    void chooseOffence() {
        screen.tap("offence-" + OFFENCE);
        screen.keys(BIRTH);
        screen.sees("birth-age", "15");
        screen.sees("verdict", "Tot nu toe");
        screen.picture("feit");
        screen.tap("next");
    }

    void namePeople() {
        namePeople(NUMBER);
    }

    /** With another number of the guardian. */
    void namePeople(String number) {
        assertThat(screen.at("family-name")).isFocused();
        screen.keys(FAMILY_NAME + "\n" + GIVEN_NAMES);
        screen.tap("identity-DOCUMENT");
        screen.type("guardian-number", number);
        screen.picture("jongere");
    }

    void reloadHalfway() {
        screen.reload();
        screen.holds("family-name", FAMILY_NAME);
        screen.holds("given-names", GIVEN_NAMES);
        screen.holds("guardian-number", NUMBER);
        assertThat(screen.at("identity-DOCUMENT")).hasAttribute("aria-checked", "true");
        screen.picture("herladen");
    }

    void declare() {
        screen.tap("next");
        screen.tap("met-as-usual");
        screen.tap("all-told");
        screen.tap("admission-YES");
        screen.picture("gezien-en-gedaan");
        screen.tap("next");
    }

    /** Everything that the rules need of it to let it go to the desk. */
    void declareWithoutDamage() {
        screen.tap("next");
        screen.tap("met-as-usual");
        screen.tap("all-told");
        screen.tap("admission-YES");
        screen.tap("damage-none");
        screen.tap("next");
    }

    /** What may stay open, for an officer who has the time. */
    void addTheRest() {
        screen.page().goBack();
        screen.pick("place", PLACE);
        screen.tap("counsel-WAIVED");
        screen.tap("responsive-YES");
        screen.tap("prior-check-NONE");
        screen.tap("guardian-told-YES");
        screen.type("guardian-told-how", TOLD_HOW);
        screen.type("record-number", RECORD);
        screen.type("description", DESCRIPTION);
        screen.type("damage", DAMAGE);
        screen.tap("damage-total-same");
        screen.tap("in-area-YES");
        screen.page().goBack();
        screen.tap("guardian-relation-MOTHER");
        screen.type("guardian-name", GUARDIAN);
        screen.tap("next");
        screen.tap("next");
    }

    void check() {
        assertThat(screen.page().getByText(GIVEN_NAMES + " " + FAMILY_NAME)).isVisible();
        screen.picture("klopt-dit");
    }

    void handOver() {
        screen.tap("submit");
        assertThat(screen.at("outcome")).hasAttribute("data-state", "SUBMITTED");
        screen.picture("overgedragen");
    }

    /** A locked desk keeps it, and the phone says so. */
    void handOverToLocked() {
        screen.tap("submit");
        assertThat(screen.at("outcome")).hasAttribute("data-state", "PARKED");
        screen.sees("outcome", "Bewaard bij het loket, nog niet gelezen");
        screen.picture("bewaard-bij-loket");
    }

    /** Arrives by itself. */
    String receipt(String receiver) {
        screen.sees("receipt", receiver);
        screen.sees("receipt-signed", "Ondertekend door het loket");
        assertThat(screen.at("receipt")).containsText(Pattern.compile("\\d\\d:\\d\\d"));
        screen.picture("ontvangstbewijs");
        screen.isStillTheSameDocument();
        return screen.at("receipt-number").innerText();
    }

    Screen screen() {
        return screen;
    }

    @Override
    public void close() {
        screen.close();
    }
}
