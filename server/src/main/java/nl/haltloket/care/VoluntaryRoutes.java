package nl.haltloket.care;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for the voluntary cases. */
final class VoluntaryRoutes {
    private final Vertx vertx;
    private final Database database;
    private final Commands commands;
    private final Event event;
    private final Clock clock;
    private final VoluntaryService voluntary;

    VoluntaryRoutes(CareContext context, VoluntaryService voluntary) {
        this.vertx = context.vertx();
        this.database = context.database();
        this.commands = context.commands();
        this.event = context.event();
        this.clock = context.clock();
        this.voluntary = voluntary;
    }

    void on(Api api) {
        api.operation("listVoluntaryCases", this::list);
        api.operation("openVoluntaryCase", this::open);
        api.operation("readVoluntaryCase", this::read);
        api.operation("saveVoluntaryCase", this::save);
        api.operation("endVoluntaryCase", this::end);
        api.operation("printVoluntaryCase", this::print);
        api.operation("exportVoluntaryCase", this::export);
    }

    private Future<Answer> list(Request request) {
        return database.inTransaction(tx -> voluntary.list(tx, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> open(Request request) {
        Voluntary.Details details = request.body(Voluntary.Details.class);
        return commands.once(request, Voluntary.Standing.class, tx -> voluntary.open(tx, details, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> read(Request request) {
        UUID id = request.id("voluntaryId");
        return database.inTransaction(tx -> voluntary.read(tx, id, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> save(Request request) {
        UUID id = request.id("voluntaryId");
        Voluntary.Edit edit = request.body(Voluntary.Edit.class);
        return commands.once(request, Voluntary.Standing.class, tx -> voluntary.save(tx, id, edit, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> end(Request request) {
        UUID id = request.id("voluntaryId");
        Voluntary.Ending ending = request.body(Voluntary.Ending.class);
        return commands.once(
                        request,
                        Voluntary.Standing.class,
                        tx -> voluntary.end(tx, id, ending.outcome(), request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> print(Request request) {
        UUID id = request.id("voluntaryId");
        return database.inTransaction(tx -> voluntary.export(tx, id, AuditAction.PRINT, request.caller()))
                .compose(one -> vertx.executeBlocking(() -> VoluntaryPaper.pdf(one, event, clock.instant())))
                .map(Answer::pdf);
    }

    private Future<Answer> export(Request request) {
        UUID id = request.id("voluntaryId");
        return database.inTransaction(tx -> voluntary.export(tx, id, AuditAction.EXPORT, request.caller()))
                .map(one -> new Answer(
                        200,
                        "application/json",
                        Buffer.buffer(VoluntaryPaper.json(one, event).encodePrettily())));
    }
}
