package nl.haltloket.casefile;

import java.util.EnumSet;
import java.util.Set;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A step that a worker asks for.
 *
 * @param override that the intake begins whatever the rules say
 */
public record Change(
        CaseState to,
        @Nullable Reason reason,
        @Nullable String note,
        @Nullable Overruling override) {
    /** Steps that need more than a word: the written offer, consents, and the transfer have commands of their own. */
    private static final Set<CaseState> BY_WORD = EnumSet.of(
            CaseState.INTAKE, CaseState.PENDING_APPROVAL, CaseState.NOT_FIT_NOW, CaseState.RETURNED, CaseState.LEFT);

    private static final Set<Reason> RETURN_REASONS = EnumSet.of(
            Reason.REFUSED_BY_JUVENILE,
            Reason.REFUSED_BY_GUARDIAN,
            Reason.DECLINED_BY_HALT,
            Reason.NOT_HALT,
            Reason.CONSENT_WITHDRAWN);

    /** Why. */
    public enum Reason {
        REFUSED_BY_JUVENILE,
        REFUSED_BY_GUARDIAN,
        DECLINED_BY_HALT,
        NOT_HALT,
        CONSENT_WITHDRAWN,
        DRUNK,
        ILL,
        UPSET,
        WALKED_AWAY,
        PICKED_UP,
        OTHER
    }

    /** With a note that can be read, or none. */
    Change cleaned() {
        return new Change(to, reason, PlainText.lines(note), override);
    }

    /** The state that may be left this way; refused otherwise. */
    CaseState checked(CaseState from) {
        from.checkStep(to);
        if (!BY_WORD.contains(to)) {
            throw Refusal.conflict("case.step-needs-more", "Voor deze stap is meer nodig dan deze knop.");
        }
        if (to == CaseState.RETURNED && (reason == null || !RETURN_REASONS.contains(reason))) {
            throw Refusal.invalid("case.reason-missing", "Kies waarom de zaak teruggaat naar de verwijzer.");
        }
        if (to == CaseState.LEFT && reason == null) {
            throw Refusal.invalid("case.reason-missing", "Kies eerst een reden.");
        }
        return from;
    }

    @Nullable
    String reasonName() {
        return reason == null ? null : reason.name();
    }
}
