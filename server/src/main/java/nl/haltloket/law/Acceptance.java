package nl.haltloket.law;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.EventFile;
import nl.haltloket.json.FileProblem;
import nl.haltloket.json.LocatedJson;

/**
 * Takes the files of a believed bundle in, all or none. A version is never replaced: the same version with another
 * content is refused, and so is one that is older than what holds.
 */
final class Acceptance {
    private final LawRepository versions = new LawRepository();

    /**
     * How the bundle comes.
     *
     * @param by who brings it
     * @param mayBeOlder at a start a newer version may have been imported since; then the older file is left alone
     */
    record Arrival(SignedBundle.Verified verified, Instant at, String by, boolean mayBeOlder) {}

    /** What a file of the bundle is to the versions that are there. */
    private enum Standing {
        NEW,
        SAME,
        OLDER
    }

    private record Weighed(LawVersion version, Standing standing) {}

    /** Keeps what is new; gives that. Fails with {@link FileProblem.Found}. */
    Future<List<LawVersion>> accept(Tx tx, Arrival arrival, LawText text) {
        return versions.waitForOthers(tx)
                .compose(_ -> fresh(tx, arrival, text))
                .compose(fresh ->
                        Each.of(fresh, version -> versions.insert(tx, version).map(version)));
    }

    /** What is new, without keeping it. Fails with {@link FileProblem.Found}. */
    Future<List<LawVersion>> fresh(Tx tx, Arrival arrival, LawText text) {
        List<FileProblem> problems = new ArrayList<>();
        return Each.of(candidates(arrival, text), candidate -> weigh(tx, candidate, arrival.mayBeOlder(), problems))
                .map(weighed -> {
                    if (!problems.isEmpty()) {
                        throw new FileProblem.Found(problems);
                    }
                    return weighed.stream()
                            .filter(one -> one.standing() == Standing.NEW)
                            .map(Weighed::version)
                            .toList();
                });
    }

    /** The files of the bundle as versions, rules first. */
    static List<LawVersion> candidates(Arrival arrival, LawText text) {
        Map<String, byte[]> files = arrival.verified().bundle().files();
        return Arrays.stream(LawVersion.Kind.values())
                .filter(kind -> files.containsKey(kind.file()))
                .map(kind -> candidate(arrival, kind, text, Objects.requireNonNull(files.get(kind.file()))))
                .toList();
    }

    private static LawVersion candidate(Arrival arrival, LawVersion.Kind kind, LawText text, byte[] content) {
        Optional<EventFile> event = text.event();
        String version =
                switch (kind) {
                    case RULES -> text.law().rules().version();
                    case OFFENCES -> text.law().offences().version();
                    case EVENT -> event.orElseThrow().version();
                };
        return new LawVersion(
                kind,
                kind == LawVersion.Kind.EVENT ? event.orElseThrow().id().toString() : "",
                version,
                content,
                Bundle.sha256(content),
                arrival.verified().signer().fingerprint(),
                arrival.verified().signer().name(),
                arrival.verified().bundle().madeAt(),
                arrival.at(),
                arrival.by());
    }

    private Future<Weighed> weigh(Tx tx, LawVersion candidate, boolean mayBeOlder, List<FileProblem> problems) {
        return versions.find(tx, candidate.kind(), candidate.subject(), candidate.version())
                .compose(same -> versions.list(tx, candidate.kind(), candidate.subject())
                        .map(all -> weigh(candidate, mayBeOlder, same, all, problems)));
    }

    private static Weighed weigh(
            LawVersion candidate,
            boolean mayBeOlder,
            List<LawVersion> same,
            List<LawVersion> all,
            List<FileProblem> problems) {
        if (!same.isEmpty() && !Arrays.equals(same.getFirst().sha256(), candidate.sha256())) {
            problems.add(problem(
                    candidate,
                    "Versie %s is hier al bekend met een andere inhoud. Geef het veranderde bestand een nieuwe versie."
                            .formatted(candidate.version())));
        }
        boolean older =
                !all.isEmpty() && candidate.version().compareTo(all.getFirst().version()) < 0;
        if (older && !mayBeOlder) {
            problems.add(problem(
                    candidate,
                    "Versie %s is ouder dan versie %s, die nu geldt."
                            .formatted(candidate.version(), all.getFirst().version())));
        }
        return new Weighed(candidate, older ? Standing.OLDER : same.isEmpty() ? Standing.NEW : Standing.SAME);
    }

    private static FileProblem problem(LawVersion candidate, String reason) {
        String file = candidate.kind().file();
        return new FileProblem(
                file, LocatedJson.parse(file, candidate.content()).line("/version"), reason);
    }
}
