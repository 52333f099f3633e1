package nl.haltloket.law;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.json.FileProblem;

/** Finds among the accepted versions the newest that is good: what a newer server can not read is passed over. */
final class LawShelf {
    private final LawRepository versions = new LawRepository();
    private final Vertx vertx;
    private final Database database;
    private final LawReader reader;

    LawShelf(Vertx vertx, Database database, LawReader reader) {
        this.vertx = vertx;
        this.database = database;
        this.reader = reader;
    }

    private record Stored(List<LawVersion> rules, List<LawVersion> offences, List<LawVersion> events) {}

    /**
     * What is there.
     *
     * @param inForce the newest good law and event; empty when there is none
     * @param problems of newer ones that are passed over
     */
    record Found(Optional<InForce> inForce, List<FileProblem> problems) {}

    /** @param eventId the event to look for; empty for the one that was accepted last */
    Future<Found> find(Optional<String> eventId) {
        return database.inTransaction(tx -> stored(tx, eventId))
                .compose(stored -> vertx.executeBlocking(() -> newestGood(stored), false));
    }

    private Future<Stored> stored(Tx tx, Optional<String> eventId) {
        return versions.list(tx, LawVersion.Kind.RULES, "")
                .compose(rules -> versions.list(tx, LawVersion.Kind.OFFENCES, "")
                        .compose(offences -> events(tx, eventId).map(events -> new Stored(rules, offences, events))));
    }

    private Future<List<LawVersion>> events(Tx tx, Optional<String> eventId) {
        return eventId.isPresent() ? versions.list(tx, LawVersion.Kind.EVENT, eventId.get()) : versions.events(tx);
    }

    private Found newestGood(Stored stored) {
        List<FileProblem> problems = new ArrayList<>();
        for (LawVersion rule : stored.rules()) {
            Map<String, byte[]> law = pair(rule, stored.offences());
            for (LawVersion event : stored.events()) {
                Optional<InForce> good = read(law, event, problems);
                if (good.isPresent()) {
                    return new Found(good, distinct(problems));
                }
            }
        }
        return new Found(Optional.empty(), distinct(problems));
    }

    /** The same law was read with each event. */
    private static List<FileProblem> distinct(List<FileProblem> problems) {
        return problems.stream().distinct().toList();
    }

    /** The rules of a version with the offences of that version. */
    static Map<String, byte[]> pair(LawVersion rules, List<LawVersion> offences) {
        Map<String, byte[]> law = new HashMap<>();
        law.put(Bundle.RULES, rules.content());
        offences.stream()
                .filter(each -> each.version().equals(rules.version()))
                .forEach(each -> law.put(Bundle.OFFENCES, each.content()));
        return law;
    }

    private Optional<InForce> read(Map<String, byte[]> law, LawVersion event, List<FileProblem> problems) {
        Map<String, byte[]> files = new HashMap<>(law);
        files.put(Bundle.EVENT, event.content());
        try {
            LawText text = reader.readKept(files);
            return text.event().map(read -> new InForce(text, read));
        } catch (FileProblem.Found found) {
            problems.addAll(found.problems());
            return Optional.empty();
        }
    }
}
