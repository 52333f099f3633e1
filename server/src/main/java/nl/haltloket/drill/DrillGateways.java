package nl.haltloket.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.haltloket.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulators of this drill, by the names that their gateways have. */
public final class DrillGateways {
    private static final Logger LOG = LoggerFactory.getLogger(DrillGateways.class);
    private static final int SHOWN_MAX = 100;

    private final List<Simulated> simulators = new ArrayList<>();

    private static final class Simulated {
        final String name;
        final SmsSimulator simulator;
        volatile SimulatedFault fault = SimulatedFault.NONE;

        Simulated(String name, SmsSimulator simulator) {
            this.name = name;
            this.simulator = simulator;
        }
    }

    /**
     * One of them.
     *
     * @param name of the gateway that it stands for
     * @param fault how it behaves now
     */
    public record Behaviour(String name, SimulatedFault fault) {}

    /** Adds one that behaves well; before the desk opens. */
    public void add(String name, SmsSimulator simulator) {
        simulators.add(new Simulated(name, simulator));
    }

    /** What all of them got, newest first. */
    List<SimulatedSms> messages() {
        return known().stream()
                .flatMap(one -> one.simulator.messages().stream())
                .sorted(Comparator.comparing(SimulatedSms::at).reversed())
                .limit(SHOWN_MAX)
                .toList();
    }

    /** How each of them behaves. */
    List<Behaviour> behaviours() {
        return known().stream().map(one -> new Behaviour(one.name, one.fault)).toList();
    }

    /** Lets one behave like this from now on; unknown names are refused. */
    void behave(Behaviour wanted) {
        Simulated found = known().stream()
                .filter(one -> one.name.equals(wanted.name()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "drill.no-such-simulator", "Deze oefening heeft geen nagebootste sms-centrale met die naam."));
        found.fault = wanted.fault();
        found.simulator.fail(wanted.fault());
        LOG.info("Drill: {} behaves as {} from now on", wanted.name(), wanted.fault());
    }

    private List<Simulated> known() {
        if (simulators.isEmpty()) {
            throw Refusal.notFound(
                    "drill.no-simulator", "Deze oefening gebruikt een andere sms-centrale dan de nagebootste.");
        }
        return simulators;
    }
}
