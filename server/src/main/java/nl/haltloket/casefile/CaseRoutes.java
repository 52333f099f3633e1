package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.guardian.ContactOutcome;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.GuardianEdit;
import nl.haltloket.guardian.NewGuardian;
import nl.haltloket.guardian.NewLetter;
import nl.haltloket.guardian.NewSubstitute;
import nl.haltloket.guardian.NumberCorrection;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for receiving a handover and moving its case along. */
public final class CaseRoutes {
    private final CaseService cases;
    private final ReceiptService receipts;
    private final DisplacementService displacements;
    private final CaseGuardians guardians;
    private final ApprovalService approvals;
    private final Fitness fitness;
    private final Commands commands;

    public CaseRoutes(
            CaseService cases,
            ReceiptService receipts,
            DisplacementService displacements,
            CaseGuardians guardians,
            ApprovalService approvals,
            Fitness fitness,
            Commands commands) {
        this.cases = cases;
        this.receipts = receipts;
        this.displacements = displacements;
        this.guardians = guardians;
        this.approvals = approvals;
        this.fitness = fitness;
        this.commands = commands;
    }

    private record Joining(UUID handoverId) {}

    private record ContactView(UUID id, ContactState state, boolean informed) {
        static ContactView of(UUID id, ContactState state) {
            return new ContactView(id, state, state == ContactState.REACHED);
        }
    }

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("receiveHandover", this::receive);
        api.operation("changeCaseState", this::change);
        api.operation("recordFitness", this::recordFitness);
        api.operation("recordContact", this::recordContact);
        api.operation("addOffence", this::addOffence);
        api.operation("moveToOtherJuvenile", this::move);
        api.operation("recordApproval", this::recordApproval);
        api.operation("addGuardian", this::addGuardian);
        api.operation("editGuardian", this::editGuardian);
        api.operation("correctGuardianNumber", this::correctNumber);
        api.operation("claimCall", this::claim);
        api.operation("nameSubstitute", this::substitute);
        api.operation("recordLetter", this::letter);
    }

    private Future<Answer> receive(Request request) {
        Receipt body = request.body(Receipt.class);
        return commands.once(request, CaseService.Standing.class, tx -> receipts.receive(tx, body, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> change(Request request) {
        Change body = request.body(Change.class);
        UUID id = request.id("caseId");
        return commands.once(request, CaseService.Standing.class, tx -> cases.change(tx, id, body, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> recordFitness(Request request) {
        Fitness.Seen body = request.body(Fitness.Seen.class);
        UUID id = request.id("caseId");
        return commands.once(request, CaseService.Standing.class, tx -> fitness.record(tx, id, body, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> recordContact(Request request) {
        ContactOutcome body = request.body(ContactOutcome.class);
        UUID guardianId = request.id("guardianId");
        return commands.once(request, ContactView.class, tx -> cases.recordContact(
                                tx, request.id("caseId"), guardianId, body, request.caller())
                        .map(state -> ContactView.of(guardianId, state)))
                .map(Answer::ok);
    }

    private Future<Answer> addOffence(Request request) {
        Joining body = request.body(Joining.class);
        UUID id = request.id("caseId");
        return commands.once(
                        request,
                        CaseService.Standing.class,
                        tx -> receipts.join(tx, id, body.handoverId(), request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> move(Request request) {
        Displacement body = request.body(Displacement.class);
        UUID id = request.id("caseId");
        return commands.once(
                        request, CaseService.Standing.class, tx -> displacements.move(tx, id, body, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> recordApproval(Request request) {
        NewApproval body = request.body(NewApproval.class);
        UUID id = request.id("caseId");
        return commands.once(
                        request, CaseService.Standing.class, tx -> approvals.record(tx, id, body, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> addGuardian(Request request) {
        NewGuardian body = request.body(NewGuardian.class);
        return commands.once(request, ContactView.class, tx -> guardians
                        .add(tx, request.id("caseId"), body, request.caller())
                        .map(state -> ContactView.of(body.id(), state)))
                .map(Answer::created);
    }

    private Future<Answer> editGuardian(Request request) {
        GuardianEdit body = request.body(GuardianEdit.class);
        UUID id = request.id("guardianId");
        return commands.once(request, ContactView.class, tx -> guardians
                        .edit(tx, request.id("caseId"), id, body, request.caller())
                        .map(state -> ContactView.of(id, state)))
                .map(Answer::ok);
    }

    private Future<Answer> correctNumber(Request request) {
        NumberCorrection body = request.body(NumberCorrection.class);
        return commands.once(request, ContactView.class, tx -> guardians
                        .correctNumber(tx, request.id("caseId"), request.id("guardianId"), body, request.caller())
                        .map(state -> ContactView.of(body.id(), state)))
                .map(Answer::created);
    }

    private Future<Answer> claim(Request request) {
        UUID id = request.id("guardianId");
        return commands.once(request, ContactView.class, tx -> guardians
                        .claim(tx, request.id("caseId"), id, request.caller())
                        .map(state -> ContactView.of(id, state)))
                .map(Answer::created);
    }

    private Future<Answer> substitute(Request request) {
        NewSubstitute body = request.body(NewSubstitute.class);
        UUID id = request.id("guardianId");
        return commands.once(request, ContactView.class, tx -> guardians
                        .substitute(tx, request.id("caseId"), id, body, request.caller())
                        .map(state -> ContactView.of(id, state)))
                .map(Answer::created);
    }

    private Future<Answer> letter(Request request) {
        NewLetter body = request.body(NewLetter.class);
        UUID id = request.id("guardianId");
        return commands.once(request, ContactView.class, tx -> guardians
                        .letter(tx, request.id("caseId"), id, body, request.caller())
                        .map(reached -> new ContactView(id, reached.state(), reached.informed())))
                .map(Answer::created);
    }
}
