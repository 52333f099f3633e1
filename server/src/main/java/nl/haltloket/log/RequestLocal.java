package nl.haltloket.log;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;
import org.jspecify.annotations.Nullable;

/**
 * The correlation id of the request at work. It lives in the request's own Vert.x context, which every future of the
 * request comes back to; a thread's MDC would forget it at the first query. Vert.x loads this class before it starts.
 */
public final class RequestLocal implements VertxServiceProvider {
    private static final ContextLocal<String> ID = ContextLocal.registerLocal(String.class);

    /** For Vert.x. */
    public RequestLocal() {}

    @Override
    public void init(VertxBootstrap bootstrap) {
        // being loaded is enough: the local is registered
    }

    /** From here on, everything in the current context is part of this request. */
    public static void begin(String id) {
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(ID, id);
        }
    }

    /** The id of the request at work, or null outside any. */
    public static @Nullable String current() {
        Context context = Vertx.currentContext();
        return context == null ? null : context.getLocal(ID);
    }
}
