package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.guardian.ContactOutcome;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for receiving a handover and moving its case along. */
public final class CaseRoutes {
    private final CaseService cases;
    private final Commands commands;

    public CaseRoutes(CaseService cases, Commands commands) {
        this.cases = cases;
        this.commands = commands;
    }

    private record ContactView(UUID id, ContactState state, boolean informed) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("receiveHandover", this::receive);
        api.operation("changeCaseState", this::change);
        api.operation("recordContact", this::recordContact);
    }

    private Future<Answer> receive(Request request) {
        Receipt body = request.body(Receipt.class);
        return commands.once(request, CaseService.Standing.class, tx -> cases.receive(tx, body, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> change(Request request) {
        Change body = request.body(Change.class);
        UUID id = request.id("caseId");
        return commands.once(request, CaseService.Standing.class, tx -> cases.change(tx, id, body, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> recordContact(Request request) {
        ContactOutcome body = request.body(ContactOutcome.class);
        UUID guardianId = request.id("guardianId");
        return commands.once(request, ContactView.class, tx -> cases.recordContact(
                                tx, request.id("caseId"), guardianId, body, request.caller())
                        .map(state -> new ContactView(guardianId, state, state == ContactState.REACHED)))
                .map(Answer::ok);
    }
}
