package nl.haltloket.event;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Profile;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for the event, its mandate and its cards. */
public final class EventRoutes {
    private final Vertx vertx;
    private final Event event;
    private final Mandate mandate;
    private final CardService cards;
    private final Commands commands;
    private final String origin;

    public EventRoutes(Vertx vertx, Event event, Mandate mandate, CardService cards, Commands commands, String origin) {
        this.vertx = vertx;
        this.event = event;
        this.mandate = mandate;
        this.cards = cards;
        this.commands = commands;
        this.origin = origin;
    }

    private record NewCards(int count) {}

    private record CardView(
            String code,
            TicketView ticket,
            boolean used,
            @Nullable UUID handoverId) {
        static CardView of(Card card, boolean withHandover) {
            return new CardView(
                    card.code().value(),
                    TicketView.of(card.ticket()),
                    card.handoverId() != null,
                    withHandover ? card.handoverId() : null);
        }
    }

    private record CardList(List<CardView> cards) {
        static CardList of(List<Card> cards) {
            return new CardList(
                    cards.stream().map(card -> CardView.of(card, false)).toList());
        }
    }

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("getEvent", _ -> Future.succeededFuture(Answer.ok(mandate.eventView())));
        api.operation(
                "getMandate",
                request -> Future.succeededFuture(
                        Answer.ok(mandate.of(request.caller().referrerId()))));
        api.operation("listCards", _ -> cards.list().map(CardList::of).map(Answer::ok));
        api.operation("createCards", this::make);
        api.operation("printCards", _ -> cards.list().compose(this::sheet).map(Answer::pdf));
        api.operation("getCard", request -> cards.find(request.text("code"))
                .map(card -> Answer.ok(CardView.of(card, request.caller().profile() == Profile.LOKET))));
    }

    private Future<Answer> make(Request request) {
        int count = request.body(NewCards.class).count();
        return commands.once(
                        request, CardList.class, tx -> cards.make(tx, count).map(CardList::of))
                .map(Answer::created);
    }

    private Future<byte[]> sheet(List<Card> all) {
        List<CardSheet.PrintedCard> unused = all.stream()
                .filter(card -> card.handoverId() == null)
                .map(card -> new CardSheet.PrintedCard(
                        card.code(), origin + "/k#" + card.code().value(), card.ticket()))
                .toList();
        if (unused.isEmpty()) {
            throw Refusal.conflict("card.none", "Er zijn geen ongebruikte kaarten. Maak er eerst kaarten bij.");
        }
        return vertx.executeBlocking(() -> CardSheet.pdf(event.name(), event.drill(), unused));
    }
}
