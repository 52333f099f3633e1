package nl.haltloket.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.Guardian;

/** The offers and the decisions of a case, each in the order in which it was written down. */
public record Chosen(List<Offer> offers, List<Choice> choices) {
    /** Before anybody decided anything. */
    public static final Chosen NOTHING = new Chosen(List.of(), List.of());

    /** The juvenile's last word on taking part. */
    public Optional<Choice.Answer> juvenile() {
        return choices.stream()
                .filter(one -> one.person() == Choice.Person.JUVENILE)
                .filter(Chosen::counts)
                .reduce((_, later) -> later)
                .map(Choice::answer);
    }

    /** What the guardians say together on taking part. */
    public GuardianAnswer guardians(List<Guardian> guardians) {
        return GuardianAnswer.of(guardians.stream()
                .map(guardian -> new GuardianAnswer.Word(
                        guardian.details().custody(),
                        of(guardian.id()).orElse(null),
                        guardian.state() != ContactState.DO_NOT_CONTACT))
                .toList());
    }

    private Optional<Choice.Answer> of(UUID guardianId) {
        return choices.stream()
                .filter(one -> guardianId.equals(one.guardianId()))
                .filter(Chosen::counts)
                .reduce((_, later) -> later)
                .map(Choice::answer);
    }

    private static boolean counts(Choice choice) {
        return choice.purpose() == Choice.Purpose.PROGRAMME && choice.stands();
    }
}
