package nl.haltloket.web;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.function.Supplier;

/** One id per request, the same in the log, in the problem and in the answer's header. */
final class CorrelationId {
    private static final String KEY = "request";

    private CorrelationId() {}

    static void assign(RoutingContext context, Supplier<UUID> ids) {
        String id = ids.get().toString();
        context.put(KEY, id);
        context.response().putHeader("Request-Id", id);
    }

    static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? "none" : id;
    }
}
