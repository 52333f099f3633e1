package nl.haltloket.reply;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a text belongs, by what is known of its number and the codes in it. Only both together, or a number that was
 * texted for one case only, lead to a case; everything else is for a person.
 *
 * @param caseId the case, absent when a person decides
 * @param suggested cases that a person may think of
 * @param ask whether the sender can be asked which case is meant
 */
record Match(@Nullable UUID caseId, Cause cause, List<UUID> suggested, boolean ask) {

    /**
     * Decides.
     *
     * @param texted the cases for which the number was texted
     * @param named the cases whose code stands in the text
     */
    static Match of(List<UUID> texted, List<UUID> named) {
        if (texted.isEmpty()) {
            return triage(Cause.UNKNOWN_NUMBER, named);
        }
        List<UUID> both = texted.stream().filter(named::contains).toList();
        if (both.size() == 1) {
            return new Match(both.getFirst(), Cause.CODE, List.of(), false);
        }
        if (both.size() > 1) {
            return triage(Cause.WHICH_CASE, both);
        }
        if (!named.isEmpty()) {
            return triage(
                    Cause.OTHER_CODE,
                    Stream.concat(texted.stream(), named.stream()).toList());
        }
        return texted.size() == 1
                ? new Match(texted.getFirst(), Cause.NUMBER, List.of(), false)
                : new Match(null, Cause.WHICH_CASE, texted, true);
    }

    private static Match triage(Cause cause, List<UUID> suggested) {
        return new Match(null, cause, suggested, false);
    }
}
