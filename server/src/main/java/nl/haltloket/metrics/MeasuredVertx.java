package nl.haltloket.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;

/** A Vert.x that tells of its pools, its event loops' queues and its HTTP. */
public final class MeasuredVertx {
    private MeasuredVertx() {}

    /** Makes one. */
    public static Vertx create(VertxOptions options, MeterRegistry meters) {
        return Vertx.builder()
                .with(new VertxOptions(options).setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(meters))
                .build();
    }
}
