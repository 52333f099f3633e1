package nl.haltloket.reply;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.web.Api;

/** All of this package: the keeper of what comes in, the box, the threads, and their HTTP. */
public final class Replies {
    private final ReplyContext context;
    private final ReplyRepository repository = new ReplyRepository();
    private final ReplyKeeper keeper;
    private final Triage triage;
    private final Threads threads;

    public Replies(ReplyContext context) {
        this.context = context;
        ReplyTrail trail = new ReplyTrail(context.audit(), context.event());
        this.keeper = new ReplyKeeper(context, repository, trail);
        this.triage = new Triage(context, repository, trail);
        this.threads = new Threads(context, repository, trail);
    }

    /** Keeps what gateways hear. */
    public ReplyKeeper keeper() {
        return keeper;
    }

    /** Moves the texts of a case to another one, sealed anew. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return threads.move(tx, move);
    }

    /** Drops what could still tell whose number a text of this case came from; the rest went with the case's key. */
    public Future<Void> forget(Tx tx, UUID caseId) {
        return repository.forget(tx, caseId);
    }

    /** Registers the operations. */
    public void on(Api api, Commands commands) {
        new ReplyRoutes(context.database(), triage, threads, commands).on(api);
    }
}
