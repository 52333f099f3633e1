package nl.haltloket.transfer;

import io.vertx.core.Future;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.dossier.DossierSchema;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for giving a case to its receiver. */
public final class TransferRoutes {
    private final Database database;
    private final TransferService transfers;
    private final Commands commands;

    public TransferRoutes(Database database, TransferService transfers, Commands commands) {
        this.database = database;
        this.transfers = transfers;
        this.commands = commands;
    }

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("readTransfer", this::read);
        api.operation("startTransfer", this::start);
        api.operation("recordPaperTransfer", this::paper);
        api.operation(
                "getDossierSchema",
                _ -> Future.succeededFuture(
                        new Answer(200, "application/json", DossierSchema.get().text())));
    }

    private Future<Answer> read(Request request) {
        return database.inTransaction(tx -> transfers.look(tx, request.id("caseId"), request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> start(Request request) {
        return commands.once(
                        request,
                        TransferService.Asked.class,
                        tx -> transfers.start(tx, request.id("caseId"), request.caller()))
                .map(Answer::accepted);
    }

    private Future<Answer> paper(Request request) {
        TransferService.Paper paper = request.body(TransferService.Paper.class);
        return commands.once(
                        request,
                        TransferService.Asked.class,
                        tx -> transfers.onPaper(tx, request.id("caseId"), paper, request.caller()))
                .map(Answer::created);
    }
}
