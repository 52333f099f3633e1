package nl.haltloket.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.haltloket.casefile.Age;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.casefile.Fitness;
import nl.haltloket.casefile.GuardianAnswer;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.Guardian;

/** What a case still needs, in the order in which the desk does it. */
public enum Asks {
    RIGHTS,
    LANGUAGE,
    /** That the juvenile can be spoken with: the referrer saw otherwise. */
    FITNESS,
    OFFER,
    JUVENILE_DECISION,
    GUARDIAN_CONSENT,
    /** Who agreed is not known to have custody. */
    GUARDIAN_CUSTODY,
    GUARDIANS_DISAGREE,
    GUARDIAN_INFORMATION,
    APPOINTMENT,
    PICKUP,
    TRANSFER;

    /** Of this case now. */
    public static List<Asks> of(CaseFile file, Map<String, IntakeService.Saved> sections, Chosen chosen, Instant now) {
        CaseState state = file.state();
        if (state == CaseState.TRANSFERRED || state == CaseState.ERASED || file.identity() == null) {
            return List.of();
        }
        List<Asks> asks = new ArrayList<>();
        if (state.isHere()) {
            if (state != CaseState.NOT_FIT_NOW) {
                ask(asks, file, sections, chosen, now);
            }
            if (state != CaseState.SCHEDULED) {
                asks.add(APPOINTMENT);
            }
            if (!has(sections, Section.PICKUP, "pickedUpBy") && !has(sections, Section.PICKUP, "mayLeaveAlone")) {
                asks.add(PICKUP);
            }
        }
        asks.add(TRANSFER);
        return List.copyOf(asks);
    }

    private static void ask(
            List<Asks> asks, CaseFile file, Map<String, IntakeService.Saved> sections, Chosen chosen, Instant now) {
        if (file.rights() == null) {
            asks.add(RIGHTS);
        }
        if (!has(sections, Section.LANGUAGE, "language")) {
            asks.add(LANGUAGE);
        }
        if (!Fitness.isFit(file)) {
            asks.add(FITNESS);
        }
        if (chosen.offers().isEmpty() || file.state() == CaseState.INTAKE) {
            asks.add(OFFER);
        }
        Age age = Age.of(file, now);
        if (chosen.juvenile().filter(Asks::decided).isEmpty()
                || (file.state() == CaseState.PENDING_GUARDIAN && !age.needsGuardian())) {
            asks.add(JUVENILE_DECISION);
        }
        if (age.needsGuardian()) {
            guardians(asks, chosen.guardians(file.guardians()));
        } else if (age.tellsGuardian() && file.guardians().stream().noneMatch(Asks::knows)) {
            asks.add(GUARDIAN_INFORMATION);
        }
    }

    private static boolean decided(Choice.Answer answer) {
        return answer != Choice.Answer.LATER;
    }

    private static void guardians(List<Asks> asks, GuardianAnswer answer) {
        switch (answer) {
            case NOT_ASKED -> asks.add(GUARDIAN_CONSENT);
            case CUSTODY_UNSURE -> asks.add(GUARDIAN_CUSTODY);
            case DISAGREE -> asks.add(GUARDIANS_DISAGREE);
            case AGREES, REFUSES -> {
                // They have answered.
            }
        }
    }

    private static boolean knows(Guardian guardian) {
        return guardian.informed() || guardian.state() == ContactState.DO_NOT_CONTACT;
    }

    private static boolean has(Map<String, IntakeService.Saved> sections, Section section, String field) {
        IntakeService.Saved saved = sections.get(section.wire());
        Object value = saved == null ? null : saved.data().get(field);
        return value != null && !value.equals("");
    }
}
