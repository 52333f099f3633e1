package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.haltloket.casefile.CaseState.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.journey.Seeds.Seed;

/** How a worker takes each step of a case on the screen of the desk, and what the screen says then. */
final class Edges {
    private static final String RIGHTS = "Kent de jongere zijn rechten?";
    private static final String GONE = "Deze jongere is vertrokken";
    private static final String BACK = "Deze zaak gaat terug naar de verwijzer";
    private static final String WAITS = "Ontvangen, wacht op een besluit";
    private static final String RESTS = "Kan nu niet praten, sinds";
    private static final String MEETING = "Wanneer is het eerste gesprek?";
    private static final String FIXED = "De afspraak is vastgelegd.";

    /** A step from one state to another. */
    record Edge(CaseState from, CaseState to) {}

    /**
     * How it is taken.
     *
     * @param seed the case from which it is taken
     * @param step where the worker is in the case
     * @param says what stands on the screen afterwards
     */
    record Drive(Function<Seeds, Seed> seed, String step, BiConsumer<Screen, Seed> taps, String says) {}

    private final Map<Edge, Drive> drives = new LinkedHashMap<>();
    private final Seeds seeds;

    Edges(Seeds seeds) {
        this.seeds = seeds;
        beforeTheOffer();
        theOffer();
        afterTheDecision();
        theEnd();
    }

    Set<Edge> all() {
        return Set.copyOf(drives.keySet());
    }

    Drive of(Edge edge) {
        return Objects.requireNonNull(drives.get(edge), "No drive for " + edge);
    }

    private void beforeTheOffer() {
        drive(OPENED, INTAKE, "receipt", (screen, _) -> screen.tap("begin-intake"), RIGHTS);
        drive(OPENED, PENDING_APPROVAL, "receipt", this::addTheft, WAITS);
        drive(OPENED, NOT_FIT_NOW, "receipt", (screen, _) -> screen.tap("not-fit-now"), RESTS);
        drive(OPENED, RETURNED, "receipt", (screen, _) -> giveBack(screen), BACK);
        drive(OPENED, LEFT, "receipt", (screen, _) -> leave(screen), GONE);
        drive(PENDING_APPROVAL, INTAKE, "receipt", (screen, _) -> approve(screen), RIGHTS);
        drive(PENDING_APPROVAL, RETURNED, "receipt", (screen, _) -> screen.tap("return-case"), BACK);
        drive(PENDING_APPROVAL, LEFT, "receipt", (screen, _) -> leave(screen), GONE);
        drive(INTAKE, PENDING_APPROVAL, "receipt", this::addTheft, WAITS);
        drive(INTAKE, NOT_FIT_NOW, "language", (screen, _) -> screen.tap("not-fit-now"), RESTS);
        drive(INTAKE, RETURNED, "receipt", (screen, _) -> giveBack(screen), BACK);
        drive(INTAKE, LEFT, "identity", (screen, _) -> leave(screen), GONE);
        drive(NOT_FIT_NOW, INTAKE, "receipt", (screen, _) -> screen.tap("resume-intake"), "Welke taal past het best?");
        drive(NOT_FIT_NOW, SCHEDULED, "appointment", (screen, _) -> appoint(screen), FIXED);
        drive(NOT_FIT_NOW, LEFT, "receipt", (screen, _) -> leave(screen), GONE);
    }

    private void theOffer() {
        drive(INTAKE, OFFERED, "consent", (screen, _) -> offer(screen), "op papier gegeven");
        drive(OFFERED, PENDING_GUARDIAN, "consent", (screen, _) -> juvenile(screen, "YES"), "Vraag het de moeder");
        drive(OFFERED, RETURNED, "consent", (screen, _) -> juvenile(screen, "NO"), BACK);
        drive(OFFERED, NOT_FIT_NOW, "consent", (screen, _) -> screen.tap("not-fit-now"), RESTS);
        drive(OFFERED, LEFT, "consent", (screen, _) -> leave(screen), GONE);
        drives.put(
                new Edge(OFFERED, AGREED),
                new Drive(
                        from -> from.in(OFFERED, Seeds.DECIDES_ALONE),
                        "consent",
                        (screen, _) -> juvenile(screen, "YES"),
                        MEETING));
    }

    private void afterTheDecision() {
        drive(PENDING_GUARDIAN, AGREED, "consent", (screen, _) -> guardian(screen, "YES"), MEETING);
        drive(PENDING_GUARDIAN, RETURNED, "consent", (screen, _) -> guardian(screen, "NO"), BACK);
        drive(PENDING_GUARDIAN, SCHEDULED, "appointment", (screen, _) -> appoint(screen), FIXED);
        drive(PENDING_GUARDIAN, LEFT, "consent", (screen, _) -> leave(screen), GONE);
        drive(AGREED, SCHEDULED, "appointment", (screen, _) -> appoint(screen), FIXED);
        drive(AGREED, RETURNED, "consent", (screen, _) -> withdraw(screen), BACK);
        drive(AGREED, LEFT, "consent", (screen, _) -> leave(screen), GONE);
        drive(SCHEDULED, RETURNED, "receipt", (screen, _) -> giveBack(screen), BACK);
    }

    /** To an officer of the police a report goes by itself; an extraordinary one gets it on paper. */
    private void theEnd() {
        drive(SCHEDULED, TRANSFERRED, "transfer", (screen, _) -> screen.tap("transfer"), "Overgedragen");
        drives.put(
                new Edge(RETURNED, TRANSFERRED),
                new Drive(Edges::returnedToPolice, "transfer", (screen, _) -> screen.tap("transfer"), "Overgedragen"));
        drive(LEFT, TRANSFERRED, "transfer", (screen, _) -> onPaper(screen), "Overgedragen");
    }

    /** What only the server does, once nothing of the case is on its way any more. */
    void theServerErases(Drive drive) {
        drives.put(new Edge(TRANSFERRED, ERASED), drive);
    }

    private void drive(CaseState from, CaseState to, String step, BiConsumer<Screen, Seed> taps, String says) {
        drives.put(new Edge(from, to), new Drive(seeds -> seeds.in(from), step, taps, says));
    }

    private static Seed returnedToPolice(Seeds seeds) {
        Seed seed = seeds.ofPolice();
        seeds.giveBack(seed);
        return seed;
    }

    private void addTheft(Screen screen, Seed seed) {
        String theft = seeds.theftOnTheBoard().toString();
        screen.tap("rare");
        screen.tap("rare-offence");
        screen.tap("other-row-" + theft);
        screen.tap("other-confirm");
    }

    private static void leave(Screen screen) {
        screen.tap("left");
        screen.tap("stop-reason-PICKED_UP");
        screen.tap("stop-confirm");
    }

    private static void giveBack(Screen screen) {
        screen.tap("rare");
        screen.tap("returned");
        screen.tap("return-reason-DECLINED_BY_HALT");
        screen.tap("return-confirm");
    }

    private static void approve(Screen screen) {
        screen.tap("approval-approved-YES");
        screen.pick("approval-who", "HOvJ 12");
        screen.pick("approval-reference", "PL0900-12");
        screen.tap("approval-save");
        screen.tap("begin-intake");
    }

    private static void offer(Screen screen) {
        screen.tap("offer-PRINTED");
    }

    private static void juvenile(Screen screen, String answer) {
        screen.tap("decide-juvenile");
        screen.tap("decision-channel-IN_PERSON");
        screen.tap("decision-answer-" + answer);
        screen.tap("decision-save");
    }

    static void guardian(Screen screen, String answer) {
        screen.tap("decide-guardian-1");
        screen.tap("decision-channel-PHONE");
        screen.tap("decision-answer-" + answer);
        screen.tap("decision-said-" + (answer.equals("YES") ? 1 : 3));
        screen.tap("decision-save");
    }

    private static void withdraw(Screen screen) {
        screen.tap(screen.at("withdraw").first());
        screen.tap("withdraw-confirm");
    }

    /** The screen goes on to the next step by itself; the appointment stands where it was made. */
    private static void appoint(Screen screen) {
        screen.pick("field-date", Seeds.day(9));
        screen.tap("save-section");
        assertThat(screen.at("step-appointment")).hasAttribute("data-done", "ja");
        screen.tap("step-appointment");
    }

    private static void onPaper(Screen screen) {
        screen.tap("print-report");
        assertThat(screen.at("file-ready")).isVisible();
        screen.pick("given-to", "Boa 4711");
        screen.tap("paper-given");
    }
}
