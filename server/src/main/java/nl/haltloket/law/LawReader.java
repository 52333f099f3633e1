package nl.haltloket.law;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.eligibility.Law;
import nl.haltloket.eligibility.LawFiles;
import nl.haltloket.eligibility.LawProblems;
import nl.haltloket.event.EventFile;
import nl.haltloket.json.FileProblem;
import nl.haltloket.json.LocatedJson;
import org.jspecify.annotations.Nullable;

/** Reads the files of a desk, and says of everything in them that cannot be so where it stands and why. Blocks. */
public final class LawReader {
    private final LawFiles lawFiles;
    /** A start reads the same law when it looks what holds, what comes and what holds then. */
    private volatile @Nullable Good last;

    private record Good(byte[] rules, byte[] offences, Law law) {}

    /** @param configuration where the schemas are, in {@code schema} */
    public LawReader(Path configuration) {
        this.lawFiles = new LawFiles(configuration);
    }

    /** Reads the law and, when it is there, the event; throws {@link FileProblem.Found} with all that is wrong. */
    public LawText read(Map<String, byte[]> files) {
        return read(files, lawFiles::parse);
    }

    /** As {@link #read}, for files that it found good before they were kept. */
    LawText readKept(Map<String, byte[]> files) {
        return read(files, lawFiles::parseKept);
    }

    private LawText read(Map<String, byte[]> files, BiFunction<byte[], byte[], Law> parser) {
        List<FileProblem> problems = new ArrayList<>();
        Law law = law(files, parser, problems);
        byte[] event = files.get(Bundle.EVENT);
        EventFile read = event == null ? null : event(event, law, problems);
        if (law == null || !problems.isEmpty()) {
            throw new FileProblem.Found(problems);
        }
        return new LawText(law, Optional.ofNullable(read), Map.copyOf(files));
    }

    /** Checks an event by itself, when the law that it refers to is somewhere else. */
    public void checkEvent(byte[] event) {
        EventFile _ = EventFile.parse(Bundle.EVENT, event, null);
    }

    private @Nullable Law law(
            Map<String, byte[]> files, BiFunction<byte[], byte[], Law> parser, List<FileProblem> problems) {
        byte[] rules = files.get(Bundle.RULES);
        byte[] offences = files.get(Bundle.OFFENCES);
        if (rules == null || offences == null) {
            String missing = rules == null ? Bundle.RULES : Bundle.OFFENCES;
            problems.add(new FileProblem(missing, 0, "Dit bestand ontbreekt."));
            return null;
        }
        try {
            Law law = parse(rules, offences, parser);
            sameVersion(law, rules, problems);
            return law;
        } catch (LawProblems found) {
            found.problems().stream()
                    .map(each -> new FileProblem(each.file(), each.line(), each.reason()))
                    .forEach(problems::add);
            return null;
        }
    }

    private Law parse(byte[] rules, byte[] offences, BiFunction<byte[], byte[], Law> parser) {
        Good before = last;
        if (before != null && Arrays.equals(before.rules(), rules) && Arrays.equals(before.offences(), offences)) {
            return before.law();
        }
        Law law = parser.apply(rules, offences);
        last = new Good(rules, offences, law);
        return law;
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
