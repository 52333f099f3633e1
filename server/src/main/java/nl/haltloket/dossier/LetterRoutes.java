package nl.haltloket.dossier;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.Receipt;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for the letter to a guardian. */
public final class LetterRoutes {
    private final Vertx vertx;
    private final Database database;
    private final CaseService cases;
    private final CaseCodes codes;
    private final Event event;
    private final Clock clock;

    public LetterRoutes(Vertx vertx, Database database, CaseService cases, CaseCodes codes, Event event, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.cases = cases;
        this.codes = codes;
        this.event = event;
        this.clock = clock;
    }

    /** Registers the operation. */
    public void on(Api api) {
        api.operation("printLetter", this::print);
    }

    private Future<Answer> print(Request request) {
        UUID caseId = request.id("caseId");
        UUID guardianId = request.id("guardianId");
        String by = request.caller().requireWorker().name();
        return database.inTransaction(tx -> cases.read(tx, caseId, request.caller(), AuditAction.READ)
                        .compose(file -> {
                            Guardian guardian = writable(file, guardianId);
                            return cases.record(tx, AuditAction.PRINT, caseId, request.caller(), "guardian letter")
                                    .compose(_ -> codes.of(tx, caseId))
                                    .map(code -> content(file, guardian, code, by));
                        }))
                .compose(content -> vertx.executeBlocking(() -> GuardianLetter.pdf(content)))
                .map(Answer::pdf);
    }

    private static Guardian writable(CaseFile file, UUID guardianId) {
        Guardian guardian = file.guardians().stream()
                .filter(one -> one.id().equals(guardianId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("guardian.unknown", "Deze ouder hoort niet bij deze zaak."));
        if (guardian.state() == ContactState.DO_NOT_CONTACT) {
            throw Refusal.conflict(
                    "guardian.do-not-contact", "Deze ouder moet met rust worden gelaten, en krijgt ook geen brief.");
        }
        return guardian;
    }

    private GuardianLetter.Content content(CaseFile file, Guardian guardian, String code, String by) {
        return new GuardianLetter.Content(
                guardian.details().name(),
                called(file.identity()),
                event.name(),
                event.place(),
                file.receivedAt(),
                event.deskPhone(),
                code,
                clock.instant(),
                by,
                event.drill());
    }

    /** By the given names, as at home. */
    private static String called(Receipt.@Nullable Identity identity) {
        return identity == null ? "Uw kind" : identity.givenNames();
    }
}
