package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.handover.DeskFacts;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.Progress;
import nl.haltloket.handover.StoredVerdict;
import nl.haltloket.handover.VerdictCause;
import nl.haltloket.handover.Verdicts;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** What the rules say of all offences of a case, what people decided on that, and what the desk may do therefore. */
public final class CaseVerdicts {
    private final CaseRepository cases = new CaseRepository();
    private final DecidedRepository decisions = new DecidedRepository();
    private final HandoverService handovers;
    private final Verdicts verdicts;
    private final CaseKeys caseKeys;
    private final Event event;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public CaseVerdicts(
            HandoverService handovers,
            Verdicts verdicts,
            CaseKeys caseKeys,
            Event event,
            Clock clock,
            Supplier<UUID> ids) {
        this.handovers = handovers;
        this.verdicts = verdicts;
        this.caseKeys = caseKeys;
        this.event = event;
        this.clock = clock;
        this.ids = ids;
    }

    /** Judges every offence of the case anew, with all that the desk knows. */
    Future<List<StoredVerdict>> judge(Tx tx, UUID caseId, VerdictCause cause) {
        return all(tx, caseId).compose(each -> Each.of(each, handover -> judge(tx, caseId, handover, cause)));
    }

    /** Judges one offence of the case with what the desk knows. */
    Future<StoredVerdict> judge(Tx tx, UUID caseId, Handover handover, VerdictCause cause) {
        return facts(tx, caseId, handover).compose(desk -> handovers
                .content(tx, handover)
                .compose(content -> verdicts.judge(tx, handover, content, cause, desk)));
    }

    /** What was said last of every offence of the case, the first offence first. */
    Future<List<StoredVerdict>> current(Tx tx, UUID caseId) {
        return all(tx, caseId).compose(each -> Each.of(each, handover -> current(tx, handover)));
    }

    /** What was said last of one handover. */
    Future<StoredVerdict> current(Tx tx, Handover handover) {
        return handovers.content(tx, handover).compose(content -> verdicts.current(tx, handover, content));
    }

    private Future<List<Handover>> all(Tx tx, UUID caseId) {
        return handovers.require(tx, caseId).compose(first -> handovers
                .joined(tx, caseId)
                .map(joined -> Stream.concat(Stream.of(first), joined.stream()).toList()));
    }

    private Future<DeskFacts> facts(Tx tx, UUID caseId, Handover handover) {
        return cases.find(tx, event.id(), caseId)
                .map(found -> found.orElseThrow(CaseService::unknown))
                .compose(stored -> caseKeys.open(tx, caseId).compose(cipher -> decided(tx, caseId)
                        .map(decided -> facts(cipher, stored, decided.since(handover.endedAt()), clock.instant()))));
    }

    private static DeskFacts facts(CaseCipher cipher, CaseRepository.Stored stored, Decided decided, Instant now) {
        Receipt.Identity identity =
                CaseService.opened(cipher, CaseService.IDENTITY, stored.identitySealed(), Receipt.Identity.class);
        Receipt.Safety safety =
                CaseService.opened(cipher, CaseService.SAFETY, stored.safetySealed(), Receipt.Safety.class);
        return new DeskFacts(
                identity == null ? null : identity.birthDate(),
                identity == null ? null : identity.basis(),
                (safety == null || !safety.conscious()) ? null : Boolean.TRUE,
                safety == null ? null : Boolean.valueOf(decided.helped() || safety.isSafe()),
                decided.lastWord(Approval.Authority.ASSISTANT),
                decided.lastWord(Approval.Authority.PROSECUTOR),
                stored.receivedAt(),
                stored.fit(),
                progress(identity, progress(cipher, stored), now));
    }

    /** By the rules a guardian of who was 15 then is asked; who turned 16 since is not, and the verdict says so. */
    private static Progress progress(Receipt.@Nullable Identity identity, Progress progress, Instant now) {
        return identity == null || Age.of(identity, now).needsGuardian() ? progress : progress.ofOwnChoice();
    }

    /** Keeps how far the desk is, and judges anew when that changed. */
    public Future<Void> progress(Tx tx, UUID caseId, UnaryOperator<Progress> change) {
        return cases.find(tx, event.id(), caseId)
                .map(found -> found.orElseThrow(CaseService::unknown))
                .compose(stored -> caseKeys.open(tx, caseId).compose(cipher -> {
                    Progress before = progress(cipher, stored);
                    Progress now = change.apply(before);
                    return now.equals(before)
                            ? Future.succeededFuture()
                            : cases.progress(tx, event.id(), caseId, cipher.seal(CaseService.PROGRESS, Json.bytes(now)))
                                    .compose(_ -> judge(tx, caseId, VerdictCause.PROGRESSED))
                                    .mapEmpty();
                }));
    }

    /** Refused while the rules still want something else first. */
    public static void requireFree(CaseFile file) {
        if (file.block() != Decided.Block.NONE) {
            throw refusal(file.block(), file.governing());
        }
    }

    static Progress progress(CaseCipher cipher, CaseRepository.Stored stored) {
        Progress progress = CaseService.opened(cipher, CaseService.PROGRESS, stored.progressSealed(), Progress.class);
        return progress == null ? Progress.NONE : progress;
    }

    /** What people decided. */
    Future<Decided> decided(Tx tx, UUID caseId) {
        return caseKeys.open(tx, caseId)
                .compose(cipher -> decisions.approvals(tx, caseId).compose(approvals -> decisions
                        .overrides(tx, caseId)
                        .map(overrides -> new Decided(
                                approvals.stream()
                                        .map(one -> approval(cipher, one))
                                        .toList(),
                                overrides.stream()
                                        .map(one -> override(cipher, one))
                                        .toList()))));
    }

    private static Approval approval(CaseCipher cipher, DecidedRepository.Sealed row) {
        var details = Json.read(cipher.open(approvalPlace(row.id()), row.details()), Approval.Details.class);
        return new Approval(
                row.id(),
                details.authority(),
                details.approved(),
                details.who(),
                details.givenAt(),
                details.reference(),
                row.recordedAt(),
                row.recordedBy());
    }

    private static Decided.Overridden override(CaseCipher cipher, DecidedRepository.Sealed row) {
        var override = Json.read(cipher.open(overridePlace(row.id()), row.details()), Overruling.class);
        return new Decided.Overridden(row.id(), override, row.recordedAt(), row.recordedBy());
    }

    /** Keeps an approval, or a refusal. */
    Future<Void> keep(Tx tx, UUID caseId, Approval.Details details, UUID workerId) {
        UUID id = ids.get();
        return caseKeys.open(tx, caseId)
                .compose(cipher -> decisions.keepApproval(
                        tx,
                        id,
                        caseId,
                        clock.instant(),
                        workerId,
                        cipher.seal(approvalPlace(id), Json.bytes(details))));
    }

    /** Keeps an override. */
    Future<Void> keep(Tx tx, UUID caseId, Overruling override, UUID workerId) {
        UUID id = ids.get();
        return caseKeys.open(tx, caseId)
                .compose(cipher -> decisions.keepOverride(
                        tx,
                        id,
                        caseId,
                        clock.instant(),
                        workerId,
                        cipher.seal(overridePlace(id), Json.bytes(override))));
    }

    /** What the desk established and decided in this case was about another juvenile. */
    Future<Void> forgetDesk(Tx tx, UUID caseId) {
        return decisions
                .annul(tx, caseId, clock.instant())
                .compose(_ -> all(tx, caseId))
                .compose(each -> Each.run(each, handover -> verdicts.forgetDesk(tx, handover.id())));
    }

    /** What stands between these verdicts and the intake, of the worst that is not settled. */
    Future<Decided.Block> block(Tx tx, UUID caseId, List<StoredVerdict> said) {
        return decided(tx, caseId).compose(decided -> all(tx, caseId).map(each -> each.stream()
                .flatMap(handover -> said.stream()
                        .filter(one -> one.handoverId().equals(handover.id()))
                        .map(one -> decided.since(handover.endedAt()).block(one)))
                .reduce(Decided.Block.NONE, (one, other) -> one.compareTo(other) < 0 ? other : one)));
    }

    /** A case that a prosecutor or a worker must decide on first waits for that; gives the state that it has then. */
    Future<CaseState> settle(Tx tx, UUID caseId, CaseState state, Decided.Block block) {
        boolean waits = block != Decided.Block.NONE
                && block != Decided.Block.HELP
                && state.canBecome(CaseState.PENDING_APPROVAL);
        return waits
                ? cases.change(tx, event.id(), caseId, CaseState.PENDING_APPROVAL, clock.instant(), null, null)
                        .map(CaseState.PENDING_APPROVAL)
                : Future.succeededFuture(state);
    }

    /** That a case can not go on as long as this stands. */
    static Refusal refusal(Decided.Block block, @Nullable StoredVerdict worst) {
        Map<String, String> facts =
                worst == null ? Map.of() : Map.of("decision", worst.decision().name());
        return switch (block) {
            case ASSISTANT ->
                Refusal.conflict(
                        "verdict.approval-needed",
                        "Leg eerst het akkoord van de hulpofficier van justitie vast.",
                        facts);
            case PROSECUTOR ->
                Refusal.conflict(
                        "verdict.approval-needed", "Leg eerst het akkoord van de officier van justitie vast.", facts);
            case REFUSED ->
                Refusal.conflict(
                        "verdict.approval-refused",
                        "Er is geen akkoord gegeven. Geef de zaak terug aan de verwijzer.",
                        facts);
            case HELP ->
                Refusal.conflict(
                        "verdict.help-first",
                        "De jongere heeft eerst hulp nodig. Is die geweest? Leg dat vast.",
                        facts);
            case OVERRIDE, NONE ->
                Refusal.conflict(
                        "verdict.override-needed",
                        "De regels zeggen niet dat dit naar Halt mag. Neemt u toch over? Zeg dan waarom.",
                        facts);
        };
    }

    private static CaseCipher.Place approvalPlace(UUID id) {
        return new CaseCipher.Place("approval", "details_sealed", id.toString());
    }

    private static CaseCipher.Place overridePlace(UUID id) {
        return new CaseCipher.Place("verdict_override", "details_sealed", id.toString());
    }

    /** Now, as what was decided is compared with it. */
    Instant now() {
        return clock.instant();
    }
}
