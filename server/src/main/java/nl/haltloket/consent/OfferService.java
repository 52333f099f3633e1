package nl.haltloket.consent;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.CaseVerdicts;
import nl.haltloket.casefile.Fitness;
import nl.haltloket.casefile.RightsShown;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.document.DocumentId;
import nl.haltloket.document.Shown;
import nl.haltloket.handover.Progress;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** The rights card shown and the written offer handed over, each in a version that is in force. */
public final class OfferService {
    private final ConsentRepository consents = new ConsentRepository();
    private final CaseService cases;
    private final CaseVerdicts verdicts;
    private final Pages pages;
    private final CaseKeys caseKeys;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public OfferService(
            CaseService cases, CaseVerdicts verdicts, Pages pages, CaseKeys caseKeys, Clock clock, Supplier<UUID> ids) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.pages = pages;
        this.caseKeys = caseKeys;
        this.clock = clock;
        this.ids = ids;
    }

    /** The rights card was shown; before that the juvenile is asked nothing. */
    public Future<CaseService.Standing> rightsShown(Tx tx, UUID caseId, RightsShown.NewRights shown, Caller caller) {
        return pages.asShown(tx, caseId, DocumentId.RIGHTS, shown.language(), shown.version())
                .compose(_ -> cases.rightsShown(tx, caseId, shown, caller));
    }

    /** Hands the written offer over; again where it was offered before, in another language perhaps. */
    public Future<CaseService.Standing> offer(Tx tx, UUID caseId, NewOffer offer, Caller caller) {
        return cases.stateForChange(tx, caseId).map(OfferService::open).compose(state -> cases.requireRights(tx, caseId)
                .compose(_ -> cases.file(tx, caseId))
                .map(OfferService::free)
                .compose(_ -> pages.asShown(tx, caseId, DocumentId.OFFER, offer.language(), offer.version()))
                .map(OfferService::signedOff)
                .compose(_ -> keep(tx, caseId, offer, caller))
                .compose(_ -> verdicts.progress(tx, caseId, OfferService::handedOver))
                .compose(_ -> offered(tx, caseId, state, offer, caller)));
    }

    private static CaseState open(CaseState state) {
        if (state == CaseState.NOT_FIT_NOW) {
            throw Consents.notFit();
        }
        if (state != CaseState.INTAKE && state != CaseState.OFFERED) {
            throw Refusal.conflict("case.step", "Van deze stand kan de zaak niet naar die stand. Ververs het scherm.");
        }
        return state;
    }

    private static CaseFile free(CaseFile file) {
        if (!Fitness.isFit(file)) {
            throw Consents.notFit();
        }
        CaseVerdicts.requireFree(file);
        return file;
    }

    private static Shown signedOff(Shown shown) {
        if (!shown.signedOff()) {
            throw Refusal.conflict(
                    "offer.language-draft",
                    "Deze vertaling is nog niet nagekeken. Geef het aanbod in het Nederlands, met een tolk.");
        }
        return shown;
    }

    private Future<Void> keep(Tx tx, UUID caseId, NewOffer offer, Caller caller) {
        UUID id = ids.get();
        return caseKeys.open(tx, caseId)
                .compose(cipher -> consents.keepOffer(
                        tx,
                        id,
                        caseId,
                        clock.instant(),
                        caller.requireWorker().id(),
                        cipher.seal(Consents.offerPlace(id), Json.bytes(offer))));
    }

    private static Progress handedOver(Progress progress) {
        return new Progress(
                progress.juvenileConsent(),
                progress.guardianConsent(),
                progress.custody(),
                true,
                progress.appointmentAt());
    }

    private Future<CaseService.Standing> offered(Tx tx, UUID caseId, CaseState state, NewOffer offer, Caller caller) {
        String facts = "offer " + offer.medium() + " version " + offer.version();
        return state == CaseState.INTAKE
                ? cases.step(tx, caseId, CaseState.OFFERED, null, caller, facts)
                : cases.record(tx, AuditAction.CHANGE, caseId, caller, facts)
                        .compose(_ -> cases.changed(tx, caseId))
                        .compose(_ -> cases.standing(tx, caseId));
    }

    /** A paper lies with the juvenile, or a decision binds to this case: then its facts do not move to another. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return consents.any(tx, move.from()).map(any -> {
            if (any) {
                throw Refusal.conflict(
                        "case.too-late-to-move",
                        "Er is al een aanbod gedaan of een besluit genomen. Neem de andere jongere apart over, en bel"
                                + " de coördinator.");
            }
            return null;
        });
    }
}
