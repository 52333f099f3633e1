package nl.haltloket.consent;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.casefile.Age;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.casefile.Fitness;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** What stands between a person and a decision; refusing has fewer gates than agreeing. */
final class DecisionGate {
    private static final Set<CaseState> OPEN = EnumSet.of(
            CaseState.INTAKE, CaseState.OFFERED, CaseState.PENDING_GUARDIAN, CaseState.AGREED, CaseState.SCHEDULED);
    private static final Set<CaseState> AFTER_OFFER =
            EnumSet.of(CaseState.OFFERED, CaseState.PENDING_GUARDIAN, CaseState.AGREED, CaseState.SCHEDULED);

    private final CaseFile file;
    private final Chosen chosen;
    private final Age age;

    DecisionGate(CaseFile file, Chosen chosen, Age age) {
        this.file = file;
        this.chosen = chosen;
        this.age = age;
    }

    /** Refused with a sentence that says what to do instead. */
    void check(NewDecision decision) {
        if (file.state() == CaseState.NOT_FIT_NOW) {
            throw Consents.notFit();
        }
        if (!OPEN.contains(file.state())) {
            throw Refusal.conflict("consent.closed", "In deze stand van de zaak beslist niemand. Ververs het scherm.");
        }
        if (decision.byJuvenile()) {
            juvenile(decision);
        } else {
            guardian(decision, guardian(decision.guardianId()));
        }
        if (decision.onProgramme() && decision.answer() != Choice.Answer.NO) {
            offered();
        }
        number(decision);
    }

    /** R-CONS-7: nobody agrees to what was not handed over in writing. */
    private void offered() {
        if (chosen.offers().isEmpty() || !AFTER_OFFER.contains(file.state())) {
            throw Refusal.conflict(
                    "consent.offer-first", "Geef het aanbod eerst op papier. Daarna kan iemand beslissen.");
        }
    }

    private void juvenile(NewDecision decision) {
        if (decision.answer() != Choice.Answer.NO && !Fitness.isFit(file)) {
            throw Consents.notFit();
        }
        boolean decided = chosen.juvenile().filter(Choice.Answer.YES::equals).isPresent();
        boolean waits = file.state() == CaseState.OFFERED || file.state() == CaseState.PENDING_GUARDIAN;
        if (decision.onProgramme() && decided && !waits) {
            throw Refusal.conflict(
                    "consent.already-decided", "De jongere heeft al ja gezegd. Bedenkt die zich? Trek dat besluit in.");
        }
    }

    private void guardian(NewDecision decision, Guardian guardian) {
        if (guardian.state() == ContactState.DO_NOT_CONTACT) {
            throw Refusal.conflict(
                    "consent.guardian-not-contacted",
                    "Met deze ouder is geen contact. Vraag wie er in de plaats komt.");
        }
        if (Boolean.TRUE.equals(decision.victim())) {
            throw Refusal.conflict(
                    "consent.guardian-is-victim",
                    "Deze ouder is zelf slachtoffer van het feit en kan niet instemmen. Vraag een andere ouder met gezag,"
                            + " of laat Halt beslissen.");
        }
        adult(decision, guardian);
        if (decision.onProgramme() && !age.needsGuardian()) {
            throw Refusal.conflict(
                    "consent.guardian-not-asked",
                    "De jongere is 16 of ouder en beslist zelf. Een ouder wordt verteld wat er is, maar niet gevraagd.");
        }
        said(decision);
    }

    /** A mother, a father and a legal guardian of a juvenile are of age; of anybody else somebody has to ask. */
    private static void adult(NewDecision decision, Guardian guardian) {
        if (Boolean.FALSE.equals(decision.adult())) {
            throw Refusal.conflict(
                    "consent.guardian-minor", "Deze persoon is jonger dan 18 en kan niet instemmen. Vraag een ouder.");
        }
        if (decision.adult() == null && guardian.relation() == Relation.OTHER) {
            throw Refusal.invalid("consent.guardian-age", "Vraag eerst of deze persoon 18 jaar of ouder is.");
        }
    }

    /** Of a call: which number, and of a yes, in which words. */
    private static void said(NewDecision decision) {
        if (decision.channel() != Choice.Channel.PHONE || decision.answer() == Choice.Answer.LATER) {
            return;
        }
        if (decision.number() == null) {
            throw Refusal.invalid("consent.number-missing", "Kies het nummer dat u belde.");
        }
        if (decision.agrees() && decision.onProgramme()) {
            String _ = PlainText.required(
                    decision.words(), "consent.words-missing", "Schrijf op met welke woorden de ouder instemde.");
        }
    }

    /** A number that was corrected, or that is another guardian's, does not tell who answered. */
    private void number(NewDecision decision) {
        String called = decision.number();
        boolean known = called == null
                || file.guardians().stream()
                        .filter(one -> decision.byJuvenile() || one.id().equals(decision.guardianId()))
                        .map(one -> one.details().number())
                        .anyMatch(own -> own != null && PhoneNumber.isSame(own, called));
        if (!known) {
            throw Refusal.conflict(
                    "consent.number-other",
                    "Dit is niet het nummer dat nu bij deze ouder staat. Klopt het toch? Verbeter het eerst bij de ouder.");
        }
    }

    private Guardian guardian(@Nullable UUID id) {
        return file.guardians().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("guardian.unknown", "Deze ouder staat niet bij deze zaak."));
    }
}
