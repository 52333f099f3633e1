package nl.haltloket.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether people can be received, and if not why, in words. In the form of
 * <a href="https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check">application/health+json</a>.
 */
public final class Readiness {
    private static final long TIMEOUT_MS = 2_000;

    private final List<Named> checks = new ArrayList<>();

    private record Named(String name, Supplier<Future<Check>> look, Check otherwise) {}

    private record Seen(String name, Check check) {}

    /** What all checks say together: the worst of them, and each by itself. */
    public record Report(Check.Status worst, JsonObject json) {}

    /**
     * Adds a check.
     *
     * @param otherwise what holds when the look fails or takes more than two seconds
     */
    public Readiness with(String name, Supplier<Future<Check>> look, Check otherwise) {
        checks.add(new Named(name, look, otherwise));
        return this;
    }

    /** Looks at everything at once. */
    public Future<Report> look() {
        return Future.all(checks.stream().map(Readiness::look).toList()).map(all -> report(all.list()));
    }

    private static Future<Seen> look(Named named) {
        return Future.succeededFuture()
                .compose(_ -> named.look().get())
                .timeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .otherwise(named.otherwise())
                .map(check -> new Seen(named.name(), check));
    }

    private static Report report(List<Seen> seen) {
        Check.Status worst = seen.stream()
                .map(one -> one.check().status())
                .max(Comparator.naturalOrder())
                .orElse(Check.Status.PASS);
        JsonObject each = new JsonObject();
        seen.forEach(one -> each.put(
                one.name(),
                new JsonArray()
                        .add(new JsonObject()
                                .put("status", text(one.check().status()))
                                .put("output", one.check().sentence()))));
        return new Report(worst, new JsonObject().put("status", text(worst)).put("checks", each));
    }

    private static String text(Check.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
