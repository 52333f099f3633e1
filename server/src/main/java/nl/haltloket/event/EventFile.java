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

    private static final int MANDATE_ID_MAX = 16;
    private static final int RULES_VERSION_MAX = 10;
    private static final int OFFENCE_ID_MAX = 16;

    /** Reads the file; an unknown or missing field stops the start. */
    public static EventFile read(Path file) {
        try {
            return checked(Json.read(Files.readAllBytes(file), EventFile.class));
        } catch (IOException e) {
            throw new IllegalStateException("The event file " + file.getFileName() + " cannot be read", e);
        }
    }

    /** Ids travel in every handover, which must fit in one QR code; refused above these lengths. */
    private static EventFile checked(EventFile file) {
        boolean fits = file.mandateId().length() <= MANDATE_ID_MAX
                && file.rulesVersion().length() <= RULES_VERSION_MAX
                && file.offences().stream().allMatch(offence -> offence.id().length() <= OFFENCE_ID_MAX);
        if (!fits) {
            throw new IllegalStateException(
                    "The event file has a mandate id over %d, a rules version over %d or an offence id over %d characters"
                            .formatted(MANDATE_ID_MAX, RULES_VERSION_MAX, OFFENCE_ID_MAX));
        }
        return file;
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
