package nl.haltloket.law;

import java.util.Map;
import java.util.Optional;
import nl.haltloket.eligibility.Law;
import nl.haltloket.event.EventFile;

/**
 * Files that were read and found good, together: the law, and an event when there is one among them.
 *
 * @param files as they are, by name
 */
public record LawText(Law law, Optional<EventFile> event, Map<String, byte[]> files) {}
