package nl.haltloket.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import nl.haltloket.notify.ProbedGateway;

/** How long the desk's own texts took, by gateway and by how they ended. */
public final class ProbeMetrics implements ProbedGateway.Results {
    private final MeterRegistry meters;

    public ProbeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void ended(String gateway, boolean delivered, Duration took) {
        Timer.builder("haltloket.probe")
                .description("Time from sending a text to the desk itself to its report, or to giving up")
                .tags("gateway", gateway, "outcome", delivered ? "delivered" : "failed")
                .register(meters)
                .record(took);
    }
}
