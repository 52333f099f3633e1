package nl.haltloket.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.eligibility.Law;
import nl.haltloket.event.EventFile;
import nl.haltloket.json.FileProblem;
import nl.haltloket.json.LocatedJson;
import org.jspecify.annotations.Nullable;

/**
 * Files that were read and found good, together: the law, and an event when there is one among them.
 *
 * @param files as they are, by name
 */
public record LawText(Law law, Optional<EventFile> event, Map<String, byte[]> files) {

    /** Reads the law and, when it is there, the event; throws {@link FileProblem.Found} with all that is wrong. */
    public static LawText read(Map<String, byte[]> files) {
        List<FileProblem> problems = new ArrayList<>();
        Law law = law(files, problems);
        byte[] event = files.get(Bundle.EVENT);
        EventFile read = event == null ? null : event(event, law, problems);
        if (law == null || !problems.isEmpty()) {
            throw new FileProblem.Found(problems);
        }
        return new LawText(law, Optional.ofNullable(read), Map.copyOf(files));
    }

    private static @Nullable Law law(Map<String, byte[]> files, List<FileProblem> problems) {
        byte[] rules = files.get(Bundle.RULES);
        byte[] offences = files.get(Bundle.OFFENCES);
        if (rules == null || offences == null) {
            String missing = rules == null ? Bundle.RULES : Bundle.OFFENCES;
            problems.add(new FileProblem(missing, 0, "Dit bestand ontbreekt."));
            return null;
        }
        try {
            Law law = LawReading.parse(rules, offences);
            sameVersion(law, rules, problems);
            return law;
        } catch (FileProblem.Found found) {
            problems.addAll(found.problems());
            return null;
        }
    }

    /** A handover names one version, which must say both which rules and which offences. */
    private static void sameVersion(Law law, byte[] rules, List<FileProblem> problems) {
        if (!law.rules().version().equals(law.offences().version())) {
            problems.add(new FileProblem(
                    Bundle.RULES,
                    LocatedJson.parse(Bundle.RULES, rules).line("/version"),
                    "Regels en feiten horen bij elkaar: rules.json is versie %s en halt-feiten.json is versie %s."
                            .formatted(law.rules().version(), law.offences().version())));
        }
    }

    private static @Nullable EventFile event(byte[] event, @Nullable Law law, List<FileProblem> problems) {
        try {
            return EventFile.parse(Bundle.EVENT, event, law == null ? null : law.offences());
        } catch (FileProblem.Found found) {
            problems.addAll(found.problems());
            return null;
        }
    }
}
