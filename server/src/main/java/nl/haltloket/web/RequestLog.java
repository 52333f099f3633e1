package nl.haltloket.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.log.RequestLocal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line and one measurement for each request. Both name the operation of the contract, never the path: a path holds
 * ids and codes.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("nl.haltloket.access");
    private static final String OPERATION = "operation";
    private static final String REFUSAL = "refusal";
    private static final String STREAM = "text/event-stream";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;
    private final Supplier<UUID> ids;

    RequestLog(MeterRegistry meters, Supplier<UUID> ids) {
        this.meters = meters;
        this.ids = ids;
    }

    /** The first handler of all. */
    void begin(RoutingContext context) {
        CorrelationId.assign(context, ids);
        RequestLocal.begin(CorrelationId.of(context));
        long began = System.nanoTime();
        context.addEndHandler(_ -> end(context, Duration.ofNanos(System.nanoTime() - began)));
        context.next();
    }

    /** Says which operation of the contract this is. */
    static void operation(RoutingContext context, String operationId) {
        context.put(OPERATION, operationId);
    }

    /** Says with which code it is refused. */
    static void refused(RoutingContext context, String code) {
        context.put(REFUSAL, code);
    }

    private void end(RoutingContext context, Duration took) {
        String operation = context.get(OPERATION);
        String refusal = context.get(REFUSAL);
        int status = context.response().getStatusCode();
        if (refusal != null) {
            meters.counter("haltloket.refusals", "code", refusal).increment();
        }
        if (operation == null) {
            LOG.debug("No operation, {}", status);
            return;
        }
        if (!STREAM.equals(context.response().headers().get("Content-Type"))) {
            Timer.builder("haltloket.requests")
                    .description("Time to the answer of an operation of the contract")
                    .tags("operation", operation, "outcome", status / 100 + "xx")
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters)
                    .record(took);
        }
        LOG.atInfo()
                .addKeyValue("operation", operation)
                .addKeyValue("status", status)
                .addKeyValue("ms", took.toMillis())
                .addKeyValue("device", device(context))
                .addKeyValue("refusal", refusal == null ? "-" : refusal)
                .log("Answered");
    }

    private static String device(RoutingContext context) {
        @Nullable Caller caller = Request.callerOf(context);
        return caller == null ? "-" : caller.deviceId().toString();
    }
}
