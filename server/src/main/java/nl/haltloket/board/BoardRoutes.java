package nl.haltloket.board;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;
import nl.haltloket.notify.Roads;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.SseSource;
import nl.haltloket.web.SseStreams;

/** HTTP for the board: a snapshot, and a stream of snapshots. */
public final class BoardRoutes {
    private static final Set<String> NOT_HERE = Set.of("UNDERWAY", "AWAITING");

    /** Longer ago is history, and for the metrics. */
    private static final Duration UNKNOWN_SHOWN = Duration.ofHours(1);

    private final Database database;
    private final BoardRepository repository = new BoardRepository();
    private final Event event;
    private final String topic;
    private final SseStreams streams;
    private final Supplier<Roads> texts;
    private final Clock clock;

    /**
     * Makes the routes.
     *
     * @param topic what is signalled when a row changes, with the event's id as key
     * @param texts how the gateways of the text messages do
     */
    public BoardRoutes(
            Database database, Event event, String topic, SseStreams streams, Supplier<Roads> texts, Clock clock) {
        this.database = database;
        this.event = event;
        this.topic = topic;
        this.streams = streams;
        this.texts = texts;
        this.clock = clock;
    }

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("getBoard", _ -> board().map(Answer::ok));
        api.stream(
                "streamBoard",
                _ -> Future.succeededFuture(
                        new SseSource("board", topic, event.id().toString(), this::board)),
                streams);
    }

    private Future<Board> board() {
        return database.inTransaction(
                tx -> repository.rows(tx, event.id(), clock.instant()).compose(rows -> repository
                        .troubles(tx, clock.instant().minus(UNKNOWN_SHOWN))
                        .compose(troubles -> repository.replies(tx, event.id()).compose(replies -> repository
                                .unreported(tx, event.id(), clock.instant())
                                .map(unreported -> board(rows, replies, troubles, unreported))))));
    }

    private Board board(
            List<Board.Row> rows, long replies, Board.Troubles troubles, List<Board.Unreported> unreported) {
        long underway =
                rows.stream().filter(row -> NOT_HERE.contains(row.state())).count();
        return new Board(
                event.name(),
                clock.instant(),
                rows.size() - underway,
                underway,
                replies,
                Board.Texts.of(texts.get(), troubles),
                rows,
                unreported);
    }
}
