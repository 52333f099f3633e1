package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Adults and services that come instead of guardians who must not be contacted. No text ever goes to them. */
final class Substitutes {
    private final GuardianRepository guardians;
    private final SubstituteRepository substitutes = new SubstituteRepository();
    private final ClaimRepository claims = new ClaimRepository();
    private final ContactSteps steps;
    private final CaseKeys caseKeys;
    private final Outbox outbox;
    private final Clock clock;

    Substitutes(GuardianRepository guardians, ContactSteps steps, CaseKeys caseKeys, Outbox outbox, Clock clock) {
        this.guardians = guardians;
        this.steps = steps;
        this.caseKeys = caseKeys;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Details(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String number,
            @Nullable String words) {}

    /** Those that were named together with their guardians, once these are kept. */
    Future<Void> addAll(Tx tx, UUID caseId, CaseCipher cipher, List<NewGuardian> all) {
        return Each.run(all, guardian -> {
            NewSubstitute substitute = guardian.substitute();
            return substitute == null || !guardian.doNotContact()
                    ? Future.succeededFuture()
                    : save(tx, caseId, cipher, guardian.id(), substitute.checked(), null);
        });
    }

    /** The same of a case that is open already. */
    Future<Void> addAll(Tx tx, UUID caseId, List<NewGuardian> all) {
        return caseKeys.open(tx, caseId).compose(cipher -> addAll(tx, caseId, cipher, all));
    }

    /** Names who comes instead, or records that this adult or service was spoken to. */
    Future<ContactState> record(Tx tx, UUID caseId, UUID guardianId, NewSubstitute substitute, UUID workerId) {
        NewSubstitute checked = substitute.checked();
        return guardians
                .findForChange(tx, guardianId)
                .map(found -> Corrections.inUse(found, caseId))
                .compose(guardian -> {
                    if (guardian.state() != ContactState.DO_NOT_CONTACT) {
                        throw Refusal.conflict(
                                "guardian.may-be-called", "Deze ouder mag wel gebeld worden. Bel de ouder zelf.");
                    }
                    return caseKeys.open(tx, caseId)
                            .compose(cipher -> save(tx, caseId, cipher, guardianId, checked, workerId))
                            .compose(_ -> claims.drop(tx, guardianId))
                            .compose(_ -> steps.tellBoard(tx))
                            .map(_ -> guardian.state());
                });
    }

    Future<Void> save(
            Tx tx, UUID caseId, CaseCipher cipher, UUID guardianId, NewSubstitute checked, @Nullable UUID workerId) {
        var details = new Details(checked.name(), checked.relation(), checked.number(), checked.words());
        byte[] sealed = cipher.seal(place(guardianId), Json.bytes(details));
        boolean spoken = workerId != null && Boolean.TRUE.equals(checked.spoken());
        return refuseBlocked(tx, checked.number())
                .compose(_ -> refuseGuardian(tx, caseId, cipher, checked.number()))
                .compose(_ ->
                        substitutes.save(tx, guardianId, checked.who(), clock.instant(), workerId, spoken, sealed));
    }

    /** The number of somebody who must be left alone can not come back as that of a substitute. */
    private Future<Void> refuseBlocked(Tx tx, @Nullable String number) {
        return number == null
                ? Future.succeededFuture()
                : outbox.isBlocked(tx, number).map(blocked -> {
                    if (blocked) {
                        throw Refusal.invalid(
                                "guardian.number-do-not-contact",
                                "Dit nummer staat op Niet bellen. Vraag een ander nummer.");
                    }
                    return null;
                });
    }

    /** A guardian of the case is called as such: only then the guardian counts as informed. */
    private Future<Void> refuseGuardian(Tx tx, UUID caseId, CaseCipher cipher, @Nullable String number) {
        return number == null
                ? Future.succeededFuture()
                : guardians.list(tx, caseId).map(all -> {
                    if (all.stream()
                            .filter(one -> one.replaced() == null)
                            .map(one -> SealedGuardian.open(cipher, one).number())
                            .anyMatch(own -> own != null && PhoneNumber.isSame(own, number))) {
                        throw Refusal.invalid(
                                "guardian.number-of-guardian",
                                "Dit is het nummer van een ouder in deze zaak. Bel die ouder zelf, of noem een ander.");
                    }
                    return null;
                });
    }

    Future<Optional<Substitute>> find(Tx tx, CaseCipher cipher, UUID guardianId) {
        return substitutes
                .find(tx, guardianId)
                .map(found -> found.map(stored -> {
                    Details details = Json.read(cipher.open(place(guardianId), stored.detailsSealed()), Details.class);
                    return new Substitute(
                            stored.who(),
                            details.name(),
                            details.relation(),
                            details.number(),
                            stored.namedAt(),
                            stored.namedBy(),
                            stored.spokenAt(),
                            stored.spokenBy(),
                            details.words());
                }));
    }

    Future<Void> move(Tx tx, CaseKeys.Move move, UUID guardianId) {
        return substitutes.find(tx, guardianId).compose(found -> found.map(stored ->
                        substitutes.keep(tx, guardianId, move.anew(place(guardianId), stored.detailsSealed())))
                .orElse(Future.succeededFuture()));
    }

    private static CaseCipher.Place place(UUID guardianId) {
        return new CaseCipher.Place("guardian_substitute", "details_sealed", guardianId.toString());
    }
}
