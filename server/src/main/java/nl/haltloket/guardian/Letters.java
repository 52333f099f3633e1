package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.notify.Outbox;
import nl.haltloket.refusal.Refusal;

/** Letters for guardians: the last step when nobody answers. */
final class Letters {
    private final GuardianRepository guardians;
    private final LetterRepository letters = new LetterRepository();
    private final ContactSteps steps;
    private final CaseKeys caseKeys;
    private final Outbox outbox;
    private final Clock clock;

    Letters(GuardianRepository guardians, ContactSteps steps, CaseKeys caseKeys, Outbox outbox, Clock clock) {
        this.guardians = guardians;
        this.steps = steps;
        this.caseKeys = caseKeys;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Details(String to) {}

    Future<GuardianService.Reached> record(Tx tx, UUID caseId, UUID guardianId, NewLetter unchecked, UUID workerId) {
        NewLetter letter = unchecked.checked();
        boolean handedOver = letter.way() == Letter.Way.HANDED_OVER;
        return guardians
                .findForChange(tx, guardianId)
                .map(found -> writable(Corrections.inUse(found, caseId)))
                .compose(guardian -> caseKeys.open(tx, caseId)
                        .compose(cipher -> letters.insert(
                                tx,
                                letter,
                                guardianId,
                                workerId,
                                clock.instant(),
                                cipher.seal(place(letter.id()), Json.bytes(new Details(letter.to())))))
                        .compose(_ -> handedOver
                                ? outbox.cancel(tx, ContactSteps.CALLBACK + guardianId)
                                : Future.succeededFuture())
                        .compose(_ -> steps.tellBoard(tx))
                        .map(_ -> new GuardianService.Reached(
                                guardian.state(), handedOver || guardian.state() == ContactState.REACHED)));
    }

    Future<List<Letter>> list(Tx tx, CaseCipher cipher, UUID guardianId) {
        return letters.list(tx, guardianId).map(rows -> rows.stream()
                .map(row -> new Letter(
                        row.at(),
                        row.by(),
                        row.way(),
                        Json.read(cipher.open(place(row.id()), row.detailsSealed()), Details.class)
                                .to()))
                .toList());
    }

    Future<Void> move(Tx tx, CaseKeys.Move move, UUID guardianId) {
        return letters.list(tx, guardianId)
                .compose(rows -> Each.run(
                        rows, row -> letters.keep(tx, row.id(), move.anew(place(row.id()), row.detailsSealed()))));
    }

    private static GuardianRepository.Stored writable(GuardianRepository.Stored guardian) {
        if (guardian.state() == ContactState.DO_NOT_CONTACT) {
            throw Refusal.conflict(
                    "guardian.do-not-contact", "Deze ouder moet met rust worden gelaten, en krijgt ook geen brief.");
        }
        return guardian;
    }

    private static CaseCipher.Place place(UUID letterId) {
        return new CaseCipher.Place("guardian_letter", "details_sealed", letterId.toString());
    }
}
