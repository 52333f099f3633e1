package nl.haltloket.notify;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway with what is known of it: what is under way, how fast it may go, and whether it is trusted. */
final class Lane {
    private final SmsGateway gateway;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private final Pace pace;
    private final Runnable changed;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Instant openSince = Instant.EPOCH;

    /**
     * Watches this gateway.
     *
     * @param wake told when it can take messages again after it asked for fewer
     * @param changed told when its trust is lost or won back
     */
    Lane(Vertx vertx, SmsGateway gateway, Clock clock, Runnable wake, Runnable changed) {
        this.gateway = gateway;
        this.clock = clock;
        this.breaker = new CircuitBreaker(clock);
        this.pace = new Pace(vertx, wake);
        this.changed = changed;
    }

    SmsGateway gateway() {
        return gateway;
    }

    String name() {
        return gateway.name();
    }

    /** How many messages it can be given now. */
    int free() {
        if (!gateway.health().up()) {
            return 0;
        }
        int most = Math.min(gateway.window(), Math.min(pace.most(), breaker.most()));
        return Math.max(0, most - underWay.get());
    }

    /** Whether it is bound and trusted; it may be busy all the same. */
    boolean isUp() {
        return gateway.health().up() && !breaker.isOpen();
    }

    /** Whether nothing is known to be wrong behind it, at the provider's. */
    boolean isProven() {
        return gateway.shown().up();
    }

    void reserve() {
        underWay.incrementAndGet();
    }

    void release() {
        underWay.decrementAndGet();
    }

    /** What an answer says about the gateway; a refused number or sender says that it works. */
    void learn(Sms sms, AsyncResult<?> sent) {
        if (sent.succeeded()) {
            pace.taken();
            answered();
            return;
        }
        switch (SendFailure.of(sent.cause())) {
            case SendFailure.Throttled throttled -> pace.throttled(throttled.pause());
            case SendFailure.Permanent _, SendFailure.Refused _ -> answered();
            case SendFailure.Retryable _, SendFailure.Unanswered _ -> {
                if (breaker.failed(sms.id())) {
                    openSince = clock.instant();
                    changed.run();
                }
            }
        }
    }

    private void answered() {
        if (breaker.succeeded()) {
            openSince = clock.instant();
            changed.run();
        }
    }

    /** @param used whether the next message goes through it */
    GatewayStatus status(boolean used) {
        Health health = gateway.shown();
        if (health.up() && breaker.isOpen()) {
            return new GatewayStatus(name(), false, used, "De sms-gateway antwoordt niet of weigert alles.", openSince);
        }
        Instant since = openSince.isAfter(health.since()) ? openSince : health.since();
        return new GatewayStatus(name(), health.up(), used, health.sentence(), since);
    }
}
