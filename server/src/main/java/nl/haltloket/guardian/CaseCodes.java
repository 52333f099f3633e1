package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;

/**
 * The four digits by which a guardian names a case on the telephone or in a reply, unique among the cases of the event.
 * They prove nothing by themselves: a number goes with them.
 */
public final class CaseCodes {
    private static final int CODES = 10_000;
    /** With a thousand cases on one kiosk the chance that all of these are taken is one in a sextillion. */
    private static final int TRIES = 20;

    private final CaseCodeRepository codes = new CaseCodeRepository();
    private final SecureRandom random;

    public CaseCodes(SecureRandom random) {
        this.random = random;
    }

    /** The code of a case, made at the first asking. */
    public Future<String> of(Tx tx, UUID caseId) {
        return of(tx, caseId, TRIES);
    }

    /** The case that has this code. */
    public Future<Optional<UUID>> find(Tx tx, String code) {
        return codes.caseWith(tx, code);
    }

    /** The code that guardians were told goes along when their case is moved to another juvenile. */
    public Future<Void> move(Tx tx, UUID fromCase, UUID toCase) {
        return codes.move(tx, fromCase, toCase);
    }

    private Future<String> of(Tx tx, UUID caseId, int tries) {
        return codes.find(tx, caseId)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> make(tx, caseId, tries)));
    }

    /** What is taken is drawn again, and what somebody else made meanwhile is found. */
    private Future<String> make(Tx tx, UUID caseId, int tries) {
        if (tries == 0) {
            throw Refusal.conflict("case.no-code", "Er is geen zaakcode vrij. Sluit eerst zaken die klaar zijn.");
        }
        String code = "%04d".formatted(random.nextInt(CODES));
        return codes.insert(tx, caseId, code)
                .compose(inserted -> inserted ? Future.succeededFuture(code) : of(tx, caseId, tries - 1));
    }
}
