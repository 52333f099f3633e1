package nl.haltloket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Optional;
import nl.haltloket.db.Signals;
import nl.haltloket.drill.ReferenceReceiver;
import nl.haltloket.transfer.ReceiverFile;
import nl.haltloket.transfer.Receivers;
import nl.haltloket.transfer.TransferContext;
import nl.haltloket.transfer.TransferWorker;
import org.jspecify.annotations.Nullable;

/** The worker that brings cases to their receivers, and in a drill the receiver too. */
final class TransferDesk {
    private final Vertx vertx;
    private final Receivers receivers;
    private final TransferWorker worker;
    private final Path directory;
    private final PublicKey deskKey;
    private final Clock clock;
    private @Nullable ReferenceReceiver played;

    /** @param directory where the receiver of a drill keeps its keys */
    TransferDesk(Vertx vertx, Receivers receivers, TransferContext context, Path directory) {
        this.vertx = vertx;
        this.receivers = receivers;
        this.worker = new TransferWorker(vertx, context);
        this.directory = directory;
        this.deskKey = context.keys().receiptKeys().getPublic();
        this.clock = context.clock();
    }

    Future<Void> start(Signals signals) {
        return play().compose(_ -> worker.start(signals));
    }

    private Future<Void> play() {
        if (!receivers.asksDrill()) {
            return Future.succeededFuture();
        }
        return vertx.executeBlocking(() -> new ReferenceReceiver(vertx, directory, deskKey, clock), false)
                .compose(receiver -> receiver.start().onSuccess(_ -> {
                    played = receiver;
                    receivers.play(entry -> new ReceiverFile.Peer(
                            receiver.url(entry.id()),
                            receiver.sealKey(),
                            receiver.receiptKey(),
                            Optional.of(receiver.authority())));
                }));
    }

    Future<Void> stop() {
        return worker.stop().eventually(() -> played == null ? Future.succeededFuture() : played.close());
    }
}
