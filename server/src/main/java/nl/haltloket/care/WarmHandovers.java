package nl.haltloket.care;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.care.CareRecord.Permission;
import nl.haltloket.care.CareRecord.WarmHandover;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/**
 * Permissions for a warm handover to somebody who helps. Without one nothing goes; each rests on decisions of its own, and
 * ends with them. They do not move to another case: a case with a decision does not.
 */
public final class WarmHandovers {
    private static final int AT_MOST = 10;

    private final WarmHandoverRepository rows = new WarmHandoverRepository();
    private final CareContext context;
    private final CareTrail trail;

    WarmHandovers(CareContext context, CareTrail trail) {
        this.context = context;
        this.trail = trail;
    }

    /** What a command on a permission answers. */
    public record Given(UUID id, boolean withdrawn) {}

    /** A permission as sealed, with the decisions that it rests on. */
    private record Kept(Permission permission, List<UUID> decisions) {}

    /** A permission's row with what was sealed in it. */
    private record Opened(WarmHandoverRepository.Stored row, Kept kept) {}

    /** Records a permission, on what the juvenile decided last and under 16 a guardian as well. */
    public Future<Given> give(Tx tx, UUID caseId, Permission permission, Caller caller) {
        Permission clean = checked(permission);
        return context.cases()
                .stateForChange(tx, caseId)
                .compose(state -> {
                    Versions.requireKept(state);
                    return context.cases().requireRights(tx, caseId);
                })
                .compose(_ -> context.cases().birthDate(tx, caseId))
                .compose(born -> decisions(tx, caseId, WarmBasis.needsGuardian(born, today())))
                .compose(decisions -> keep(tx, caseId, new Kept(clean, decisions), caller));
    }

    private Future<List<UUID>> decisions(Tx tx, UUID caseId, boolean guardianToo) {
        return opened(tx, caseId).compose(all -> {
            if (all.size() >= AT_MOST) {
                throw Refusal.conflict("care.permissions", "Er kan geen toestemming meer bij. Bel de coördinator.");
            }
            Set<UUID> used = new HashSet<>();
            all.forEach(one -> used.addAll(one.kept().decisions()));
            return chosen(tx, caseId).map(chosen -> new WarmBasis(chosen, used).decisions(guardianToo));
        });
    }

    private Future<Given> keep(Tx tx, UUID caseId, Kept kept, Caller caller) {
        UUID id = context.ids().get();
        return context.caseKeys()
                .open(tx, caseId)
                .compose(cipher -> rows.insert(
                        tx,
                        id,
                        caseId,
                        context.clock().instant(),
                        caller.requireWorker().id(),
                        cipher.seal(place(id), Json.bytes(kept))))
                .compose(_ -> trail.care(tx, AuditAction.CHANGE, caseId, caller, "warm handover permitted:" + id))
                .map(_ -> new Given(id, false));
    }

    /** Records that a permission was withdrawn, and with it the decisions it rests on; again is no change. */
    public Future<Given> withdraw(Tx tx, UUID caseId, UUID id, Caller caller) {
        return opened(tx, caseId)
                .map(all -> all.stream()
                        .filter(one -> one.row().id().equals(id))
                        .findFirst()
                        .orElseThrow(WarmHandovers::unknown))
                .compose(one -> standing(tx, caseId, one.kept()))
                .compose(decisions -> Each.run(decisions, one -> context.decisions()
                        .withdraw(tx, caseId, one.id(), null, caller)
                        .mapEmpty()))
                .compose(_ -> rows.withdraw(
                        tx,
                        caseId,
                        id,
                        context.clock().instant(),
                        caller.requireWorker().id()))
                .compose(_ -> trail.care(tx, AuditAction.CHANGE, caseId, caller, "warm handover withdrawn:" + id))
                .map(_ -> new Given(id, true));
    }

    private Future<List<Choice>> standing(Tx tx, UUID caseId, Kept kept) {
        return chosen(tx, caseId).map(chosen -> chosen.choices().stream()
                .filter(one -> kept.decisions().contains(one.id()))
                .filter(Choice::stands)
                .toList());
    }

    /** All of a case, oldest first; one of whose decisions was withdrawn, is withdrawn too. */
    Future<List<WarmHandover>> list(Tx tx, UUID caseId) {
        return opened(tx, caseId).compose(all -> chosen(tx, caseId)
                .map(chosen ->
                        all.stream().map(one -> view(one, chosen.choices())).toList()));
    }

    private Future<Chosen> chosen(Tx tx, UUID caseId) {
        return context.choices().read(tx, caseId);
    }

    private Future<List<Opened>> opened(Tx tx, UUID caseId) {
        return context.caseKeys().open(tx, caseId).compose(cipher -> rows.list(tx, caseId)
                .map(all -> all.stream().map(one -> opened(cipher, one)).toList()));
    }

    private static Opened opened(CaseCipher cipher, WarmHandoverRepository.Stored stored) {
        return new Opened(stored, Json.read(cipher.open(place(stored.id()), stored.detailsSealed()), Kept.class));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(context.clock().instant(), CaseService.ZONE);
    }

    private static Refusal unknown() {
        return Refusal.notFound("care.permission-unknown", "Deze toestemming kennen wij niet.");
    }

    private static Permission checked(Permission given) {
        return new Permission(
                PlainText.required(given.purpose(), "care.purpose", "Schrijf op waarvoor de gegevens zijn."),
                PlainText.required(given.receiver(), "care.receiver", "Schrijf op wie de gegevens krijgt."),
                PlainText.required(given.details(), "care.details", "Schrijf op welke gegevens er mee mogen."));
    }

    private static WarmHandover view(Opened one, List<Choice> choices) {
        WarmHandoverRepository.Stored row = one.row();
        Permission given = one.kept().permission();
        List<Choice> basis = choices.stream()
                .filter(choice -> one.kept().decisions().contains(choice.id()))
                .toList();
        Choice ended =
                basis.stream().filter(choice -> !choice.stands()).findFirst().orElse(null);
        return new WarmHandover(
                row.id(),
                given.purpose(),
                given.receiver(),
                given.details(),
                basis.size() > 1 ? CareRecord.PermittedBy.JUVENILE_AND_GUARDIAN : CareRecord.PermittedBy.JUVENILE,
                row.givenAt(),
                row.givenBy(),
                row.withdrawnAt() != null || ended == null ? row.withdrawnAt() : ended.withdrawnAt(),
                row.withdrawnAt() != null || ended == null ? row.withdrawnBy() : ended.withdrawnBy());
    }

    private static CaseCipher.Place place(UUID id) {
        return new CaseCipher.Place("warm_handover", "details_sealed", id.toString());
    }
}
