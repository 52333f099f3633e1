package nl.haltloket.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.db.Database;
import nl.haltloket.handover.HandoverState;
import nl.haltloket.notify.GatewayStatus;
import nl.haltloket.notify.MessageState;
import nl.haltloket.notify.Roads;
import org.jspecify.annotations.Nullable;

/**
 * The desk in numbers. What the database knows is read when somebody asks, so that nothing runs for nobody; every state
 * has a line of its own from the start, so that a graph has no holes.
 */
public final class DeskMetrics {
    private static final long READ_TIMEOUT_MS = 1_500;

    private final Database database;
    private final PrometheusMeterRegistry registry;
    private final Clock clock;
    private final CountRepository counts = new CountRepository();
    private final Counter restarts;
    private volatile Counts last = Counts.NONE;
    private volatile boolean reachable;

    /**
     * Registers all names.
     *
     * @param gateways names of those that are set up
     * @param roads how they do now
     * @param streams how many screens follow live
     */
    public DeskMetrics(
            Database database,
            PrometheusMeterRegistry registry,
            List<String> gateways,
            Supplier<Roads> roads,
            IntSupplier streams,
            Clock clock) {
        this.database = database;
        this.registry = registry;
        this.clock = clock;
        states("haltloket.handovers", "Handovers by state", HandoverState.values(), Counts::handovers);
        states("haltloket.cases", "Cases by state", CaseState.values(), Counts::cases);
        states("haltloket.outbox.messages", "Text messages by state", MessageState.values(), Counts::messages);
        gauge(
                "haltloket.outbox.oldest",
                "seconds",
                "Age of the message that waits longest",
                () -> last.oldestWaitingSeconds());
        gauge("haltloket.audit.entries", null, "Length of the audit chain", () -> last.auditEntries());
        gauge(
                "haltloket.gateway.up",
                null,
                "1 when text messages can go now",
                () -> roads.get().overall().up() ? 1 : 0);
        gateways.forEach(name -> {
            gateway("haltloket.gateway.slot.up", "1 when messages can go through it", name, roads, GatewayStatus::up);
            gateway("haltloket.gateway.slot.used", "1 when the next goes through it", name, roads, GatewayStatus::used);
        });
        gauge(
                "haltloket.sms.possible.doubles",
                null,
                "Text messages that were sent again after a doubt",
                () -> last.possibleDoubles());
        gauge(
                "haltloket.sms.unknown.reports",
                null,
                "Delivery reports with a code that no book knows",
                () -> last.unknownReports());
        gauge("haltloket.streams.open", null, "Screens that follow live", streams::getAsInt);
        gauge("haltloket.database.up", null, "1 when PostgreSQL answered this scrape", () -> reachable ? 1 : 0);
        gauge(
                "haltloket.database.started",
                "seconds",
                "When PostgreSQL started, since 1970",
                () -> last.databaseStarted());
        this.restarts = Counter.builder("haltloket.database.restarts")
                .description("Starts of PostgreSQL seen since this server started")
                .register(registry);
    }

    /** All metrics as Prometheus reads them, with the database as it is now. */
    public Future<String> scrape() {
        return database.inTransaction(tx -> counts.read(tx, clock.instant()))
                .timeout(READ_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .map(this::keep)
                .otherwise(_ -> reachable = false)
                .map(_ -> registry.scrape());
    }

    private synchronized boolean keep(Counts now) {
        if (last.databaseStarted() > 0 && now.databaseStarted() > last.databaseStarted()) {
            restarts.increment();
        }
        last = now;
        reachable = true;
        return true;
    }

    private void states(String name, String description, Enum<?>[] states, Function<Counts, Map<String, Long>> of) {
        for (Enum<?> state : states) {
            Gauge.builder(name, () -> of.apply(last).getOrDefault(state.name(), 0L))
                    .description(description)
                    .tags(Tags.of("state", state.name()))
                    .register(registry);
        }
    }

    private void gateway(
            String metric, String description, String name, Supplier<Roads> roads, Predicate<GatewayStatus> is) {
        Gauge.builder(
                        metric,
                        () -> roads.get().each().stream()
                                        .filter(one -> one.name().equals(name))
                                        .anyMatch(is)
                                ? 1
                                : 0)
                .description(description)
                .tag("gateway", name)
                .register(registry);
    }

    private void gauge(String name, @Nullable String unit, String description, Supplier<Number> value) {
        Gauge.builder(name, value).baseUnit(unit).description(description).register(registry);
    }
}
