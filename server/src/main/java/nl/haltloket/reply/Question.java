package nl.haltloket.reply;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.notify.Message;
import nl.haltloket.notify.Outbox;

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

    private static final String WORDS =
            "Halt: bedankt voor uw bericht. Over welke zaak gaat het? Stuur de 4 cijfers uit"
                    + " onze sms. Geen cijfers? Bel {tel}.";
    private static final int PER_HOUR_MAX = 2;
    private static final Duration HOUR = Duration.ofHours(1);
    /** Below the first text to a guardian. */
    private static final int PRIORITY = 5;

    private final ReplyRepository replies;
    private final Outbox outbox;
    private final Event event;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Question(ReplyRepository replies, Outbox outbox, Event event, Clock clock, Supplier<UUID> ids) {
        this.replies = replies;
        this.outbox = outbox;
        this.event = event;
        this.clock = clock;
        this.ids = ids;
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
                .compose(may -> may
                        ? outbox.enqueue(tx, message(replyId, sender, match)).map(true)
                        : Future.succeededFuture(false));
    }

    /** Sealed under the case of the newest text; the words name none. */
    private Message message(UUID replyId, Sender sender, Match match) {
        return new Message(
                ids.get(),
                match.suggested().getFirst(),
                CALLBACK + replyId,
                sender.shown(),
                WORDS.replace("{tel}", event.deskPhone()),
                PRIORITY,
                clock.instant().plus(HOUR));
    }
}
