package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.haltloket.casefile.CaseState.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.journey.Seeds.Seed;
import nl.haltloket.testing.TestTablet;

/** What can not be, on the screen of the desk: a plain sentence where it happened, and nothing of what was typed is lost. */
final class IntakeTroubles {
    private static final String SAID = "Zij zei: dat is goed, maar niet na negen uur.";

    private final Evening evening;
    private final Seeds seeds;
    private final Screen screen;

    IntakeTroubles(Evening evening, Seeds seeds) {
        this.evening = evening;
        this.seeds = seeds;
        this.screen = evening.tablet().screen();
    }

    /** Between the choice and the tap that sends it, a colleague sees that the juvenile can not talk now. */
    void aDecisionOfWhoCanNotTalkNow() {
        Seed seed = seeds.in(OFFERED);
        show(seed, "consent");
        screen.tap("decide-juvenile");
        screen.tap("decision-channel-IN_PERSON");
        screen.tap("decision-answer-YES");
        Predicate<String> decisions = url -> url.endsWith("/decisions");
        screen.page().route(decisions, route -> notFit(seed, route));
        screen.tap("decision-save");
        screen.sees("locked", "De jongere kan nu niet praten. Nu geen aanbod en geen handtekening.");
        screen.page().unroute(decisions);
        screen.picture("besluit-kan-niet");
        assertThat(seeds.file(seed).getJsonArray("decisions")).isEmpty();
        evening.browsers().troubles().expectOne("status of 409");
        screen.tap("resume-intake");
        assertThat(page(seed, INTAKE)).isVisible();
        offerOnceMore();
        screen.tap("decide-juvenile");
        assertThat(screen.at("decision-answer-YES")).hasAttribute("aria-checked", "true");
        screen.tap("decision-save");
        assertThat(page(seed, PENDING_GUARDIAN)).isVisible();
    }

    private void notFit(Seed seed, Route route) {
        if (route.request().method().equals("POST")) {
            seeds.notFit(seed);
        }
        route.resume();
    }

    /** What was offered before counts no more: it is given again. */
    private void offerOnceMore() {
        screen.tap("step-consent");
        screen.tap("offer-again");
        screen.tap("offer-make");
        screen.tap("offer-PRINTED");
    }

    void aGuardianUnder18() {
        Seed seed = asked(TestTablet.guardian().put("relation", "OTHER"));
        screen.tap("decision-adult-NO");
        refused(seed, "Deze persoon is jonger dan 18 en kan niet instemmen. Vraag een ouder.");
    }

    void aGuardianWhoIsTheVictim() {
        Seed seed = asked(TestTablet.guardian());
        screen.tap("decision-victim");
        refused(seed, "Deze ouder is zelf slachtoffer van het feit en kan niet instemmen.");
    }

    private Seed asked(JsonObject guardian) {
        Seed seed = seeds.withGuardians(PENDING_GUARDIAN, guardian);
        show(seed, "consent");
        screen.tap("decide-guardian-1");
        screen.tap("decision-channel-PHONE");
        screen.tap("decision-answer-YES");
        screen.pick("decision-words", SAID);
        return seed;
    }

    private void refused(Seed seed, String sentence) {
        screen.tap("decision-save");
        screen.sees("decision-form", sentence);
        screen.holds("decision-words", SAID);
        screen.picture("geweigerd-" + sentence.substring(0, 12));
        assertThat(seeds.state(seed)).isEqualTo(PENDING_GUARDIAN);
        evening.browsers().troubles().expectOne("status of 409");
        screen.tap("decision-cancel");
        screen.tap("decide-guardian-1");
        screen.holds("decision-words", SAID);
    }

    void guardiansWhoDisagree() {
        JsonObject mother = TestTablet.guardian();
        JsonObject father = TestTablet.guardian().put("relation", "FATHER").put("number", "06 87654321");
        Seed seed = seeds.withGuardians(PENDING_GUARDIAN, mother, father.put("name", "Vader Voorbeeld"));
        seeds.guardianSays(seed, mother, "NO");
        show(seed, "consent");
        screen.tap("decide-guardian-2");
        screen.tap("decision-channel-PHONE");
        screen.tap("decision-answer-YES");
        screen.tap("decision-said-1");
        screen.tap("decision-save");
        screen.sees("guardians-disagree", "Halt beslist hierover, niet dit loket.");
        assertThat(screen.page().locator("main h1")).hasText("De ouders zijn het niet eens");
        screen.picture("ouders-niet-eens");
        assertThat(seeds.state(seed)).isEqualTo(PENDING_GUARDIAN);
        assertThat(seeds.file(seed).getJsonArray("decisions")).hasSize(3);
    }

    void anAppointmentThatIsPastOrTooLate() {
        Seed seed = seeds.in(AGREED);
        show(seed, "appointment");
        screen.pick("field-date", Seeds.day(-1));
        Locator form = screen.page().locator("hl-loket-section");
        assertThat(form).containsText("Deze datum is al voorbij. Kies een datum vanaf vandaag.");
        assertThat(screen.at("save-section")).isDisabled();
        screen.pick("field-date", Seeds.day(31));
        assertThat(form).containsText("Deze datum is over 31 dagen. De afspraak moet binnen 30 dagen zijn.");
        assertThat(screen.at("save-section")).isDisabled();
        screen.picture("afspraak-te-laat");
        screen.pick("field-date", Seeds.day(30));
        screen.tap("save-section");
        assertThat(page(seed, SCHEDULED)).isVisible();
    }

    private Locator page(Seed seed, CaseState state) {
        assertThat(screen.page().url()).contains(seed.id().toString());
        return screen.page().locator("[data-testid='case-page'][data-state='" + state + "']");
    }

    private void show(Seed seed, String step) {
        EdgeJourneyTest.show(screen, seed, step);
    }
}
