package nl.haltloket.reply;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.notify.Caps;
import nl.haltloket.notify.Message;
import nl.haltloket.notify.Outbox;
import nl.haltloket.texts.Rendered;
import nl.haltloket.texts.TemplateId;
import nl.haltloket.texts.Templates;

/**
 * Asks a sender which case is meant: the only text that goes out without a person, and at most one for each text that
 * came in. It never goes to a word, a short code or a number that must not be contacted, and a number gets no more than
 * two in an hour, so that two robots can not talk on.
 */
final class Question {
    /** What the outbox calls these texts; the id of the text that came in follows. */
    static final String CALLBACK = "reply:";

    /** Within this time an answer is taken as one to the question. */
    static final Duration ANSWERED_WITHIN = Duration.ofHours(2);

    private static final String LANGUAGE = "nl";
    private static final int PER_HOUR_MAX = 2;
    private static final Duration HOUR = Duration.ofHours(1);
    /** Below the first text to a guardian. */
    private static final int PRIORITY = 5;

    private final ReplyRepository replies;
    private final Outbox outbox;
    private final Templates templates;
    private final Caps caps;
    private final Event event;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Question(ReplyRepository replies, ReplyContext context) {
        this.replies = replies;
        this.outbox = context.outbox();
        this.templates = context.templates();
        this.caps = context.caps();
        this.event = context.event();
        this.clock = context.clock();
        this.ids = context.ids();
    }

    /** Queues it when it may go; gives whether it does. */
    Future<Boolean> ask(Tx tx, UUID replyId, Sender sender, byte[] numberMatch, Match match) {
        if (!match.ask() || !sender.answerable()) {
            return Future.succeededFuture(false);
        }
        return outbox.isBlocked(tx, sender.shown())
                .compose(blocked -> blocked
                        ? Future.succeededFuture(false)
                        : replies.asked(tx, numberMatch, clock.instant().minus(HOUR))
                                .map(asked -> asked < PER_HOUR_MAX))
                .compose(may -> may ? send(tx, replyId, sender, match) : Future.succeededFuture(false));
    }

    /** Sealed under the case of the newest text; the words name none. Without a signed text, or past a limit, it stays. */
    private Future<Boolean> send(Tx tx, UUID replyId, Sender sender, Match match) {
        UUID caseId = match.suggested().getFirst();
        return caps.check(tx, caseId, sender.shown())
                .compose(cap -> cap.isPresent()
                        ? Future.succeededFuture(Optional.<Rendered>empty())
                        : templates.render(
                                tx, TemplateId.WHICH_CASE, LANGUAGE, Map.of(TemplateId.Place.TEL, event.deskPhone())))
                .compose(text -> text.map(found -> outbox.enqueue(tx, message(replyId, caseId, sender, found))
                                .map(true))
                        .orElseGet(() -> Future.succeededFuture(false)));
    }

    private Message message(UUID replyId, UUID caseId, Sender sender, Rendered text) {
        return new Message(
                ids.get(),
                caseId,
                CALLBACK + replyId,
                sender.shown(),
                text.text(),
                PRIORITY,
                clock.instant().plus(HOUR),
                text.source());
    }
}
