package nl.haltloket.eligibility;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case, as declared by the referrer and established at the desk. Absent is unknown; the text UNKNOWN
 * equals absent. Amounts in euro cents.
 *
 * @param judgedAt when the question is put; the time of the offence if absent
 * @param birthDate {@code 2009-05-01}, {@code 2009-05} or {@code 2009}
 * @param counselDone whether everything the law asks about a lawyer was done
 * @param firstHearingAt the first hearing by the police; the time of the offence if absent
 */
public record Situation(
        String offenceId,
        Instant offenceAt,
        @Nullable Instant judgedAt,
        @Nullable String feitcode,
        @Nullable String birthDate,
        @Nullable String identity,
        @Nullable Referrer referrer,
        @Nullable Mandate mandate,
        @Nullable String manner,
        @Nullable String publicRoad,
        @Nullable String referrerIsVictim,
        @Nullable String cautionGiven,
        @Nullable String counselDone,
        @Nullable String fireworks,
        @Nullable Long damageCents,
        @Nullable Long damageTotalCents,
        @Nullable Long valueCents,
        @Nullable String admission,
        @Nullable String responsive,
        @Nullable String counsel,
        @Nullable Prior prior,
        @Nullable String hovj,
        @Nullable String ovj,
        @Nullable String safety,
        @Nullable String guardianTold,
        @Nullable String contactUnsafe,
        @Nullable String juvenileConsent,
        @Nullable String guardianConsent,
        @Nullable String custody,
        @Nullable String offerHandedOver,
        @Nullable String halt,
        @Nullable Instant receivedAt,
        @Nullable Instant firstHearingAt,
        @Nullable Instant appointmentAt,
        @Nullable String wantsHelp) {

    /** Who hands over, and whether the mandate of this desk lists this officer. */
    public record Referrer(
            @Nullable String kind,
            @Nullable String domain,
            @Nullable Boolean listed) {}

    /**
     * The mandate of this desk.
     *
     * @param from first day or moment
     * @param to first day or moment that it no longer holds
     * @param offences ids of the offences it names
     */
    public record Mandate(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> offences,
            @Nullable String inArea) {}

    /** What the check for earlier offences gave; {@code halt} counts earlier Halt in all. */
    public record Prior(
            @Nullable String check,
            @Nullable Integer halt,
            @Nullable Integer haltViolations,
            @Nullable String crimeRecord) {}
}
