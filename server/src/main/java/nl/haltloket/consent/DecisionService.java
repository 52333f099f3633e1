package nl.haltloket.consent;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.Age;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.CaseVerdicts;
import nl.haltloket.casefile.Change;
import nl.haltloket.casefile.Choice;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.document.Shown;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Keeps what people decide, and moves the case where that leads. */
public final class DecisionService {
    private final ConsentRepository consents = new ConsentRepository();
    private final CaseService cases;
    private final CaseVerdicts verdicts;
    private final Pages pages;
    private final Signatures signatures;
    private final Choices choices;
    private final CaseKeys caseKeys;
    private final Clock clock;
    private final Supplier<UUID> ids;

    DecisionService(Context context, Signatures signatures, Choices choices) {
        this.cases = context.cases();
        this.verdicts = context.verdicts();
        this.pages = context.pages();
        this.signatures = signatures;
        this.choices = choices;
        this.caseKeys = context.caseKeys();
        this.clock = context.clock();
        this.ids = context.ids();
    }

    /** Keeps a decision; refused where a gate stands before it, and then nothing is kept. */
    public Future<CaseService.Standing> record(Tx tx, UUID caseId, NewDecision unchecked, Caller caller) {
        NewDecision decision = unchecked.checked();
        if (caller.isJuvenile() && !decision.ofJuvenileAlone()) {
            throw Refusal.notAllowed("consent.not-yours", "Op dit scherm beslist alleen de jongere zelf.");
        }
        return cases.stateForChange(tx, caseId)
                .compose(_ -> decision.byJuvenile() ? cases.requireRights(tx, caseId) : Future.succeededFuture())
                .compose(_ -> cases.file(tx, caseId))
                .compose(file -> choices.read(tx, caseId).compose(chosen -> {
                    new DecisionGate(file, chosen, Age.of(file, clock.instant())).check(decision);
                    return keep(tx, caseId, decision, caller);
                }))
                .compose(_ -> follow(tx, caseId, caller));
    }

    private Future<Void> keep(Tx tx, UUID caseId, NewDecision decision, Caller caller) {
        UUID id = ids.get();
        return caseKeys.open(tx, caseId).compose(cipher -> (decision.agrees()
                        ? shown(tx, caseId, decision)
                        : Future.<@Nullable Shown>succeededFuture())
                .compose(shown -> keep(tx, caseId, id, cipher, decision, shown, caller))
                .compose(hash -> cases.record(
                        tx, AuditAction.CHANGE, caseId, caller, SignatureVerification.facts(id, decision, hash))));
    }

    private Future<String> keep(
            Tx tx,
            UUID caseId,
            UUID id,
            CaseCipher cipher,
            NewDecision decision,
            @Nullable Shown shown,
            Caller caller) {
        NewDecision.Details details = decision.details();
        byte[] sealed = cipher.seal(Consents.decisionPlace(id), Json.bytes(details));
        NewDecision.NewSignature signature = decision.signature();
        Future<Void> kept = consents.keepDecision(
                tx, id, caseId, clock.instant(), caller.requireWorker().id(), sealed);
        return signature == null || shown == null
                ? kept.map("")
                : kept.compose(_ -> signatures.keep(
                        tx, cipher, new Signatures.Under(caseId, id, details, sealed), signature, shown, caller));
    }

    /** Who agrees, agrees to the text that is in force, in a language that somebody signed off. */
    private Future<@Nullable Shown> shown(Tx tx, UUID caseId, NewDecision decision) {
        return pages.asShown(tx, caseId, decision.document(), decision.language(), decision.version())
                .map(shown -> {
                    if (!shown.signedOff()) {
                        throw Refusal.conflict(
                                "consent.language-draft",
                                "Deze vertaling is nog niet nagekeken. Gebruik de Nederlandse tekst, met een tolk.");
                    }
                    return shown;
                });
    }

    /** Takes the case where the decisions lead now, also when something else than a decision changed. */
    public Future<CaseService.Standing> follow(Tx tx, UUID caseId, Caller caller) {
        return cases.file(tx, caseId).compose(file -> choices.read(tx, caseId).compose(chosen -> {
            Outcome outcome = Outcome.of(chosen, file.guardians(), Age.of(file, clock.instant()));
            return verdicts.progress(tx, caseId, outcome::in).compose(_ -> step(tx, file, outcome, caller));
        }));
    }

    private Future<CaseService.Standing> step(Tx tx, CaseFile file, Outcome outcome, Caller caller) {
        return outcome.from(file.state())
                .map(step -> cases.step(
                        tx,
                        file.id(),
                        step.to(),
                        step.reason() == null ? null : step.reason().name(),
                        caller,
                        ""))
                .orElseGet(() -> cases.changed(tx, file.id()).compose(_ -> cases.standing(tx, file.id())));
    }

    /** Somebody takes a yes back: without the programme's the case goes back, any other just no longer counts. */
    public Future<CaseService.Standing> withdraw(
            Tx tx, UUID caseId, UUID decisionId, @Nullable String said, Caller caller) {
        String words = PlainText.lines(said);
        return cases.stateForChange(tx, caseId)
                .map(DecisionService::stillHere)
                .compose(_ -> choices.read(tx, caseId))
                .map(chosen -> chosen.choices().stream()
                        .filter(one -> one.id().equals(decisionId))
                        .findFirst()
                        .orElseThrow(DecisionService::unknown))
                .map(DecisionService::withdrawable)
                .compose(choice -> caseKeys.open(tx, caseId)
                        .compose(cipher -> consents.withdraw(
                                tx,
                                caseId,
                                decisionId,
                                clock.instant(),
                                caller.requireWorker().id(),
                                words == null ? null : sealed(cipher, decisionId, words)))
                        .compose(_ -> cases.record(
                                tx, AuditAction.CHANGE, caseId, caller, "withdrawal decision:" + decisionId))
                        .compose(_ -> withdrawn(tx, caseId, choice, caller)));
    }

    private static Buffer sealed(CaseCipher cipher, UUID id, String words) {
        return Buffer.buffer(cipher.seal(Consents.withdrawalPlace(id), words.getBytes(StandardCharsets.UTF_8)));
    }

    private Future<CaseService.Standing> withdrawn(Tx tx, UUID caseId, Choice choice, Caller caller) {
        return cases.file(tx, caseId).compose(file -> choices.read(tx, caseId).compose(chosen -> {
            Outcome outcome = Outcome.of(chosen, file.guardians(), Age.of(file, clock.instant()));
            boolean goesBack =
                    choice.purpose() == Choice.Purpose.PROGRAMME && file.state().canBecome(CaseState.RETURNED);
            return verdicts.progress(tx, caseId, outcome::in)
                    .compose(_ -> goesBack
                            ? cases.step(
                                    tx, caseId, CaseState.RETURNED, Change.Reason.CONSENT_WITHDRAWN.name(), caller, "")
                            : cases.changed(tx, caseId).compose(_ -> cases.standing(tx, caseId)));
        }));
    }

    private static CaseState stillHere(CaseState state) {
        if (state == CaseState.TRANSFERRED || state == CaseState.ERASED) {
            throw Refusal.conflict("case.closed", "Deze zaak is al overgedragen. Bel wie haar nu heeft.");
        }
        return state;
    }

    private static Choice withdrawable(Choice choice) {
        if (!choice.stands()) {
            throw Refusal.conflict("consent.withdrawn", "Dit besluit is al ingetrokken.");
        }
        if (choice.answer() != Choice.Answer.YES) {
            throw Refusal.conflict("consent.nothing-to-withdraw", "Alleen een ja kan worden ingetrokken.");
        }
        return choice;
    }

    private static Refusal unknown() {
        return Refusal.notFound("consent.unknown", "Dit besluit kennen wij niet.");
    }
}
