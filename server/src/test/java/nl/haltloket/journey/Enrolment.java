package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** How a phone or tablet becomes known to the desk: a typed code, and a yes to the drill. */
final class Enrolment {
    private Enrolment() {}

    static void with(Screen screen, String path, String code) {
        screen.open(path);
        screen.type("join-code", code);
        screen.picture("aanmeldcode");
        screen.tap("join-use");
        assertThat(screen.at("enrol")).isDisabled();
        screen.tap("drill-confirm");
        screen.picture("oefening");
        screen.tap("enrol");
    }
}
