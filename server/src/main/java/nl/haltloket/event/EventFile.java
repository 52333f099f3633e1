package nl.haltloket.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.identity.WorkerSeed;
import nl.haltloket.json.Json;

/** The file that an event is seeded from. A drill has no date of its own: it is open for a while from the start. */
public record EventFile(
        UUID id,
        String name,
        String place,
        String municipalityCode,
        String host,
        int hours,
        String deskPhone,
        String mandateId,
        String rulesVersion,
        List<Event.Referrer> referrers,
        List<Event.Offence> offences,
        List<WorkerSeed> workers) {

    /** Reads the file; an unknown or missing field stops the start. */
    public static EventFile read(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), EventFile.class);
        } catch (IOException e) {
            throw new IllegalStateException("The event file " + file.getFileName() + " cannot be read", e);
        }
    }

    /** The drill that starts now. */
    public Event drillFrom(Instant now) {
        return new Event(
                id,
                name,
                place,
                municipalityCode,
                host,
                now,
                now.plus(Duration.ofHours(hours)),
                deskPhone,
                true,
                mandateId,
                rulesVersion,
                referrers,
                offences);
    }
}
