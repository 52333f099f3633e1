package nl.haltloket.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import nl.haltloket.notify.DeliveryReport;
import nl.haltloket.notify.Health;
import nl.haltloket.notify.Inbound;
import nl.haltloket.notify.SendFailure;
import nl.haltloket.notify.Sms;
import nl.haltloket.notify.SmsGateway;

/** A gateway that is measured: how long until the provider answers, and what. */
public final class TimedGateway implements SmsGateway {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(4),
        Duration.ofSeconds(8)
    };

    private final SmsGateway gateway;
    private final MeterRegistry meters;

    /** Measures this one. */
    public TimedGateway(SmsGateway gateway, MeterRegistry meters) {
        this.gateway = gateway;
        this.meters = meters;
        for (String outcome : List.of("accepted", "retryable", "throttled", "refused", "permanent", "unanswered")) {
            Timer _ = timer(outcome);
        }
    }

    @Override
    public Future<List<String>> send(Sms sms) {
        long began = System.nanoTime();
        return gateway.send(sms).andThen(sent -> timer(sent.succeeded() ? "accepted" : outcome(sent.cause()))
                .record(Duration.ofNanos(System.nanoTime() - began)));
    }

    private Timer timer(String outcome) {
        return Timer.builder("haltloket.gateway.submit")
                .description("Time from handing a message to the gateway to its answer")
                .tag("gateway", gateway.name())
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private static String outcome(Throwable failure) {
        return switch (failure) {
            case SendFailure.Retryable _ -> "retryable";
            case SendFailure.Throttled _ -> "throttled";
            case SendFailure.Refused _ -> "refused";
            case SendFailure.Permanent _ -> "permanent";
            default -> "unanswered";
        };
    }

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public int window() {
        return gateway.window();
    }

    @Override
    public Future<Void> start() {
        return gateway.start();
    }

    @Override
    public void onReport(Function<DeliveryReport, Future<Void>> keeper) {
        gateway.onReport(keeper);
    }

    @Override
    public void onInbound(Function<Inbound, Future<Void>> keeper) {
        gateway.onInbound(keeper);
    }

    @Override
    public void onHealth(Runnable listener) {
        gateway.onHealth(listener);
    }

    @Override
    public Health health() {
        return gateway.health();
    }

    @Override
    public Future<Void> close() {
        return gateway.close();
    }
}
