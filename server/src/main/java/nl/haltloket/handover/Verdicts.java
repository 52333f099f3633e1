package nl.haltloket.handover;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.eligibility.Law;
import nl.haltloket.event.Event;
import nl.haltloket.json.Json;

/** Judges handovers by the law in force, and keeps every verdict sealed under the key of its case. */
public final class Verdicts {
    private static final int FIRST = 1;

    private final VerdictRepository verdicts = new VerdictRepository();
    private final CaseKeys caseKeys;
    private final Event event;
    private final Supplier<Law> law;
    private final Clock clock;

    /** @param law what is in force at the moment of asking */
    public Verdicts(CaseKeys caseKeys, Event event, Supplier<Law> law, Clock clock) {
        this.caseKeys = caseKeys;
        this.event = event;
        this.law = law;
        this.clock = clock;
    }

    /** What the rules say; nothing is kept. */
    public Judged judge(Handover handover, HandoverContent content, DeskFacts desk) {
        return Judged.of(law.get(), Situations.of(event, handover, content, desk));
    }

    /** What the rules say, kept beside what they said before. */
    public Future<StoredVerdict> judge(
            Tx tx, Handover handover, HandoverContent content, VerdictCause cause, DeskFacts desk) {
        return caseKeys.open(tx, Contents.keyId(handover)).compose(cipher -> verdicts.next(tx, handover.id())
                .compose(sequence -> keep(tx, handover, cipher, cause, judge(handover, content, desk), sequence)));
    }

    private Future<StoredVerdict> keep(
            Tx tx, Handover handover, CaseCipher cipher, VerdictCause cause, Judged judged, int sequence) {
        UUID id = handover.id();
        var stored = new StoredVerdict(id, cause, clock.instant(), judged);
        byte[] row = cipher.seal(place(id, sequence), Json.bytes(judged));
        return verdicts.insert(
                        tx, id, new VerdictRepository.Sealed(sequence, cause, stored.at(), row), judged.verdict())
                .map(stored);
    }

    /** The first verdict on a handover that comes in, under the key just made for it. */
    Future<StoredVerdict> first(
            Tx tx, Handover handover, CaseCipher cipher, HandoverContent content, VerdictCause cause) {
        return keep(tx, handover, cipher, cause, judge(handover, content, DeskFacts.NONE), FIRST);
    }

    /** The newest; a handover from before verdicts were kept is judged now. */
    public Future<StoredVerdict> current(Tx tx, Handover handover, HandoverContent content) {
        return latest(tx, handover).compose(found -> found.map(Future::succeededFuture)
                .orElseGet(() -> judge(tx, handover, content, VerdictCause.SUBMITTED, DeskFacts.NONE)));
    }

    /** The newest, if there is one. */
    public Future<Optional<StoredVerdict>> latest(Tx tx, Handover handover) {
        UUID id = handover.id();
        return verdicts.latest(tx, id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : caseKeys.open(tx, Contents.keyId(handover))
                                .map(cipher -> found.map(row -> opened(id, cipher, row))));
    }

    private static StoredVerdict opened(UUID id, CaseCipher cipher, VerdictRepository.Sealed row) {
        byte[] json = cipher.open(place(id, row.sequence()), row.bytes());
        return new StoredVerdict(id, row.cause(), row.at(), Json.read(json, Judged.class));
    }

    /** Forgets what rested on facts of the desk that were not about this juvenile. */
    public Future<Void> forgetDesk(Tx tx, UUID handoverId) {
        return verdicts.forget(tx, handoverId);
    }

    /** Seals all of a handover anew under the key of the case that it joins. */
    Future<Void> moveInto(Tx tx, UUID handoverId, UUID caseId) {
        return caseKeys.move(tx, handoverId, caseId).compose(move -> verdicts.all(tx, handoverId)
                .compose(all -> Each.run(
                        all,
                        row -> verdicts.reseal(
                                tx,
                                handoverId,
                                row.sequence(),
                                move.anew(place(handoverId, row.sequence()), row.bytes())))));
    }

    private static CaseCipher.Place place(UUID handoverId, int sequence) {
        return new CaseCipher.Place("verdict", "verdict_sealed", handoverId + "/" + sequence);
    }
}
