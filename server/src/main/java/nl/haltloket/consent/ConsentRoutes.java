package nl.haltloket.consent;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.casefile.CaseService.Standing;
import nl.haltloket.casefile.RightsShown;
import nl.haltloket.command.Commands;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for the rights card, the written offer and what people decide on it. */
public final class ConsentRoutes {
    private final Consent consent;
    private final Commands commands;

    public ConsentRoutes(Consent consent, Commands commands) {
        this.consent = consent;
        this.commands = commands;
    }

    private record Withdrawal(@Nullable String words) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("recordRights", this::rights);
        api.operation("handOverOffer", this::offer);
        api.operation("recordDecision", this::decide);
        api.operation("withdrawDecision", this::withdraw);
    }

    private Future<Answer> rights(Request request) {
        RightsShown.NewRights body = request.body(RightsShown.NewRights.class);
        UUID id = request.id("caseId");
        return commands.once(
                        request, Standing.class, tx -> consent.offers().rightsShown(tx, id, body, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> offer(Request request) {
        NewOffer body = request.body(NewOffer.class);
        UUID id = request.id("caseId");
        return commands.once(request, Standing.class, tx -> consent.offers().offer(tx, id, body, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> decide(Request request) {
        NewDecision body = request.body(NewDecision.class);
        UUID id = request.id("caseId");
        return commands.once(request, Standing.class, tx -> consent.decisions().record(tx, id, body, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> withdraw(Request request) {
        Withdrawal body = request.body(Withdrawal.class);
        UUID id = request.id("caseId");
        UUID decisionId = request.id("decisionId");
        return commands.once(request, Standing.class, tx -> consent.decisions()
                        .withdraw(tx, id, decisionId, body.words(), request.caller()))
                .map(Answer::ok);
    }
}
