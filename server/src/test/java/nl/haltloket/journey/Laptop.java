package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;

/** The coordinator's laptop. */
final class Laptop implements AutoCloseable {
    private final Browsers browsers;
    private final Screen screen;

    Laptop(Browsers browsers) {
        this.browsers = browsers;
        screen = browsers.desk("laptop");
    }

    void signIn(String login, String password) {
        screen.open("/beheer");
        screen.type("login", login);
        screen.type("password", password);
        screen.picture("aanmelden");
        screen.tap("sign-in-submit");
        assertThat(screen.at("cards-count")).isVisible();
    }

    void makeTenCards() {
        assertThat(screen.at("make-cards")).isEnabled();
        int before = screen.at("card").count();
        screen.tap("cards-10");
        screen.tap("make-cards");
        assertThat(screen.at("card")).hasCount(before + 10);
    }

    /** Makes them and takes the sheet from the printer: only for who needs the paper, which costs many seconds. */
    CardSheetPrint printTenCards() throws IOException {
        makeTenCards();
        screen.tap("print-cards");
        CardSheetPrint sheet = new CardSheetPrint(screen.download("file-download"));
        screen.isAccessible("kaarten");
        return sheet;
    }

    /** The words on the card with this code. */
    String words(String code) {
        return screen.page()
                .locator("[data-code='" + code + "'] [data-testid='ticket-words']")
                .innerText()
                .strip();
    }

    String codeForTablet() throws Exception {
        screen.tap("page-aanmelden");
        screen.tap("profile-loket");
        return newCode("code-tablet");
    }

    String codeForPhone(String referrerId) throws Exception {
        screen.tap("page-aanmelden");
        screen.tap("profile-verwijzer");
        screen.tap("referrer-" + referrerId);
        return newCode("code-telefoon");
    }

    private String newCode(String picture) throws Exception {
        screen.tap("new-code");
        String code = screen.at("join-code").innerText();
        screen.picture(picture);
        browsers.traces().readCodes(screen.page());
        return code;
    }

    void seesDevices(int count) {
        screen.tap("page-toestellen");
        assertThat(screen.at("device")).hasCount(count);
        screen.isAccessible("toestellen");
    }

    /** Shown once. */
    String newPassword(String login) {
        screen.tap("page-medewerkers");
        Locator row = worker(login);
        assertThat(row).isVisible();
        screen.isAccessible("medewerkers");
        screen.tap(row.getByTestId("password"));
        screen.picture("nieuw-wachtwoord-vraag");
        screen.tap(row.getByTestId("password-confirm"));
        String password = screen.at("one-time-password").innerText().strip();
        screen.picture("eenmalig-wachtwoord");
        screen.tap("password-typed");
        assertThat(row).containsText("Kiest wachtwoord");
        return password;
    }

    void seesWorker(String login, String what) {
        screen.tap("page-kaarten");
        screen.tap("page-medewerkers");
        assertThat(worker(login)).containsText(what);
    }

    void block(String login) {
        screen.tap("page-medewerkers");
        screen.tap(worker(login).getByTestId("block"));
        screen.tap(worker(login).getByTestId("block-confirm"));
        assertThat(worker(login)).containsText("Geblokkeerd");
        screen.picture("geblokkeerd");
    }

    void admit(String login) {
        screen.tap(worker(login).getByTestId("admit"));
        assertThat(worker(login)).containsText("Kan aanmelden");
    }

    /** With a password from the machine: this screen closed by itself. */
    void signInOnce(String login, String given, String own) {
        screen.type("login", login);
        screen.type("password", given);
        screen.tap("sign-in-submit");
        screen.type("password-new", own);
        screen.type("password-again", own);
        screen.tap("password-keep");
        screen.tap("page-medewerkers");
        assertThat(worker(login)).containsText("Dit bent u");
    }

    /** Two taps and it can do nothing any more; one more makes a code for another phone. */
    String replaceLostPhone(String label) {
        screen.tap("page-toestellen");
        Locator row = screen.page().locator("[data-testid='device'][data-label='" + label + "']");
        screen.tap(row.getByTestId("revoke"));
        screen.picture("kwijt-vraag");
        screen.tap(row.getByTestId("revoke-confirm"));
        assertThat(row).containsText("Ingetrokken");
        screen.picture("kwijt");
        screen.tap(row.getByTestId("replace"));
        String code = screen.at("join-code").innerText();
        screen.picture("andere-telefoon");
        return code;
    }

    /** The code of a card that nobody used. */
    String freeCard() {
        return freeCard(0);
    }

    /** The same further down the list, from 0. */
    String freeCard(int place) {
        screen.tap("page-kaarten");
        return String.valueOf(screen.page()
                .locator("[data-testid='card'][data-used='false']")
                .nth(place)
                .getAttribute("data-code"));
    }

    String wordsOf(String code) {
        screen.tap("page-kaarten");
        return words(code);
    }

    private Locator worker(String login) {
        return screen.page().locator("[data-testid='worker-row'][data-login='" + login + "']");
    }

    @Override
    public void close() {
        screen.close();
    }
}
