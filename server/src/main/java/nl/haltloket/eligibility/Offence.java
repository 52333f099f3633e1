package nl.haltloket.eligibility;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An offence as the law had it in a period. The same id may stand more than once, with periods that do not overlap.
 *
 * @param list whether it is a Halt-feit: LISTED, LISTED_2024, ONLY_2010, PROSECUTOR, SERIOUS, NOT_FOR_MINORS or UNKNOWN
 * @param kind VIOLATION (overtreding), CRIME (misdrijf) or UNKNOWN
 * @param asks which further facts can matter
 * @param validFrom first day
 * @param validTo last day, or null
 */
public record Offence(
        String id,
        String label,
        String qualification,
        LawRef law,
        String kind,
        List<Feitcode> feitcodes,
        String list,
        Ceilings ceilings,
        List<String> asks,
        Investigate investigate,
        Refer refer,
        String group,
        String icon,
        List<String> conditions,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> source,

        Certainty certainty,
        LocalDate verifiedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether this is the law on a day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * The one feitcode for somebody of that age at that moment.
     *
     * @param birthDate YYYY, YYYY-MM or YYYY-MM-DD; null when it is not known
     * @return empty when no code or more than one may be meant
     */
    public Optional<String> feitcode(@Nullable String birthDate, Instant at) {
        Facts.Value.Whole age = birthDate == null ? null : LocalDates.age(birthDate, LocalDates.at(at));
        List<Feitcode> meant =
                feitcodes.stream().filter(code -> code.mayBeFor(age)).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst().code()) : Optional.empty();
    }

    /** The article. */
    public record LawRef(
            String name,
            @Nullable String bwb,
            String article,
            @Nullable String paragraph) {}

    /** A code of the prosecution service, with the ages in whole years that it is for. */
    public record Feitcode(
            String code,
            Certainty certainty,
            @Nullable Integer minAge,
            @Nullable Integer maxAge) {

        private boolean mayBeFor(Facts.Value.@Nullable Whole age) {
            return age == null || ((minAge == null || age.max() >= minAge) && (maxAge == null || age.min() <= maxAge));
        }
    }

    /** Amounts in euro cents up to which the offence is a Halt-feit; those of 2024 are null while they are not known. */
    public record Ceilings(
            @Nullable Long valueCents,
            @Nullable Long damageOffenderCents,
            @Nullable Long damageTotalCents,
            @Nullable Long value2024Cents,
            @Nullable Long damageOffender2024Cents,
            @Nullable Long damageTotal2024Cents) {}

    /** Who may investigate it: the police, and boas of these domains. */
    public record Investigate(boolean police, List<String> boaDomains, Certainty certainty) {}

    /** Who may refer it to Halt: another question than who may investigate it. */
    public record Refer(String police, String boa, List<String> domains, Certainty certainty) {}
}
