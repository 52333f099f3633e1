package nl.haltloket.reply;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for the texts that came in. */
final class ReplyRoutes {
    private final Database database;
    private final Triage triage;
    private final Threads threads;
    private final Commands commands;

    ReplyRoutes(Database database, Triage triage, Threads threads, Commands commands) {
        this.database = database;
        this.triage = triage;
        this.threads = threads;
        this.commands = commands;
    }

    private record Linking(UUID caseId) {}

    private record Dismissal(
            TriageList.Reason reason, @Nullable Boolean alike) {}

    private record Return(@Nullable Boolean alike) {}

    private record Seen(List<UUID> replies) {}

    void on(Api api) {
        api.operation("listReplies", this::list);
        api.operation("readReplySender", this::sender);
        api.operation("linkReply", this::link);
        api.operation("dismissReply", this::dismiss);
        api.operation("takeReplyBack", this::takeBack);
        api.operation("readThread", this::thread);
        api.operation("markRepliesRead", this::markRead);
    }

    private Future<Answer> list(Request request) {
        return database.inTransaction(tx -> triage.list(tx, request.caller())).map(Answer::ok);
    }

    private Future<Answer> sender(Request request) {
        UUID id = request.id("replyId");
        return database.inTransaction(tx -> triage.sender(tx, id, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> link(Request request) {
        UUID id = request.id("replyId");
        Linking body = request.body(Linking.class);
        return commands.once(
                        request, TriageList.Decided.class, tx -> triage.link(tx, id, body.caseId(), request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> dismiss(Request request) {
        UUID id = request.id("replyId");
        Dismissal body = request.body(Dismissal.class);
        return commands.once(
                        request,
                        TriageList.Decided.class,
                        tx -> Boolean.TRUE.equals(body.alike())
                                ? triage.dismissAll(tx, id, body.reason(), request.caller())
                                : triage.dismiss(tx, id, body.reason(), request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> takeBack(Request request) {
        UUID id = request.id("replyId");
        boolean alike = request.bytes().length > 0
                && Boolean.TRUE.equals(request.body(Return.class).alike());
        return commands.once(
                        request,
                        TriageList.Decided.class,
                        tx -> alike
                                ? triage.takeAllBack(tx, id, request.caller())
                                : triage.takeBack(tx, id, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> thread(Request request) {
        UUID caseId = request.id("caseId");
        return database.inTransaction(tx -> threads.of(tx, caseId, request.caller()))
                .map(Answer::ok);
    }

    private Future<Answer> markRead(Request request) {
        UUID caseId = request.id("caseId");
        Seen body = request.body(Seen.class);
        return commands.once(
                        request,
                        CaseThread.Marked.class,
                        tx -> threads.read(tx, caseId, body.replies(), request.caller()))
                .map(Answer::ok);
    }
}
