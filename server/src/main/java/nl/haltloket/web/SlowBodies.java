package nl.haltloket.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Refuses a body that takes too long to come, however lively its sender is; what it asked is not done. */
final class SlowBodies {
    private static final String TIMER = "slow-body";

    private final Vertx vertx;
    private final Duration patience;

    /** @param patience from the headers to the end of the body */
    SlowBodies(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** Before the body is read. */
    void begun(RoutingContext context) {
        context.put(TIMER, vertx.setTimer(patience.toMillis(), _ -> refuse(context)));
        context.addEndHandler(_ -> stopWaiting(context));
        context.next();
    }

    /** The body is whole; after a refusal nothing comes of it any more. */
    void whole(RoutingContext context) {
        stopWaiting(context);
        if (!context.response().ended()) {
            context.next();
        }
    }

    private void stopWaiting(RoutingContext context) {
        Long timer = context.remove(TIMER);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    private static void refuse(RoutingContext context) {
        context.addEndHandler(_ -> context.request().connection().close());
        context.fail(408);
    }
}
