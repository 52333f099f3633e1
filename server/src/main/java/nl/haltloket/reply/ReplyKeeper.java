package nl.haltloket.reply;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventCipher;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.notify.Inbound;
import nl.haltloket.notify.SentTexts;

/**
 * Keeps each text that comes in before its provider is answered, once, at the case where it belongs or in the box where
 * a person decides. Nothing here makes a guardian informed: that is only who was spoken to.
 */
public final class ReplyKeeper {
    private static final String NUMBER = "reply.number";
    private static final String DOUBLE = "reply.double";

    private final Database database;
    private final ReplyRepository replies;
    private final CaseTicketRepository cases = new CaseTicketRepository();
    private final ReplyTrail trail;
    private final Question question;
    private final SentTexts sent;
    private final CaseCodes codes;
    private final CaseKeys caseKeys;
    private final EventKeys keys;
    private final EventCipher eventCipher;
    private final Event event;
    private final Clock clock;
    private final Supplier<UUID> ids;

    ReplyKeeper(ReplyContext context, ReplyRepository replies, ReplyTrail trail) {
        this.database = context.database();
        this.replies = replies;
        this.trail = trail;
        this.question = new Question(replies, context);
        this.sent = new SentTexts(context.keys());
        this.codes = context.codes();
        this.caseKeys = context.caseKeys();
        this.keys = context.keys();
        this.eventCipher = new EventCipher(keys);
        this.event = context.event();
        this.clock = context.clock();
        this.ids = context.ids();
    }

    /** Done when it is kept, or was kept before; fails when it could not be, so that the provider offers it again. */
    public Future<Void> keep(Inbound inbound) {
        Sender sender = Sender.of(inbound.from());
        ReplyRepository.Marks marks = marks(inbound, sender);
        return database.inTransaction(tx -> replies.waitForSame(tx, marks)
                .compose(_ -> replies.isKept(tx, marks))
                .compose(kept -> kept ? Future.succeededFuture() : keep(tx, inbound, sender, marks)));
    }

    private Future<Void> keep(Tx tx, Inbound inbound, Sender sender, ReplyRepository.Marks marks) {
        UUID id = ids.get();
        ReplyBody body = new ReplyBody(sender.shown(), inbound.text());
        return match(tx, sender, inbound.text())
                .compose(match -> question.ask(tx, id, sender, marks.numberMatch(), match)
                        .compose(asked -> seal(tx, id, body, match)
                                .compose(bytes -> replies.insert(
                                        tx, event.id(), id, marks, match, bytes, inbound.at(), asked ? now() : null)))
                        .compose(inserted -> inserted ? kept(tx, id, match, marks) : twice()));
    }

    /** The same text was kept under another number's lock: nothing of this transaction may stay. */
    private static Future<Void> twice() {
        return Future.failedFuture(new IllegalStateException("A text came in twice at the same moment"));
    }

    private Future<Void> kept(Tx tx, UUID id, Match match, ReplyRepository.Marks marks) {
        UUID caseId = match.caseId();
        String where = caseId == null ? "triage" : "case:" + caseId;
        return (match.cause() == Cause.CODE && caseId != null
                        ? answered(tx, marks, caseId)
                        : Future.<Void>succeededFuture())
                .compose(_ -> trail.record(
                        tx,
                        AuditAction.CHANGE,
                        ReplyTrail.subject(id),
                        ReplyTrail.SYSTEM,
                        "came in, " + where + " " + match.cause()))
                .compose(_ -> trail.changed(tx, caseId));
    }

    /** What the sender was asked about goes to the case that the answer names. */
    private Future<Void> answered(Tx tx, ReplyRepository.Marks marks, UUID caseId) {
        Instant since = now().minus(Question.ANSWERED_WITHIN);
        return replies.askedAbout(tx, marks.numberMatch(), since, caseId)
                .compose(waiting -> Each.run(waiting, one -> answered(tx, one, caseId)));
    }

    private Future<Void> answered(Tx tx, ReplyRepository.Stored one, UUID caseId) {
        ReplyBody body = ReplyBody.open(eventCipher, one.id(), one.sealed());
        return caseKeys.open(tx, caseId)
                .compose(cipher -> replies.decide(
                        tx,
                        one.id(),
                        new ReplyRepository.Decision(
                                ReplyState.LINKED,
                                Cause.ANSWERED,
                                caseId,
                                body.seal(cipher, one.id()),
                                now(),
                                null,
                                null,
                                null)))
                .compose(_ -> trail.record(
                        tx,
                        AuditAction.CHANGE,
                        ReplyTrail.subject(one.id()),
                        ReplyTrail.SYSTEM,
                        "linked to case:" + caseId + " " + Cause.ANSWERED));
    }

    private Future<Match> match(Tx tx, Sender sender, String text) {
        return texted(tx, sender)
                .compose(before -> named(tx, text).compose(named -> cases.hold(tx, event.id(), both(before, named))
                        // While these were waited for, a text may have moved to another case.
                        .compose(held -> texted(tx, sender)
                                .map(texted -> Match.of(within(texted, held), within(named, held))))));
    }

    private Future<List<UUID>> texted(Tx tx, Sender sender) {
        return sender.person() ? sent.casesOf(tx, sender.shown()) : Future.succeededFuture(List.of());
    }

    private Future<List<UUID>> named(Tx tx, String text) {
        return Each.of(CodesInText.of(text), code -> codes.find(tx, code))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private static List<UUID> both(List<UUID> one, List<UUID> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private static List<UUID> within(List<UUID> all, List<UUID> held) {
        return all.stream().filter(held::contains).toList();
    }

    private Future<byte[]> seal(Tx tx, UUID id, ReplyBody body, Match match) {
        UUID caseId = match.caseId();
        return caseId == null
                ? Future.succeededFuture(body.seal(eventCipher, id))
                : caseKeys.open(tx, caseId).map(cipher -> body.seal(cipher, id));
    }

    private ReplyRepository.Marks marks(Inbound inbound, Sender sender) {
        String providerId = inbound.providerId();
        byte[] number = match(NUMBER, sender.shown());
        String same =
                sender.shown() + "\n" + inbound.text() + "\n" + inbound.at().truncatedTo(ChronoUnit.MINUTES);
        return new ReplyRepository.Marks(
                inbound.gateway(), providerId, providerId == null ? match(DOUBLE, same) : null, number);
    }

    private byte[] match(String purpose, String value) {
        return keys.match(purpose, value.getBytes(StandardCharsets.UTF_8));
    }

    private Instant now() {
        return clock.instant();
    }
}
