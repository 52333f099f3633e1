package nl.haltloket.law;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.db.Database;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.FileProblem;
import nl.haltloket.json.LocatedJson;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Check;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rules, offences and mandate hold at this desk. Every accepted version stays, side by side; the newest good one
 * holds. Bad files change nothing: they are told, and the last good version stays in force.
 */
public final class LawService {
    /** Signalled when a version was accepted. */
    public static final String TOPIC = "law";

    private static final Logger LOG = LoggerFactory.getLogger(LawService.class);
    private static final String SYSTEM = "system";
    private static final String AT_START = "config";

    private final Vertx vertx;
    private final LawDirectory.Contents known;
    private final LawShelf shelf;
    private final Clock clock;
    private final Acceptance acceptance = new Acceptance();
    private volatile List<LawVersion> acceptedAtStart = List.of();
    private volatile State state;
    private volatile Consumer<InForce> adopt = _ -> {};

    private record State(InForce inForce, List<FileProblem> problems) {}

    private record Read(SignedBundle.Verified verified, LawText text) {}

    private LawService(Vertx vertx, LawDirectory.Contents known, LawShelf shelf, Clock clock, State state) {
        this.vertx = vertx;
        this.known = known;
        this.shelf = shelf;
        this.clock = clock;
        this.state = state;
    }

    /**
     * Takes in what the start brings and finds what holds. Fails with {@link FileProblem.Found} when there is no good
     * version at all; else what was wrong is told by {@link #check()}.
     */
    public static Future<LawService> start(
            Vertx vertx, Database database, LawDirectory.Contents contents, Clock clock) {
        LawShelf shelf = new LawShelf(vertx, database, contents.reader());
        return shelf.find(Optional.empty())
                .compose(before ->
                        vertx.executeBlocking(() -> read(contents, contents.bundle(), before.inForce()), false))
                .compose(read -> takeIn(database, read, clock))
                .recover(LawService::asProblems)
                .compose(arrived -> shelf.find(arrived.eventId())
                        .map(found -> new LawService(vertx, contents, shelf, clock, state(arrived, found))
                                .accepted(arrived.fresh())));
    }

    private record Arrived(Optional<String> eventId, List<LawVersion> fresh, List<FileProblem> problems) {}

    private static Future<Arrived> takeIn(Database database, Read read, Clock clock) {
        var arrival = new Acceptance.Arrival(read.verified(), clock.instant(), SYSTEM, true);
        return database.inTransaction(tx -> new Acceptance().accept(tx, arrival, read.text()))
                .map(fresh ->
                        new Arrived(read.text().event().map(event -> event.id().toString()), fresh, List.of()));
    }

    private static Future<Arrived> asProblems(Throwable failure) {
        return switch (failure) {
            case FileProblem.Found found -> arrivedBad(found.problems());
            case Refusal refusal ->
                arrivedBad(List.of(new FileProblem(AT_START, 0, String.valueOf(refusal.getMessage()))));
            default -> Future.failedFuture(failure);
        };
    }

    private static Future<Arrived> arrivedBad(List<FileProblem> problems) {
        return Future.succeededFuture(new Arrived(Optional.empty(), List.of(), problems));
    }

    private static State state(Arrived arrived, LawShelf.Found found) {
        List<FileProblem> problems = new ArrayList<>(arrived.problems());
        problems.addAll(found.problems());
        problems.forEach(problem -> LOG.warn("Refused: {}", problem.text()));
        InForce inForce = found.inForce().orElseThrow(() -> new FileProblem.Found(problems));
        LOG.info(
                "In force: rules and offences {}, event {}",
                inForce.law().rules().version(),
                inForce.event().version());
        return new State(inForce, List.copyOf(problems));
    }

    private LawService accepted(List<LawVersion> fresh) {
        acceptedAtStart = fresh;
        return this;
    }

    private static Read read(LawDirectory.Contents known, byte[] bundle, Optional<InForce> before) {
        SignedBundle.Verified verified = SignedBundle.verify(bundle, known.trust());
        Map<String, byte[]> files = new HashMap<>(verified.bundle().files());
        before.ifPresent(now -> now.text().files().forEach(files::putIfAbsent));
        LawText text = known.reader().read(files);
        if (text.event().isEmpty()) {
            throw new FileProblem.Found(List.of(new FileProblem(Bundle.EVENT, 0, "Dit bestand ontbreekt.")));
        }
        return new Read(verified, text);
    }

    /** Calls this with what holds from now on, each time that it changes. */
    public void onChange(Consumer<InForce> listener) {
        adopt = listener;
    }

    /** What holds now. */
    public InForce inForce() {
        return state.inForce();
    }

    /** What was wrong with what the last start brought; empty when all was well, or something newer came since. */
    List<FileProblem> problems() {
        return state.problems();
    }

    /** For the health page. */
    public Check check() {
        String version = inForce().law().rules().version();
        List<FileProblem> problems = problems();
        return problems.isEmpty()
                ? Check.pass("De regels en feiten van versie %s gelden.".formatted(version))
                : Check.warn("Nieuwe bestanden zijn geweigerd (%d keer iets mis); versie %s blijft gelden. %s"
                        .formatted(problems.size(), version, problems.getFirst().text()));
    }

    /** What the start accepted becomes part of the chain, once there is one. */
    public Future<Void> recordStart(Tx tx, Audit audit) {
        UUID eventId = inForce().event().id();
        return Each.run(acceptedAtStart, version -> record(tx, audit, eventId, version));
    }

    /** An import that is read and found good, to be kept in a transaction. */
    public final class Import {
        private final Read read;

        private Import(Read read) {
            this.read = read;
        }

        /** Keeps it; gives what is new. Fails with {@link FileProblem.Found} when a version cannot be. */
        Future<List<LawVersion>> keep(Tx tx, Audit audit, String by) {
            UUID eventId = inForce().event().id();
            var arrival = new Acceptance.Arrival(read.verified(), clock.instant(), by, false);
            return acceptance.accept(tx, arrival, read.text()).compose(fresh -> Each.run(
                            fresh, version -> record(tx, audit, eventId, version))
                    .compose(_ -> tx.signal(TOPIC, ""))
                    .map(_ -> fresh));
        }

        /** What it would change. Fails with {@link FileProblem.Found} when a version cannot be kept. */
        Future<LawPreview> preview(Tx tx) {
            var arrival = new Acceptance.Arrival(read.verified(), clock.instant(), SYSTEM, false);
            List<LawVersion> coming = Acceptance.candidates(arrival, read.text());
            Map<String, byte[]> now = inForce().text().files();
            return acceptance
                    .fresh(tx, arrival, read.text())
                    .map(fresh -> LawPreview.of(read.verified(), coming, fresh, now));
        }
    }

    /** Reads a signed bundle; refused with every reason. */
    public Future<Import> open(byte[] bundle) {
        return vertx.executeBlocking(() -> read(known, bundle, Optional.of(inForce())), false)
                .map(this::ofThisEvent)
                .map(Import::new);
    }

    private Read ofThisEvent(Read read) {
        byte[] event = read.verified().bundle().files().get(Bundle.EVENT);
        UUID named = read.text().event().orElseThrow().id();
        if (event != null && !named.equals(inForce().event().id())) {
            int line = LocatedJson.parse(Bundle.EVENT, event).line("/id");
            throw new FileProblem.Found(List.of(new FileProblem(
                    Bundle.EVENT,
                    line,
                    "Dit is een ander evenement. Een ander evenement begint met een nieuwe start.")));
        }
        return read;
    }

    /** Looks what holds now: after an import, here or on another node. */
    public Future<Void> reload() {
        String eventId = inForce().event().id().toString();
        return shelf.find(Optional.of(eventId))
                .onSuccess(found -> found.inForce().ifPresent(this::change))
                .mapEmpty();
    }

    private void change(InForce found) {
        InForce before = inForce();
        boolean same = before.law().rules().version().equals(found.law().rules().version())
                && before.event().version().equals(found.event().version());
        if (!same) {
            state = new State(found, List.of());
            adopt.accept(found);
        }
    }

    private static Future<Void> record(Tx tx, Audit audit, UUID eventId, LawVersion version) {
        return audit.record(
                        tx,
                        new AuditEntry(
                                eventId,
                                AuditAction.CHANGE,
                                "law:" + version.kind().file() + "@" + version.version(),
                                version.acceptedBy(),
                                "regels en mandaat van het loket",
                                AuditEntry.SECURITY,
                                "sha256 %s, signed by %s".formatted(version.hash(), version.signedBy())))
                .mapEmpty();
    }
}
