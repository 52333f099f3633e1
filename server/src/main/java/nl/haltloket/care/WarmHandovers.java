package nl.haltloket.care;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.care.CareRecord.Permission;
import nl.haltloket.care.CareRecord.PermittedBy;
import nl.haltloket.care.CareRecord.WarmHandover;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Permissions for a warm handover to somebody who helps. Without one nothing goes, and each can be withdrawn. */
public final class WarmHandovers {
    /** From this age on a juvenile permits alone (Burgerlijk Wetboek 7:447; UAVG art. 5). */
    static final int PERMITS_ALONE_FROM = 16;

    private static final int AT_MOST = 10;

    private final WarmHandoverRepository rows = new WarmHandoverRepository();
    private final CaseService cases;
    private final CaseKeys caseKeys;
    private final CareTrail trail;
    private final Clock clock;
    private final Supplier<UUID> ids;

    WarmHandovers(CaseService cases, CaseKeys caseKeys, CareTrail trail, Clock clock, Supplier<UUID> ids) {
        this.cases = cases;
        this.caseKeys = caseKeys;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a command on a permission answers. */
    public record Given(UUID id, boolean withdrawn) {}

    /** Records a permission. */
    public Future<Given> give(Tx tx, UUID caseId, Permission permission, Caller caller) {
        Permission clean = checked(permission);
        UUID id = ids.get();
        return cases.stateForChange(tx, caseId)
                .compose(state -> {
                    Versions.requireKept(state);
                    return cases.requireRights(tx, caseId);
                })
                .compose(_ -> cases.birthDate(tx, caseId))
                .map(born -> permitted(born, clean))
                .compose(_ -> rows.count(tx, caseId))
                .map(WarmHandovers::roomForMore)
                .compose(_ -> caseKeys.open(tx, caseId))
                .compose(cipher -> rows.insert(
                        tx,
                        id,
                        caseId,
                        clock.instant(),
                        caller.requireWorker().id(),
                        cipher.seal(place(id), Json.bytes(clean))))
                .compose(_ -> trail.care(tx, AuditAction.CHANGE, caseId, caller, "warm handover permitted:" + id))
                .map(_ -> new Given(id, false));
    }

    /** Records that a permission was withdrawn; again is no change. */
    public Future<Given> withdraw(Tx tx, UUID caseId, UUID id, Caller caller) {
        return rows.withdraw(
                        tx, caseId, id, clock.instant(), caller.requireWorker().id())
                .map(count -> {
                    if (count == 0) {
                        throw Refusal.notFound("care.permission-unknown", "Deze toestemming kennen wij niet.");
                    }
                    return new Given(id, true);
                })
                .compose(given -> trail.care(tx, AuditAction.CHANGE, caseId, caller, "warm handover withdrawn:" + id)
                        .map(_ -> given));
    }

    Future<List<WarmHandover>> list(Tx tx, UUID caseId) {
        return caseKeys.open(tx, caseId).compose(cipher -> rows.list(tx, caseId)
                .map(all -> all.stream().map(one -> opened(cipher, one)).toList()));
    }

    Future<Void> move(Tx tx, CaseKeys.Move move) {
        return rows.list(tx, move.from())
                .compose(all -> Each.run(
                        all,
                        one -> rows.move(tx, one.id(), move.to(), move.anew(place(one.id()), one.detailsSealed()))));
    }

    private Permission permitted(LocalDate born, Permission permission) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CaseService.ZONE);
        boolean alone = !born.plusYears(PERMITS_ALONE_FROM).isAfter(today);
        if (!alone && permission.permittedBy() == PermittedBy.JUVENILE) {
            throw Refusal.invalid(
                    "care.guardian-permission", "Onder de 16 jaar moet ook een ouder of verzorger het goed vinden.");
        }
        return permission;
    }

    private static Long roomForMore(Long count) {
        if (count >= AT_MOST) {
            throw Refusal.conflict("care.permissions", "Er kan geen toestemming meer bij. Bel de coördinator.");
        }
        return count;
    }

    private static Permission checked(Permission given) {
        return new Permission(
                PlainText.required(given.purpose(), "care.purpose", "Schrijf op waarvoor de gegevens zijn."),
                PlainText.required(given.receiver(), "care.receiver", "Schrijf op wie de gegevens krijgt."),
                PlainText.required(given.details(), "care.details", "Schrijf op welke gegevens er mee mogen."),
                given.permittedBy());
    }

    private static WarmHandover opened(CaseCipher cipher, WarmHandoverRepository.Stored stored) {
        Permission given = Json.read(cipher.open(place(stored.id()), stored.detailsSealed()), Permission.class);
        return new WarmHandover(
                stored.id(),
                given.purpose(),
                given.receiver(),
                given.details(),
                given.permittedBy(),
                stored.givenAt(),
                stored.givenBy(),
                stored.withdrawnAt(),
                stored.withdrawnBy());
    }

    private static CaseCipher.Place place(UUID id) {
        return new CaseCipher.Place("warm_handover", "details_sealed", id.toString());
    }
}
