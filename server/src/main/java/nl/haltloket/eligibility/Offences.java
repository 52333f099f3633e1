package nl.haltloket.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of offences, one version of it. */
public record Offences(String version, Map<String, LawSource> sources, List<Offence> offences) {

    /** The offence as it stood on that day. */
    public Optional<Offence> on(String id, LocalDate day) {
        return offences.stream()
                .filter(offence -> offence.id().equals(id) && offence.validOn(day))
                .findFirst();
    }
}
