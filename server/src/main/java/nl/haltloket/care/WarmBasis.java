package nl.haltloket.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.refusal.Refusal;

/**
 * What a permission for a warm handover rests on: a yes of the juvenile and under 16 of a guardian as well, each asked for
 * this handover.
 *
 * @param used decisions that another permission rests on already
 */
record WarmBasis(Chosen chosen, Set<UUID> used) {
    /** From this age on a juvenile permits alone (Burgerlijk Wetboek 7:447; UAVG art. 5). */
    private static final int PERMITS_ALONE_FROM = 16;

    static boolean needsGuardian(LocalDate born, LocalDate today) {
        return born.plusYears(PERMITS_ALONE_FROM).isAfter(today);
    }

    /** The decisions; refused with who is still to be asked. */
    List<UUID> decisions(boolean guardianToo) {
        List<Choice> last = lastWords();
        List<UUID> basis = new ArrayList<>();
        basis.add(last.stream()
                .filter(one -> one.person() == Choice.Person.JUVENILE)
                .filter(this::permits)
                .findFirst()
                .map(Choice::id)
                .orElseThrow(() -> Refusal.conflict(
                        "care.juvenile-permission",
                        "Vraag het eerst aan de jongere. Zonder een ja gaat er niets door.")));
        List<Choice> guardians = last.stream()
                .filter(one -> one.person() == Choice.Person.GUARDIAN)
                .toList();
        if (guardianToo) {
            basis.add(guardians.stream()
                    .filter(this::permits)
                    .filter(_ -> guardians.stream().noneMatch(WarmBasis::refuses))
                    .findFirst()
                    .map(Choice::id)
                    .orElseThrow(() -> Refusal.conflict(
                            "care.guardian-permission",
                            "Onder de 16 jaar moet ook een ouder of verzorger het goed vinden.")));
        }
        return List.copyOf(basis);
    }

    private boolean permits(Choice choice) {
        return choice.answer() == Choice.Answer.YES && choice.stands() && !used.contains(choice.id());
    }

    private static boolean refuses(Choice choice) {
        return choice.answer() == Choice.Answer.NO && choice.stands();
    }

    /** What each person said last. */
    private List<Choice> lastWords() {
        Map<String, Choice> last = new LinkedHashMap<>();
        chosen.choices().stream()
                .filter(one -> one.purpose() == Choice.Purpose.WARM_HANDOVER)
                .forEach(one -> last.put(one.person() + " " + one.guardianId(), one));
        return List.copyOf(last.values());
    }
}
