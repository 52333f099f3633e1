package nl.haltloket.bench;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Durations of one measurement, in nanoseconds, and how long the whole of it took. */
record Figures(long[] nanos, double seconds) {
    private static final double NANOS_PER_MS = 1e6;

    static Figures of(List<Long> nanos, double seconds) {
        return new Figures(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), seconds);
    }

    /** Several measurements of the same thing as one. */
    static Figures together(List<Figures> rounds) {
        return new Figures(
                rounds.stream()
                        .flatMapToLong(round -> Arrays.stream(round.nanos()))
                        .sorted()
                        .toArray(),
                rounds.stream().mapToDouble(Figures::seconds).sum());
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /** Milliseconds within which this share, from 0 to 1, was done: the nearest rank. */
    double percentile(double share) {
        if (nanos.length == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        int rank = (int) Math.ceil(share * nanos.length);
        return nanos[Math.clamp(rank - 1, 0, nanos.length - 1)] / NANOS_PER_MS;
    }

    JsonObject json() {
        return new JsonObject()
                .put("count", nanos.length)
                .put("perSecond", rounded(perSecond()))
                .put("p50ms", rounded(percentile(0.5)))
                .put("p99ms", rounded(percentile(0.99)));
    }

    static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value));
    }
}
