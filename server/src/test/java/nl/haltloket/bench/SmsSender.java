package nl.haltloket.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import nl.haltloket.Config;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Signals;
import nl.haltloket.notify.GatewaySet;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.OutboxWorker;
import nl.haltloket.notify.SmppGateway;

/**
 * The part of the loket that sends, in a process of its own that can be killed: settings, outbox worker and gateways as
 * the loket has them, and nobody who hears of the messages.
 */
final class SmsSender {
    private static final int CONNECTIONS = 8;

    private SmsSender() {}

    /**
     * Works until it is killed, or whoever started it is gone.
     *
     * @param arguments configuration directory, file with the event key, address of the database with its user, name of
     *     this node; the gateways come from the environment, as for the loket
     */
    public static void main(String[] arguments) throws IOException {
        Config config = Config.load(Path.of(arguments[0]), System.getenv());
        SecureRandom random = new SecureRandom();
        EventKeys eventKeys = EventKeys.readOrGenerate(Path.of(arguments[1]), random);
        PgConnectOptions place = PgConnectOptions.fromUri(arguments[2]).setCachePreparedStatements(true);
        Clock clock = Clock.systemUTC();
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(place)
                .using(vertx)
                .build();
        List<SmppGateway> gateways = config.sms().gateways().stream()
                .map(slot -> new SmppGateway(vertx, ((GatewaySettings.Smpp) slot).smpp(), clock))
                .toList();
        GatewaySet roads = new GatewaySet(vertx, gateways, clock);
        OutboxWorker worker = new OutboxWorker(
                vertx,
                new Database(pool),
                roads,
                new OutboxWorker.Parts(
                        new CaseKeys(eventKeys, random),
                        eventKeys,
                        (_, _, _, _) -> Future.succeededFuture(),
                        random::nextDouble),
                clock,
                arguments[3]);
        Signals signals = new Signals(vertx, place);
        worker.start(signals)
                .compose(_ -> roads.start())
                .compose(_ -> signals.start())
                .await();
        int end = System.in.read();
        System.exit(end);
    }
}
