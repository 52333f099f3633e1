package nl.haltloket.care;

import java.time.Instant;
import java.util.List;
import nl.haltloket.casefile.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * How long juveniles spend in each state at this event.
 *
 * @param limit a state that fewer cases than this left has no numbers
 */
public record StepReport(int limit, Instant at, List<Step> steps) {
    /**
     * One state.
     *
     * @param left how many cases left it; null when too few
     * @param medianMinutes half of them took no longer
     * @param mostMinutes nine of ten took no longer
     */
    public record Step(
            CaseState state,
            @Nullable Long left,
            @Nullable Integer medianMinutes,
            @Nullable Integer mostMinutes) {

        static Step of(CaseState state, @Nullable Measured measured) {
            Long shown = measured == null ? null : SmallNumbers.shown(measured.left());
            return measured == null || shown == null
                    ? new Step(state, null, null, null)
                    : new Step(state, shown, minutes(measured.medianSeconds()), minutes(measured.mostSeconds()));
        }

        private static int minutes(double seconds) {
            return (int) Math.round(seconds / 60);
        }
    }

    /** What was measured of a state. */
    record Measured(CaseState state, long left, double medianSeconds, double mostSeconds) {}
}
