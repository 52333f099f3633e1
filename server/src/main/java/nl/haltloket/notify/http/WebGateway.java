package nl.haltloket.notify.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.haltloket.config.Secret;
import nl.haltloket.notify.DeliveryReport;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.Health;
import nl.haltloket.notify.Inbound;
import nl.haltloket.notify.SmsGateway;
import org.jspecify.annotations.Nullable;

/** What gateways by HTTP have in common: who hears of them, who may call back, and that they look again now and then. */
abstract class WebGateway implements SmsGateway {
    private final Vertx vertx;
    private final String name;
    private final int window;
    private final CallbackToken token;
    private final Clock clock;
    private final GatewayHealth health;
    private volatile Function<DeliveryReport, Future<Void>> reports = _ -> Future.failedFuture("Nobody keeps reports");
    private volatile Function<Inbound, Future<Void>> texts = _ -> Future.failedFuture("Nobody reads texts");
    private long timer;

    /**
     * Makes one that is down.
     *
     * @param callbackToken what the provider's own calls must carry
     * @param unseen the sentence until the first answer
     */
    WebGateway(Vertx vertx, GatewaySettings settings, int window, Secret callbackToken, Clock clock, String unseen) {
        this.vertx = vertx;
        this.name = settings.name();
        this.window = window;
        this.token = new CallbackToken(callbackToken);
        this.clock = clock;
        this.health = new GatewayHealth(clock, unseen);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int window() {
        return window;
    }

    @Override
    public final Health health() {
        return health.now();
    }

    @Override
    public final void onHealth(Runnable listener) {
        health.listener(listener);
    }

    @Override
    public final void onReport(Function<DeliveryReport, Future<Void>> keeper) {
        reports = keeper;
    }

    @Override
    public final void onInbound(Function<Inbound, Future<Void>> keeper) {
        texts = keeper;
    }

    @Override
    public final Future<Void> close() {
        vertx.cancelTimer(timer);
        return hangUp();
    }

    /** Lets go of all connections. */
    abstract Future<Void> hangUp();

    /** Whether this is the secret that the provider was given for its calls to us. */
    final boolean knows(@Nullable String authorization) {
        return token.isIn(authorization);
    }

    final void lookEvery(Duration pause, Supplier<Future<Void>> look) {
        timer = vertx.setPeriodic(pause.toMillis(), _ -> {
            var _ = look.get();
        });
    }

    final GatewayHealth state() {
        return health;
    }

    final Clock clock() {
        return clock;
    }

    /** Done when it is kept. */
    final Future<Void> keep(DeliveryReport report) {
        return reports.apply(report);
    }

    /** Done when it is kept; {@code id} is the provider's, when it has one. */
    final Future<Void> keep(@Nullable String id, String from, String words) {
        return texts.apply(new Inbound(name, id, from, words, clock.instant()));
    }
}
