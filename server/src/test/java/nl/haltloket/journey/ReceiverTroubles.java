package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.haltloket.casefile.CaseState.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import nl.haltloket.journey.Seeds.Seed;
import nl.haltloket.testing.ReceiverPeer;
import nl.haltloket.testing.ReceiverPeer.Fault;

/** What a receiver does wrong, as the desk sees it: a sentence, nothing lost, and the next try succeeds. */
final class ReceiverTroubles {
    private final Evening evening;
    private final Seeds seeds;
    private final ReceiverPeer receiver;
    private final Screen screen;

    ReceiverTroubles(Evening evening, Seeds seeds, ReceiverPeer receiver) {
        this.evening = evening;
        this.seeds = seeds;
        this.receiver = receiver;
        this.screen = evening.tablet().screen();
    }

    void answersGarbage() {
        receiver.next(Fault.GARBAGE);
        Seed seed = begin();
        says("Nog niet gelukt", "Het antwoord van de ontvanger is niet te lezen. De zaak blijft hier staan.");
        screen.picture("ontvanger-onzin");
        succeeds(seed);
    }

    /** It took the package and nobody heard so; asked again it knows the package, and there is one case there. */
    void acceptsTwice() {
        int before = receiver.taken().size();
        receiver.next(Fault.SILENT_CLOSE);
        Seed seed = begin();
        says("Nog niet gelukt", "De ontvanger gaf geen antwoord.", "dubbel aankomen kan niet");
        succeeds(seed);
        List<ReceiverPeer.Taken> taken =
                receiver.taken().subList(before, receiver.taken().size());
        assertThat(taken).hasSize(2);
        assertThat(taken.get(0).key()).isEqualTo(taken.get(1).key());
        assertThat(taken.get(0).sealed()).isEqualTo(taken.get(1).sealed());
        assertThat(screen.at("package")).hasCount(1);
    }

    /** The quarter of an hour passes in the database; the clock of the process is the machine's. */
    void isDownForAQuarter() throws Exception {
        receiver.goDown();
        Seed seed = begin();
        says("Nog niet gelukt", "De ontvanger is nu niet te bereiken. Het loket probeert het vanzelf opnieuw.");
        String words = seeds.words(seed);
        aQuarterPasses(seed.id());
        says("Dit duurt te lang. Nu: de coördinator.", "De ontvanger is nu niet te bereiken.");
        screen.picture("overdracht-alarm");
        int attempts = attempts(seed);
        screen.tap("transfer");
        screen.page().waitForCondition(() -> attempts(seed) > attempts);
        evening.tablet().toBoard();
        screen.sees("transfer-alarm", "De overdracht van " + words + " lukt niet", "Er is niets kwijt.");
        evening.tablet().seesOnBoard(words, "Overdracht lukt niet, al 1");
        receiver.comeBack();
        EdgeJourneyTest.show(screen, seed, "transfer");
        succeeds(seed);
        assertThat(seeds.look(seed).getJsonArray("transfers")).hasSize(1);
    }

    private Seed begin() {
        Seed seed = seeds.in(SCHEDULED);
        EdgeJourneyTest.show(screen, seed, "transfer");
        screen.tap("transfer");
        return seed;
    }

    private void says(String... words) {
        screen.sees("package", words);
    }

    /** The case is there until it arrived. */
    private void succeeds(Seed seed) {
        assertThat(seeds.state(seed)).isEqualTo(SCHEDULED);
        assertThat(seeds.file(seed).getJsonObject("identity").getString("familyName"))
                .isEqualTo("Voorbeeld");
        screen.tap("transfer");
        screen.sees("erased", "Overgedragen en hier gewist");
        screen.sees("package", "Ontvangst bevestigd", "Zaaknummer bij de ontvanger: H-2026-41");
        assertThat(seeds.state(seed)).isEqualTo(ERASED);
    }

    private int attempts(Seed seed) {
        JsonObject first = seeds.look(seed).getJsonArray("transfers").getJsonObject(0);
        return first.getInteger("attempts");
    }

    private void aQuarterPasses(UUID caseId) throws Exception {
        try (Connection superuser = DatabaseInside.connect(evening.kiosk().database());
                PreparedStatement earlier = superuser.prepareStatement(
                        "UPDATE transfer SET assembled_at = assembled_at - interval '16 minutes' WHERE case_id = ?")) {
            earlier.setObject(1, caseId);
            assertThat(earlier.executeUpdate()).isOne();
        }
    }
}
