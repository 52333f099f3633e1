package nl.haltloket.eligibility;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stood in a period. Its branches are independent: each that applies, counts.
 *
 * @param offenceSet the offences it is about; null for all
 * @param validFrom first day of offence
 * @param validTo last day of offence, or null
 * @param reviewedBy who of Halt or the prosecution service has looked at it, or null
 * @param testCases cases of the golden file that show it
 */
public record Rule(
        String id,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable List<String> offenceSet,
        List<Branch> branches,
        @Nullable LawText lawRef,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> source,

        Certainty certainty,
        @Nullable String reviewedBy,
        @Nullable LocalDate reviewedOn,
        List<String> testCases) {

    /** Whether the rule is about this offence on that day. */
    public boolean appliesTo(String offenceId, LocalDate day) {
        return !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo))
                && (offenceSet == null || offenceSet.contains(offenceId));
    }

    /**
     * One condition with what it does.
     *
     * @param ifUnknown what happens when it is not known whether the branch applies; null: of a decision worse than the
     *     others the verdict becomes UNKNOWN, of all else nothing
     */
    public record Branch(
            Expression when, Effect then, @Nullable Effect ifUnknown) {}

    /** What a branch does; which fields are there depends on the kind. */
    public record Effect(
            Rules.Kind effect,
            @Nullable Decision decision,
            @Nullable String gate,
            @Nullable String warning,
            @Nullable String route,
            boolean lawUnknown,
            boolean provisional,
            String sentence,
            @Nullable String next) {

        /** Whether it decides something worse. */
        boolean worseThan(Decision other) {
            return decision != null && decision.worseThan(other);
        }
    }

    /** The text of law that a rule rests on. */
    public record LawText(
            @Nullable String bwb,
            @Nullable String article,
            @Nullable String text) {}
}
