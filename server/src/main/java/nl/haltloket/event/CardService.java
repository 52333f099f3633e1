package nl.haltloket.event;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;

/** Makes cards, finds them, and gives a ticket to who comes without one. */
public final class CardService {
    private static final int CARDS_MAX = 500;

    private final Database database;
    private final CardRepository cards = new CardRepository();
    private final Event event;
    private final Clock clock;
    private final SecureRandom random;

    public CardService(Database database, Event event, Clock clock, SecureRandom random) {
        this.database = database;
        this.event = event;
        this.clock = clock;
        this.random = random;
    }

    /** Makes so many cards more; refused above 500 for one event. */
    public Future<List<Card>> make(Tx tx, int count) {
        return cards.lastNumber(tx, event.id()).compose(last -> {
            if (last + count > CARDS_MAX) {
                throw Refusal.tooMany("card.limit", "Meer dan 500 kaarten per evenement kan niet.");
            }
            List<Card> made = new ArrayList<>();
            Future<Void> all = Future.succeededFuture();
            for (int number = last + 1; number <= last + count; number++) {
                Card card = new Card(CardCode.generate(random), Ticket.numbered(number), null);
                made.add(card);
                all = all.compose(_ -> cards.insert(tx, event.id(), card, clock.instant()));
            }
            return all.map(_ -> List.copyOf(made));
        });
    }

    /** All cards, by number. */
    public Future<List<Card>> list() {
        return database.inTransaction(tx -> cards.list(tx, event.id()));
    }

    /** The card with this code, typed or scanned. */
    public Future<Card> find(String typed) {
        CardCode code = CardCode.parse(typed)
                .orElseThrow(() -> Refusal.invalid(
                        "card.code-invalid", "Deze code klopt niet. Kijk of alle acht tekens goed zijn."));
        return database.inTransaction(tx -> find(tx, code));
    }

    /** Ties a card to a handover; refused when another handover has it. */
    public Future<Ticket> use(Tx tx, Card card, UUID handoverId, UUID replaced) {
        return cards.use(tx, event.id(), card.code(), handoverId, replaced).map(free -> {
            if (!free) {
                throw used();
            }
            return card.ticket();
        });
    }

    /** The card, which nobody else uses until the transaction ends. */
    public Future<Card> lock(Tx tx, CardCode code) {
        return cards.lock(tx, event.id(), code).map(found -> found.orElseThrow(CardService::unknown));
    }

    /** That a card is another juvenile's. */
    public static Refusal used() {
        return Refusal.conflict("card.used", "Deze kaart is al gebruikt. Pak een andere kaart.");
    }

    private static Refusal unknown() {
        return Refusal.notFound("card.unknown", "Deze kaart hoort niet bij dit loket. Pak een kaart van vanavond.");
    }

    /** Gives the card of a handover, if it had one, to the handover that takes its place. */
    public Future<Void> passOn(Tx tx, UUID from, UUID to) {
        return cards.passOn(tx, event.id(), from, to);
    }

    /** A ticket for a handover without a card. */
    public Future<Ticket> withoutCard(Tx tx) {
        return cards.lastNumber(tx, event.id()).map(last -> Ticket.numbered(last + 1));
    }

    private Future<Card> find(Tx tx, CardCode code) {
        return cards.find(tx, event.id(), code).map(found -> found.orElseThrow(CardService::unknown));
    }
}
