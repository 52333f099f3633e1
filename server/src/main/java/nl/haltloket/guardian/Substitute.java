package nl.haltloket.guardian;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after the juvenile instead of a guardian.
 *
 * @param number in E.164
 * @param spokenAt when this adult or service was spoken to; null while that is still to be done
 * @param words what was agreed then
 */
public record Substitute(
        NewSubstitute.Who who,
        @Nullable String name,
        @Nullable String relation,
        @Nullable String number,
        Instant namedAt,
        @Nullable String namedBy,
        @Nullable Instant spokenAt,
        @Nullable String spokenBy,
        @Nullable String words) {}
