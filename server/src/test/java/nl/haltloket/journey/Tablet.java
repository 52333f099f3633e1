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
        screen = browsers.desk(name);
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

    void open(String words) {
        screen.tap(row(words));
    }

    void signIn(String login, String password) {
        screen.type("login", login);
        screen.type("password", password);
        screen.picture("wie-bent-u");
        screen.tap("sign-in-submit");
    }

    void fillReceipt(String numberAloud) {
        screen.tap("safety-conscious-YES");
        screen.tap("safety-hurt-NO");
        screen.tap("safety-inDanger-NO");
        screen.tap("guardian-relation-MOTHER");
        screen.tap("guardian-custody-YES");
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
        screen.picture("nummer-verbeteren");
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
        screen.tap("begin-intake");
        assertThat(screen.at("not-fit-now")).isVisible();
        screen.tap("step-identity");
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
