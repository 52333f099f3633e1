package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;

/** Keeps that the rights card was shown, and stands before every question to the juvenile. */
public final class Rights {
    private final RightsRepository rights = new RightsRepository();
    private final CaseKeys caseKeys;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Rights(CaseKeys caseKeys, Clock clock, Supplier<UUID> ids) {
        this.caseKeys = caseKeys;
        this.clock = clock;
        this.ids = ids;
    }

    Future<Void> keep(Tx tx, UUID caseId, RightsShown.NewRights shown, UUID workerId) {
        UUID id = ids.get();
        return caseKeys.open(tx, caseId)
                .compose(cipher -> rights.keep(
                        tx, id, caseId, clock.instant(), workerId, cipher.seal(place(id), Json.bytes(shown))));
    }

    /** Refused until the card was shown. */
    Future<Void> require(Tx tx, UUID caseId) {
        return rights.any(tx, caseId).map(shown -> {
            if (!shown) {
                throw Refusal.conflict("intake.rights-first", "Laat eerst de rechtenkaart zien.");
            }
            return null;
        });
    }

    /** The last time that it was shown. */
    Future<Optional<RightsShown>> last(Tx tx, UUID caseId, CaseCipher cipher) {
        return rights.list(tx, caseId)
                .map(all -> all.stream().reduce((_, later) -> later).map(row -> opened(cipher, row)));
    }

    private static RightsShown opened(CaseCipher cipher, RightsRepository.Sealed row) {
        var shown = Json.read(cipher.open(place(row.id()), row.details()), RightsShown.NewRights.class);
        return new RightsShown(
                row.at(),
                row.by(),
                shown.language(),
                shown.version(),
                shown.medium(),
                shown.readAloud(),
                shown.interpreter());
    }

    /** It was shown to whoever was in front. */
    Future<Void> move(Tx tx, CaseKeys.Move move) {
        return rights.list(tx, move.from())
                .compose(all -> Each.run(
                        all, row -> rights.move(tx, row.id(), move.to(), move.anew(place(row.id()), row.details()))));
    }

    private static CaseCipher.Place place(UUID id) {
        return new CaseCipher.Place("rights_shown", "details_sealed", id.toString());
    }
}
