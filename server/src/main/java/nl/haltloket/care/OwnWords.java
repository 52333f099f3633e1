package nl.haltloket.care;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** What a juvenile wants to say. It is not about the offence: that is what the screen asks, and nobody reads it for. */
public final class OwnWords {
    private static final CaseCipher.Place PLACE = CaseCipher.Place.of("own_words", "text_sealed");

    private final OwnWordsRepository rows = new OwnWordsRepository();
    private final CaseService cases;
    private final CaseKeys caseKeys;
    private final Clock clock;

    OwnWords(CaseService cases, CaseKeys caseKeys, Clock clock) {
        this.cases = cases;
        this.caseKeys = caseKeys;
        this.clock = clock;
    }

    /** The words with the version that they rest on (0 when there were none). */
    public record Edit(int version, String text) {}

    /** The words as saved; version 0 and no words when nothing was said. */
    public record Said(int version, String text, @Nullable Instant savedAt) {}

    /** What a save answers; no personal data. */
    public record Kept(int version, Instant savedAt) {}

    /** Saves the words; empty takes them back. */
    public Future<Kept> save(Tx tx, UUID caseId, Edit edit, Caller caller) {
        String clean = Optional.ofNullable(PlainText.lines(edit.text())).orElse("");
        return cases.stateForChange(tx, caseId)
                .compose(state -> {
                    Versions.requireKept(state);
                    return cases.requireRights(tx, caseId);
                })
                .compose(_ -> rows.find(tx, caseId))
                .map(found -> Versions.next(
                        found.map(OwnWordsRepository.Stored::version).orElse(0), edit.version()))
                .compose(version -> caseKeys.open(tx, caseId)
                        .compose(cipher -> rows.save(
                                tx,
                                caseId,
                                new OwnWordsRepository.Stored(
                                        version,
                                        cipher.seal(PLACE, clean.getBytes(StandardCharsets.UTF_8)),
                                        clock.instant())))
                        .map(_ -> new Kept(version, clock.instant())))
                .compose(kept -> cases.record(tx, AuditAction.CHANGE, caseId, caller, "own words")
                        .compose(_ -> cases.changed(tx, caseId))
                        .map(_ -> kept));
    }

    /** The words; the look is recorded. */
    public Future<Said> read(Tx tx, UUID caseId, Caller caller) {
        return of(tx, caseId).compose(said -> cases.record(tx, AuditAction.READ, caseId, caller, "own words")
                .map(_ -> said));
    }

    /** The words; their caller records the look. */
    public Future<Said> of(Tx tx, UUID caseId) {
        return caseKeys.open(tx, caseId).compose(cipher -> rows.find(tx, caseId).map(found -> found.map(one -> new Said(
                        one.version(),
                        new String(cipher.open(PLACE, one.textSealed()), StandardCharsets.UTF_8),
                        one.savedAt()))
                .orElseGet(() -> new Said(0, "", null))));
    }

    /** Moves the words to another case. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return rows.find(tx, move.from()).compose(found -> found.map(
                        one -> rows.move(tx, move.from(), move.to(), move.anew(PLACE, one.textSealed())))
                .orElseGet(Future::succeededFuture));
    }
}
