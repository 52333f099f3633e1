package nl.haltloket.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * The contract of this server, for who wants to build against it, at the place that the NL API Design Rules give it
 * ({@code /core/publish-openapi}).
 */
final class ContractRoutes {
    private final Buffer contract = Contract.whole().toBuffer();

    /** Registers the operation. */
    void on(Api api) {
        api.operation("getContract", _ -> Future.succeededFuture(new Answer(200, "application/json", contract)));
    }
}
