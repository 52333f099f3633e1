package nl.haltloket.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Consumer;
import nl.haltloket.refusal.Refusal;

/** The contract on a port of its own with some of its operations, for a test that needs no database. */
public final class GatewayDoor {
    private static final int BODY_LIMIT = 65_536;

    private GatewayDoor() {}

    /** Opens it; {@code routes} registers what is to be answered. */
    public static Future<HttpServer> open(Vertx vertx, Consumer<Api> routes) {
        return Api.load(vertx, new Nobody()).compose(api -> {
            routes.accept(api);
            api.refuseTheRest(() -> Refusal.unavailable("opening.locked", "Hier niet.", 1));
            Router router = Router.router(vertx);
            for (int status : new int[] {400, 401, 404, 413, 415, 422, 500, 503}) {
                router.errorHandler(status, Problems::write);
            }
            router.route("/api/v1/*").handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
            router.route("/api/v1/*").subRouter(api.router());
            return vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1");
        });
    }

    private static final class Nobody implements Authenticator {
        @Override
        public Future<Caller> authenticate(String accessToken) {
            return Future.failedFuture(Refusal.notKnown("access.unknown", "Niemand."));
        }

        @Override
        public Future<Void> stillWelcome(Caller caller) {
            return Future.failedFuture(Refusal.notKnown("access.unknown", "Niemand."));
        }
    }
}
