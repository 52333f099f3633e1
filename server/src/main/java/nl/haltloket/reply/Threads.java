package nl.haltloket.reply;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.notify.SentTexts;
import nl.haltloket.web.Caller;

/** The texts of a case, both ways, by time. */
final class Threads {
    private final ReplyRepository replies;
    private final ReplyTrail trail;
    private final GuardianService guardians;
    private final SentTexts sent;
    private final CaseCodes codes;
    private final CaseKeys caseKeys;
    private final Clock clock;

    Threads(ReplyContext context, ReplyRepository replies, ReplyTrail trail) {
        this.replies = replies;
        this.trail = trail;
        this.guardians = context.guardians();
        this.sent = new SentTexts(context.keys());
        this.codes = context.codes();
        this.caseKeys = context.caseKeys();
        this.clock = context.clock();
    }

    /** All texts of a case; the look is recorded. */
    Future<CaseThread> of(Tx tx, UUID caseId, Caller caller) {
        return caseKeys.open(tx, caseId)
                .compose(cipher -> trail.record(tx, AuditAction.READ, "case:" + caseId, caller.auditName(), "thread")
                        .compose(_ -> guardians.list(tx, caseId, cipher))
                        .compose(all -> sent.ofCase(tx, cipher, caseId)
                                .compose(out -> replies.ofCase(tx, caseId).map(in -> thread(cipher, all, out, in)))));
    }

    /** Marks these texts as read; gives how many are new to this. */
    Future<CaseThread.Marked> read(Tx tx, UUID caseId, List<UUID> ids, Caller caller) {
        return replies.read(tx, caseId, ids, clock.instant())
                .compose(count -> count == 0
                        ? Future.succeededFuture(new CaseThread.Marked(0))
                        : trail.record(
                                        tx,
                                        AuditAction.CHANGE,
                                        "case:" + caseId,
                                        caller.auditName(),
                                        "replies read " + count)
                                .compose(_ -> trail.changed(tx, caseId))
                                .map(new CaseThread.Marked(count)));
    }

    /** What guardians wrote, and the code that they know, go along when their case moves to another juvenile. */
    Future<Void> move(Tx tx, CaseKeys.Move move) {
        return codes.move(tx, move.from(), move.to())
                .compose(_ -> replies.allOfCase(tx, move.from()))
                .compose(all -> Each.run(
                        all, one -> replies.move(tx, one.id(), move.to(), ReplyBody.anew(move, one.id(), one.body()))))
                .compose(_ -> replies.suggestOther(tx, move.from(), move.to()));
    }

    private static CaseThread thread(
            CaseCipher cipher, List<Guardian> guardians, List<SentTexts.Sent> out, List<ReplyRepository.Stored> in) {
        return new CaseThread(Stream.concat(
                        out.stream().map(text -> sent(guardians, text)),
                        in.stream().map(reply -> received(cipher, guardians, reply)))
                .sorted(Comparator.comparing(CaseThread.Entry::at))
                .toList());
    }

    private static CaseThread.Entry sent(List<Guardian> guardians, SentTexts.Sent text) {
        return new CaseThread.Entry(
                text.id(),
                CaseThread.Way.SENT,
                text.at(),
                text.text(),
                who(guardians, text.number()),
                text.state(),
                text.callbackKey().startsWith(Question.CALLBACK),
                null,
                null,
                false);
    }

    private static CaseThread.Entry received(
            CaseCipher cipher, List<Guardian> guardians, ReplyRepository.Stored reply) {
        ReplyBody body = ReplyBody.open(cipher, reply.id(), reply.sealed());
        return new CaseThread.Entry(
                reply.id(),
                CaseThread.Way.RECEIVED,
                reply.at(),
                body.text(),
                who(guardians, body.from()),
                null,
                false,
                reply.cause(),
                reply.decidedBy(),
                reply.readAt() == null);
    }

    private static CaseThread.Who who(List<Guardian> guardians, String number) {
        Optional<Guardian> now = guardians.stream()
                .filter(one -> number.equals(one.details().number()))
                .findFirst();
        Optional<Guardian> before = guardians.stream()
                .filter(one -> one.former().stream().anyMatch(old -> number.equals(old.number())))
                .findFirst();
        return now.or(() -> before)
                .map(one -> new CaseThread.Who(one.relation(), one.details().name(), now.isEmpty()))
                .orElse(new CaseThread.Who(null, null, false));
    }
}
