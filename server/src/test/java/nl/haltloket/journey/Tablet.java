package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.Locale;
import nl.haltloket.journey.Section.Field;

/** A tablet of the desk. */
final class Tablet implements AutoCloseable {
    private final Screen screen;

    Tablet(Browsers browsers, String name) {
        this(browsers.desk(name));
    }

    Tablet(Screen screen) {
        this.screen = screen;
    }

    void enrol(String code) {
        Enrolment.with(screen, "/loket", code);
    }

    void seesEmptyBoard() {
        assertThat(screen.at("board-empty")).isVisible();
        screen.picture("bord-leeg");
    }

    /** The row of this card, which comes and changes by itself. */
    Locator row(String words) {
        return screen.page().locator("[data-testid='board-row'][data-ticket='" + words + "']");
    }

    void seesOnBoard(String words, String... what) {
        for (String word : what) {
            assertThat(row(words)).containsText(word);
        }
        screen.isStillTheSameDocument();
        screen.picture("bord-" + what[what.length - 1].toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /** Green is for spoken, and for nothing else. */
    void seesGreen(String words) {
        assertThat(row(words).locator("[data-contact='REACHED'].s-goed")).isVisible();
    }

    /** By itself, whatever was on the screen. */
    void isLocked() {
        screen.sees("locked", "Het loket is op slot");
        screen.isStillTheSameDocument();
        screen.isAccessible("op-slot");
    }

    /** First with other words, then with the right ones, by the keyboard alone. */
    void openDesk(String wrong, String passphrase) {
        screen.type("passphrase", wrong);
        screen.page().keyboard().press("Enter");
        screen.sees("locked", "Deze wachtzin klopt niet.");
        screen.tap("passphrase-show");
        screen.pick("passphrase", passphrase);
        screen.isAccessible("wachtzin");
        assertThat(screen.at("open-desk")).isEnabled();
        screen.at("passphrase").press("Enter");
    }

    void open(String words) {
        screen.tap(row(words));
    }

    void signIn(String login, String password) {
        screen.type("login", login);
        screen.type("password", password);
        screen.picture("wie-bent-u");
        screen.tap("sign-in-submit");
        choosePinWhenAsked(login);
    }

    /** Once a night. */
    private void choosePinWhenAsked(String login) {
        Locator choose = screen.at("pin-choose");
        assertThat(choose.or(screen.at("receive-page")).or(screen.at("case-page")))
                .isVisible();
        if (choose.isVisible()) {
            pin(Story.pin(login));
            screen.isAccessible("pincode-kiezen");
            assertThat(choose).containsText("Nog een keer");
            pin(Story.pin(login));
            assertThat(choose).isHidden();
        }
    }

    /** Digit by digit, on the big keys. */
    void pin(String digits) {
        digits.chars().forEach(digit -> screen.tap("pin-" + Character.toString(digit)));
        screen.tap("pin-done");
    }

    /** Two taps: the name in the head, and mine; the PIN is the second step. Gives the taps. */
    int switchTo(String name, String login) {
        Effort effort = screen.count();
        screen.tap("worker");
        screen.isAccessible("wie-werkt-er");
        screen.tap(screen.page().locator("[data-testid='colleague'][data-name='" + name + "']"));
        int taps = effort.taps();
        screen.isAccessible("pincode");
        pin(Story.pin(login));
        worksNow(name);
        return taps;
    }

    /** The head says under whose name everything goes. */
    void worksNow(String name) {
        assertThat(screen.at("worker")).hasAttribute("data-name", name);
    }

    /** After a sleep or "Sluit scherm". */
    void unlock(String name, String login) {
        Locator mine = screen.page().locator("[data-testid='colleague'][data-name='" + name + "']");
        assertThat(mine.or(screen.at("pin-pad"))).isVisible();
        if (mine.isVisible()) {
            screen.tap(mine);
        }
        screen.sees("pin-pad", name);
        pin(Story.pin(login));
        worksNow(name);
    }

    /** With the password that the coordinator gave: an own one is chosen, and a PIN. */
    void signInOnce(String login, String given, String own) {
        screen.type("login", login);
        screen.type("password", given);
        screen.tap("sign-in-submit");
        screen.type("password-new", own);
        screen.type("password-again", own);
        screen.picture("wachtwoord-kiezen");
        screen.tap("password-keep");
        choosePinWhenAsked(login);
    }

    /** A colleague who was not signed in on this tablet yet. */
    void joins(String login, String password) {
        screen.tap("worker");
        screen.tap("newcomer");
        signIn(login, password);
    }

    void fillReceipt(String numberAloud) {
        screen.tap("safety-conscious-YES");
        screen.tap("safety-hurt-NO");
        screen.tap("safety-inDanger-NO");
        screen.tap("guardian-relation-MOTHER");
        screen.tap("guardian-custody-YES");
        screen.pick("guardian-language", "nl");
        screen.sees("guardian-number-aloud", numberAloud);
        screen.tap("guardian-read-back");
        screen.sees("missing", "Alles is ingevuld.");
        screen.picture("neem-over");
    }

    void receive() {
        screen.tap("receive");
        assertThat(screen.at("call-panel")).isVisible();
        screen.picture("ouder-bellen");
    }

    void pressReceive() {
        screen.tap("receive");
    }

    /** Gives whether this tablet was the one. */
    boolean hasReceived() {
        Locator panel = screen.at("call-panel");
        Locator lost = screen.at("receive-lost");
        assertThat(panel.or(lost)).isVisible();
        screen.picture(panel.isVisible() ? "eerst" : "te-laat");
        return panel.isVisible();
    }

    /** On the guardian's own step. */
    void correctNumber(String number, String reason) {
        screen.tap("fix-number");
        screen.type("number-new", number);
        screen.tap("number-read-back");
        screen.tap("number-reason-" + reason);
        screen.isAccessible("nummer-verbeteren");
        screen.tap("number-save");
        assertThat(screen.at("former-numbers")).isVisible();
        screen.picture("nummer-verbeterd");
    }

    void toBoard() {
        screen.tap("to-board");
    }

    void recordCall(String spokenWith, String words) {
        screen.tap("step-guardian");
        screen.tap("outcome-REACHED");
        screen.type("outcome-spokenWith", spokenWith);
        screen.tap("outcome-said-1");
        screen.type("outcome-words", words);
        screen.picture("gesprek");
        screen.tap("outcome-save");
        screen.sees("guardian-history", spokenWith, words);
        screen.picture("gesproken");
    }

    void beginIntake() {
        screen.tap("step-identity");
        assertThat(screen.at("not-begun")).isVisible();
        screen.tap("begin-intake");
        assertThat(screen.at("not-fit-now")).isVisible();
        readRights();
    }

    /** No question before the rights: the step is closed, and says so. */
    private void readRights() {
        screen.sees("locked", "Laat eerst de rechtenkaart zien");
        screen.tap("to-rights");
        screen.tap("rights-read");
        screen.sees("document", "advocaat");
        screen.picture("rechten");
        screen.tap("rights-save");
        assertThat(screen.at("step-rights")).hasAttribute("data-done", "ja");
    }

    void to(String step) {
        screen.tap("step-" + step);
    }

    /** The written offer on paper, the juvenile's yes at the table, and the guardian's by telephone. */
    void agree() {
        assertThat(screen.at("step-consent")).hasAttribute("aria-current", "step");
        screen.sees("document", "Halt");
        screen.picture("aanbod");
        screen.tap("offer-PRINTED");
        screen.sees("offer-done", "op papier gegeven");
        screen.tap("decide-juvenile");
        screen.tap("decision-channel-IN_PERSON");
        screen.tap("decision-answer-YES");
        screen.picture("besluit-jongere");
        screen.tap("decision-save");
        assertThat(screen.at("decision-channel-PHONE")).isVisible();
        screen.tap("decision-channel-PHONE");
        screen.tap("decision-answer-YES");
        screen.tap("decision-said-1");
        screen.picture("besluit-ouder");
        screen.tap("decision-save");
        assertThat(screen.at("step-appointment")).hasAttribute("aria-current", "step");
        assertThat(screen.at("step-consent")).hasAttribute("data-done", "ja");
    }

    void fill(Section section) {
        assertThat(screen.at("step-" + section.name())).hasAttribute("aria-current", "step");
        section.fields().forEach(this::fill);
        screen.picture("intake-" + section.name());
    }

    /** What was typed and not saved, after the page was loaded anew. */
    void reloadHalfway(Section section) {
        screen.reload();
        for (Field field : section.fields()) {
            screen.holds("field-" + field.name(), field.value());
        }
        screen.sees("saved-state", "Nog niet verstuurd. Wel bewaard op deze tablet.");
        screen.picture("herladen");
    }

    void save(Section section) {
        screen.tap("save-section");
        assertThat(screen.at("step-" + section.name())).hasAttribute("data-done", "ja");
    }

    byte[] dossier(String kind) throws IOException {
        screen.tap("dossier-" + kind);
        screen.sees("dossier-ready", kind.equals("pdf") ? "De PDF is klaar" : "De JSON is klaar");
        byte[] file = screen.download("file-download");
        screen.picture("dossier-" + kind);
        return file;
    }

    Screen screen() {
        return screen;
    }

    @Override
    public void close() {
        screen.close();
    }

    private void fill(Field field) {
        String testId = "field-" + field.name();
        switch (field.kind()) {
            case TYPE -> screen.type(testId, field.value());
            case PICK -> screen.pick(testId, field.value());
            case TAP -> screen.tap(testId);
        }
    }
}
