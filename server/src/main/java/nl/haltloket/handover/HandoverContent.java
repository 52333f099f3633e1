package nl.haltloket.handover;

import java.time.Instant;
import java.util.UUID;
import nl.haltloket.eligibility.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What the referrer declared. Facts of the referrer only: what the juvenile said about the offence has no place here.
 *
 * @param damageCents estimated damage in euro cents
 * @param valueCents estimated value of goods in euro cents
 * @param recordNumber the referrer's own PV or registration number
 * @param eligibility absent when the phone did not ask it
 */
public record HandoverContent(
        @Nullable String cardCode,
        String offenceId,
        Instant offenceAt,
        String place,
        @Nullable String description,
        Manner manner,
        Answer caughtInAct,
        @Nullable Long damageCents,
        @Nullable Long valueCents,
        @Nullable String recordNumber,
        Declarations declarations,
        Juvenile juvenile,
        @Nullable Guardian guardian,
        @Nullable UUID replaces,
        @Nullable Eligibility eligibility) {

    /** Yes, no, or not known; unknown stays unknown. */
    public enum Answer {
        NO,
        YES,
        UNKNOWN
    }

    /** Category of fireworks, from indoor novelties (F1) to professional display (F4). */
    public enum Fireworks {
        F1,
        F2,
        F3,
        F4
    }

    /** How the juvenile came before the officer: staandehouding, aanhouding, ontboden. */
    public enum Manner {
        STOPPED,
        ARRESTED,
        SUMMONED
    }

    /** Contact with a lawyer. */
    public enum Counsel {
        PRESENT,
        CONSULTED,
        WAIVED,
        NOT_APPLICABLE,
        UNKNOWN
    }

    /** Whether the juvenile admits the offence, as the referrer recorded it. */
    public enum Admission {
        NO,
        YES,
        UNKNOWN,
        PARTLY
    }

    /** Whether the juvenile can be spoken with. */
    public enum Responsive {
        NO,
        YES,
        UNKNOWN,
        LIMITED
    }

    /** What the check for earlier offences gave. */
    public enum PriorCheck {
        NONE,
        VIOLATION,
        CRIME,
        UNKNOWN
    }

    /** On what the identity rests. */
    public enum IdentityBasis {
        DOCUMENT,
        POLICE_CHECK,
        GUARDIAN_CONFIRMS,
        STATED
    }

    /** Who the guardian is to the juvenile. */
    public enum Relation {
        MOTHER,
        FATHER,
        GUARDIAN,
        OTHER
    }

    /** What the referrer did and saw before the handover; what is absent was not answered, and the desk asks. */
    public record Declarations(
            @Nullable Answer cautionGiven,
            @Nullable Answer suspicionTold,
            @Nullable Answer counselTold,
            @Nullable Counsel counsel,
            @Nullable Admission admission,
            @Nullable Responsive responsive,
            @Nullable PriorCheck priorCheck,
            @Nullable Answer guardianTold,
            @Nullable String guardianToldHow,
            @Nullable String assistantProsecutor) {}

    /** The juvenile as far as the referrer knows; {@code birthDate} as YYYY-MM-DD. */
    public record Juvenile(
            @Nullable String familyName,
            @Nullable String givenNames,
            @Nullable String birthDate,
            @Nullable IdentityBasis identity) {}

    /** A guardian as given by the referrer; the desk reads the number back before it is used. */
    public record Guardian(
            @Nullable String name,
            @Nullable Relation relation,
            @Nullable String number) {}

    /**
     * What the referrer answered because the rules asked for it, and what they said on the phone; what is absent was
     * not asked or not known.
     *
     * @param publicRoad whether it happened on the public road
     * @param referrerIsVictim whether the offence was done to the referrer
     * @param damageTotalCents estimated damage by all offenders together, in euro cents
     * @param inArea whether it happened within the area of the mandate
     * @param priorHalt earlier Halt cases, 0 to 9
     * @param priorHaltViolations those of them for an overtreding, 0 to 9
     * @param assistantApproves whether the assistant prosecutor agrees
     * @param phoneProvisional whether the phone's verdict still hangs on what nobody could look up
     */
    public record Eligibility(
            @Nullable Answer publicRoad,
            @Nullable Fireworks fireworks,
            @Nullable Answer referrerIsVictim,
            @Nullable Long damageTotalCents,
            @Nullable Answer inArea,
            @Nullable Long priorHalt,
            @Nullable Long priorHaltViolations,
            @Nullable Answer assistantApproves,
            @Nullable Decision phoneDecision,
            @Nullable Answer phoneProvisional) {}
}
