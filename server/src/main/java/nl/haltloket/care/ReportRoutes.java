package nl.haltloket.care;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for what juveniles thought of the desk, and for the reports in numbers. */
final class ReportRoutes {
    private final Database database;
    private final Commands commands;
    private final Experiences experiences;
    private final StepReports steps;

    ReportRoutes(CareContext context, Experiences experiences, StepReports steps) {
        this.database = context.database();
        this.commands = context.commands();
        this.experiences = experiences;
        this.steps = steps;
    }

    void on(Api api) {
        api.operation("recordExperience", this::record);
        api.operation("reportExperiences", this::reportExperiences);
        api.operation("reportSteps", this::reportSteps);
    }

    /** A command that came before is not counted again. Between the two transactions an answer may get lost; never its secrecy. */
    private Future<Answer> record(Request request) {
        Experience experience = request.body(Experience.class).checked();
        UUID id = request.id("caseId");
        AtomicBoolean first = new AtomicBoolean();
        return commands.once(request, Experience.Thanks.class, tx -> experiences
                        .claim(tx, id)
                        .map(thanks -> {
                            first.set(true);
                            return thanks;
                        }))
                .compose(thanks -> first.get()
                        ? database.inTransaction(tx -> experiences.count(tx, experience))
                                .map(thanks)
                        : Future.succeededFuture(thanks))
                .map(Answer::created);
    }

    private Future<Answer> reportExperiences(Request request) {
        return database.inTransaction(tx -> experiences.report(tx, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> reportSteps(Request request) {
        return database.inTransaction(tx -> steps.report(tx, request.caller())).map(Answer::ok);
    }
}
