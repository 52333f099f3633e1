package nl.haltloket.handover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.haltloket.eligibility.Decision;

/** A verdict as it was kept. */
public record StoredVerdict(UUID handoverId, VerdictCause cause, Instant at, Judged judged) {

    /** The decision. */
    public Decision decision() {
        return judged.verdict().decision();
    }

    /** What it asks of the desk. */
    public Needs needs() {
        return Needs.of(decision());
    }

    /** Of several offences of one juvenile the worst counts; of several worst the first. */
    public static StoredVerdict worst(List<StoredVerdict> verdicts) {
        return verdicts.stream()
                .sorted(Comparator.comparing(StoredVerdict::decision).reversed())
                .findFirst()
                .orElseThrow();
    }
}
