package nl.haltloket.care;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for the care record and for a juvenile's own words. */
final class CareRoutes {
    private final Database database;
    private final Commands commands;
    private final HelpFile help;
    private final CareService records;
    private final WarmHandovers warmHandovers;
    private final OwnWords ownWords;

    CareRoutes(CareContext context, CareService records, WarmHandovers warmHandovers, OwnWords ownWords) {
        this.database = context.database();
        this.commands = context.commands();
        this.help = context.help();
        this.records = records;
        this.warmHandovers = warmHandovers;
        this.ownWords = ownWords;
    }

    void on(Api api) {
        api.operation("getHelp", _ -> Future.succeededFuture(Answer.ok(help)));
        api.operation("readCare", this::read);
        api.operation("saveCare", this::save);
        api.operation("readScreens", this::screens);
        api.operation("permitWarmHandover", this::permit);
        api.operation("withdrawWarmHandover", this::withdraw);
        api.operation("readOwnWords", this::readOwnWords);
        api.operation("saveOwnWords", this::saveOwnWords);
    }

    private Future<Answer> read(Request request) {
        UUID id = request.id("caseId");
        return database.inTransaction(tx -> records.read(tx, id, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> save(Request request) {
        CareRecord.Edit edit = request.body(CareRecord.Edit.class);
        UUID id = request.id("caseId");
        return commands.once(
                        request,
                        CareRecord.Kept.class,
                        tx -> records.save(tx, id, request.text("part"), edit, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> screens(Request request) {
        UUID id = request.id("caseId");
        return database.inTransaction(tx -> records.screens(tx, id)).map(Answer::ok);
    }

    private Future<Answer> permit(Request request) {
        CareRecord.Permission permission = request.body(CareRecord.Permission.class);
        UUID id = request.id("caseId");
        return commands.once(
                        request,
                        WarmHandovers.Given.class,
                        tx -> warmHandovers.give(tx, id, permission, request.caller()))
                .map(Answer::created);
    }

    private Future<Answer> withdraw(Request request) {
        UUID id = request.id("caseId");
        UUID permissionId = request.id("permissionId");
        return commands.once(
                        request,
                        WarmHandovers.Given.class,
                        tx -> warmHandovers.withdraw(tx, id, permissionId, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> readOwnWords(Request request) {
        UUID id = request.id("caseId");
        return database.inTransaction(tx -> ownWords.read(tx, id, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> saveOwnWords(Request request) {
        OwnWords.Edit edit = request.body(OwnWords.Edit.class);
        UUID id = request.id("caseId");
        return commands.once(request, OwnWords.Kept.class, tx -> ownWords.save(tx, id, edit, request.caller()))
                .map(Answer::ok);
    }
}
