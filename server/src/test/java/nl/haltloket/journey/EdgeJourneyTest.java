package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.haltloket.casefile.CaseState.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.journey.Edges.Drive;
import nl.haltloket.journey.Edges.Edge;
import nl.haltloket.journey.Seeds.Seed;
import nl.haltloket.testing.ReceiverPeer;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step that a case can take is taken once on the screen of the desk; the screen and the server say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeJourneyTest {
    private final Vertx vertx = Vertx.vertx();
    private ReceiverPeer receiver;
    private Evening evening;
    private Seeds seeds;
    private Edges edges;
    private Screen screen;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        receiver = new ReceiverPeer(vertx, Files.createDirectory(directory.resolve("receiver")));
        evening = Evening.atTheDesk(directory, receiver.configurationForDossiers());
        seeds = new Seeds(evening.kiosk());
        edges = new Edges(seeds);
        edges.theServerErases(
                new Drive(this::transferredWithATextUnderway, "transfer", this::theTextArrives, "gewist"));
        screen = evening.tablet().screen();
        openDesk(seeds.in(OPENED));
    }

    private void openDesk(Seed first) {
        show(first, "receipt");
        evening.tablet().signIn("fatima", evening.kiosk().password("fatima"));
        assertThat(screen.at("case-page")).isVisible();
    }

    @AfterEach
    void no_browser_complained() {
        // A case that is erased under the screen is looked for once more, and is not there.
        evening.browsers().troubles().expectAny("status of 404 () (" + Browsers.ORIGIN + "/api/v1/cases/");
        evening.browsers().troubles().expectNone();
    }

    @AfterAll
    void close() {
        evening.close();
        seeds.close();
        receiver.goDown();
        TestApp.await(vertx.close());
    }

    @Test
    void every_edge_of_the_state_machine_has_a_drive_and_no_other() {
        assertThat(edges.all()).containsExactlyInAnyOrderElementsOf(edgesOfTheTable());
    }

    private static Set<Edge> edgesOfTheTable() {
        return Arrays.stream(CaseState.values())
                .flatMap(from -> Arrays.stream(CaseState.values())
                        .filter(from::canBecome)
                        .map(to -> new Edge(from, to)))
                .collect(Collectors.toSet());
    }

    static Stream<Arguments> edges() {
        return edgesOfTheTable().stream()
                .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to))
                .map(edge -> Arguments.of(edge.from(), edge.to()));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void the_desk_takes_it_on_the_screen(CaseState from, CaseState to) {
        Drive drive = edges.of(new Edge(from, to));
        Seed seed = drive.seed().apply(seeds);
        assertThat(seeds.state(seed)).isEqualTo(from);
        show(seed, drive.step());
        if (from != TRANSFERRED) {
            assertThat(screen.page().locator("[data-testid='case-page'][data-state='" + from + "']"))
                    .isVisible();
        }
        drive.taps().accept(screen, seed);
        assertThat(screen.page().locator("body")).containsText(drive.says());
        assertThat(seeds.state(seed)).isIn(to == TRANSFERRED ? Set.of(TRANSFERRED, ERASED) : Set.of(to));
        screen.picture("stap-" + from + "-" + to);
    }

    private Seed transferredWithATextUnderway(Seeds from) {
        evening.gateway().tell(new JsonObject().put("hold", true));
        return from.in(TRANSFERRED);
    }

    /** A text to a guardian that is still on its way is waited for; then the case goes by itself. */
    private void theTextArrives(Screen tablet, Seed seed) {
        tablet.sees("erased", "Overgedragen", "De zaak wordt hier zo gewist.");
        assertThat(seeds.state(seed)).isEqualTo(TRANSFERRED);
        evening.gateway().tell(new JsonObject().put("hold", false));
        tablet.sees("erased", "Overgedragen en hier gewist", "noem het zaaknummer");
    }

    @Test
    void what_somebody_can_not_decide_is_a_sentence_on_the_form() {
        var troubles = new IntakeTroubles(evening, seeds);
        troubles.aDecisionOfWhoCanNotTalkNow();
        troubles.aGuardianUnder18();
        troubles.aGuardianWhoIsTheVictim();
        troubles.guardiansWhoDisagree();
        troubles.anAppointmentThatIsPastOrTooLate();
    }

    @Test
    void what_a_receiver_does_wrong_is_a_sentence_and_the_next_try_succeeds() throws Exception {
        var troubles = new ReceiverTroubles(evening, seeds, receiver);
        troubles.answersGarbage();
        troubles.acceptsTwice();
        troubles.isDownForAQuarter();
    }

    @Test
    void what_was_changed_behind_the_program_is_found_by_the_command_and_at_opening() throws Exception {
        KioskProcess kiosk = evening.kiosk();
        Seed text = signed();
        Seed one = signed();
        Seed other = signed();
        receiver.goDown();
        Seed dossier = waitingForItsReceiver();
        try (var _ = Tampering.withText(kiosk, text.id());
                var _ = Tampering.withSignatures(kiosk, one.id(), other.id());
                var _ = Tampering.withPackage(kiosk, dossier.id())) {
            KioskProcess.Ending ending = kiosk.run("audit", "verify");
            assertThat(ending.text())
                    .contains("de keten klopt", "3 KLOPPEN NIET", "1 KLOPPEN NIET")
                    .containsPattern("Zaak " + text.id() + ", besluit \\S+: De tekst is na het tekenen veranderd")
                    .containsPattern("Zaak " + one.id() + ", besluit \\S+: Deze handtekening")
                    .containsPattern("Zaak " + other.id() + ", besluit \\S+: Deze handtekening")
                    .contains("Overdracht " + packageId(dossier) + ": het pakket is veranderd nadat het was gemaakt");
            assertThat(ending.exitCode()).isEqualTo(1);
            screenSaysBroken(text, "De tekst is na het tekenen veranderd.");
            screenSaysBroken(one, "Deze handtekening hoort bij een andere zaak");
            receiver.comeBack();
            show(dossier, "transfer");
            screen.tap("transfer");
            screen.sees("package", "Het pakket is veranderd nadat het was gemaakt. Het wordt niet verstuurd.");
        }
        KioskProcess.Ending after = kiosk.run("audit", "verify");
        assertThat(after.exitCode()).as(after.text()).isZero();
    }

    private Seed signed() {
        Seed seed = seeds.in(OFFERED);
        seeds.desk()
                .decide(seed.id(), seeds.desk().signed(seed.id(), Instant.now()))
                .expect(201);
        return seed;
    }

    private Seed waitingForItsReceiver() {
        Seed seed = seeds.in(SCHEDULED);
        show(seed, "transfer");
        screen.tap("transfer");
        screen.sees("package", "De ontvanger is nu niet te bereiken.");
        return seed;
    }

    private String packageId(Seed seed) {
        return seeds.look(seed).getJsonArray("transfers").getJsonObject(0).getString("id");
    }

    private void screenSaysBroken(Seed seed, String problem) {
        show(seed, "consent");
        screen.sees("signature-broken", "Deze handtekening klopt niet meer.", problem, "meld het aan de coördinator");
        screen.picture("handtekening-klopt-niet");
    }

    private void show(Seed seed, String step) {
        show(screen, seed, step);
    }

    /** As a link on the tablet does. */
    static void show(Screen screen, Seed seed, String step) {
        var _ = screen.page().evaluate("hash => { location.hash = hash }", "#/zaak/" + seed.id() + "/" + step);
    }
}
