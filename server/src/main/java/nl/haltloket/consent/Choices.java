package nl.haltloket.consent;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.casefile.Offer;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Opens what was offered and decided, and says which signatures still hold. */
public final class Choices {
    private final ConsentRepository consents = new ConsentRepository();
    private final Signatures signatures;
    private final CaseService cases;
    private final CaseKeys caseKeys;

    Choices(Signatures signatures, CaseService cases, CaseKeys caseKeys) {
        this.signatures = signatures;
        this.cases = cases;
        this.caseKeys = caseKeys;
    }

    /** For somebody who opens the case: a broken signature gets a line in the audit. */
    public Future<Chosen> open(Tx tx, UUID caseId, Caller caller) {
        return read(tx, caseId).compose(chosen -> Each.run(
                        chosen.choices().stream().filter(Choices::broken).toList(),
                        one -> cases.record(
                                tx, AuditAction.DENIED, caseId, caller, "signature broken decision:" + one.id()))
                .map(chosen));
    }

    private static boolean broken(Choice choice) {
        Choice.Signed signature = choice.signature();
        return signature != null && signature.state() == Choice.Signed.State.BROKEN;
    }

    /** What was offered and decided. */
    public Future<Chosen> read(Tx tx, UUID caseId) {
        return caseKeys.open(tx, caseId).compose(cipher -> consents.offers(tx, caseId)
                .compose(offers -> consents.decisions(tx, caseId).compose(decisions -> {
                    Map<UUID, NewDecision.Details> details = details(cipher, decisions);
                    return signatures
                            .look(tx, caseId, cipher, details)
                            .map(signed -> new Chosen(
                                    offers.stream()
                                            .map(row -> offer(cipher, row))
                                            .toList(),
                                    decisions.stream()
                                            .map(row -> choice(cipher, row, details, signed))
                                            .toList()));
                })));
    }

    private static Map<UUID, NewDecision.Details> details(
            CaseCipher cipher, List<ConsentRepository.SealedDecision> rows) {
        Map<UUID, NewDecision.Details> details = new LinkedHashMap<>();
        for (ConsentRepository.SealedDecision row : rows) {
            details.put(
                    row.id(),
                    Json.read(cipher.open(Consents.decisionPlace(row.id()), row.details()), NewDecision.Details.class));
        }
        return details;
    }

    private static Offer offer(CaseCipher cipher, ConsentRepository.SealedOffer row) {
        NewOffer offer = Json.read(cipher.open(Consents.offerPlace(row.id()), row.details()), NewOffer.class);
        return new Offer(
                row.id(),
                row.at(),
                row.by(),
                offer.language(),
                offer.version(),
                offer.medium(),
                offer.readAloud(),
                offer.interpreter());
    }

    private static Choice choice(
            CaseCipher cipher,
            ConsentRepository.SealedDecision row,
            Map<UUID, NewDecision.Details> all,
            Map<UUID, Choice.Signed> signed) {
        NewDecision.Details details = Objects.requireNonNull(all.get(row.id()));
        byte[] withdrawal = row.withdrawal();
        return new Choice(
                row.id(),
                details.person(),
                details.guardianId(),
                details.purpose(),
                details.answer(),
                row.at(),
                row.by(),
                details.document(),
                details.version(),
                details.language(),
                details.channel(),
                details.readAloud(),
                details.interpreter(),
                details.words(),
                details.number(),
                details.cannotSign(),
                signature(row, details, signed.get(row.id())),
                row.withdrawnAt(),
                row.withdrawnBy(),
                withdrawal == null
                        ? null
                        : new String(
                                cipher.open(Consents.withdrawalPlace(row.id()), withdrawal), StandardCharsets.UTF_8));
    }

    /** A signature that was there and is gone, is broken too. */
    private static Choice.@Nullable Signed signature(
            ConsentRepository.SealedDecision row, NewDecision.Details details, Choice.@Nullable Signed found) {
        return found == null && details.signed()
                ? new Choice.Signed(row.at(), Choice.Signed.State.BROKEN, "De handtekening ontbreekt.", null)
                : found;
    }
}
