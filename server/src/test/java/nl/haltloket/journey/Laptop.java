package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

    CardSheetPrint printTenCards() throws IOException {
        assertThat(screen.at("make-cards")).isEnabled();
        int before = screen.at("card").count();
        screen.tap("cards-10");
        screen.tap("make-cards");
        assertThat(screen.at("card")).hasCount(before + 10);
        screen.tap("print-cards");
        CardSheetPrint sheet = new CardSheetPrint(screen.download("file-download"));
        screen.picture("kaarten");
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
        screen.picture("toestellen");
    }

    @Override
    public void close() {
        screen.close();
    }
}
