package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMPP 3.4 as a transceiver: we connect outward, so it works behind a router, and reports come back on the same
 * connection. A lost or refused bind is tried again for ever.
 */
public final class SmppGateway implements SmsGateway {
    private static final Logger LOG = LoggerFactory.getLogger(SmppGateway.class);
    private static final long ANSWER_MILLIS = 5000;
    private static final int IDLE_MILLIS = 10_000;
    /** Some providers hang up without answering an unbind, and a server must stop within seconds. */
    private static final long GOODBYE_MILLIS = 500;

    private static final long BACK_OFF_MIN_MILLIS = 500;
    private static final long BACK_OFF_MAX_MILLIS = 10_000;
    private static final int TEMPORARY_FAULT = 0x64;
    /** A provider that waits for each answer gets the parts of one text to us only when we answer this soon. */
    private static final long PART_MILLIS = 1000;

    private static final long SWEEP_MILLIS = 5000;

    private final Vertx vertx;
    private final SmppConfig config;
    private final Clock clock;
    private final SmppBind bind;
    private final SmppSubmit submit;
    private final WorkerExecutor sending;
    private final WorkerExecutor binding;
    private final Set<Promise<List<String>>> unanswered = ConcurrentHashMap.newKeySet();
    private volatile Function<DeliveryReport, Future<Void>> keeper = report -> Future.failedFuture("nobody listens");
    private volatile InboundParts inbound;
    private volatile Runnable healthListener = () -> {};
    private volatile @Nullable SMPPSession session;
    private volatile Health health;
    private volatile boolean open;
    private long sweeping;
    private volatile long backOffMillis = BACK_OFF_MIN_MILLIS;

    public SmppGateway(Vertx vertx, SmppConfig config, Clock clock) {
        this(vertx, config, clock, ANSWER_MILLIS);
    }

    SmppGateway(Vertx vertx, SmppConfig config, Clock clock, long answerMillis) {
        this(vertx, config, clock, answerMillis, IDLE_MILLIS);
    }

    SmppGateway(Vertx vertx, SmppConfig config, Clock clock, long answerMillis, int idleMillis) {
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
        this.bind = new SmppBind(config, answerMillis, idleMillis);
        this.submit = new SmppSubmit(config.sender(), clock);
        this.sending = vertx.createSharedWorkerExecutor(config.name() + "-send", config.window(), 1, TimeUnit.MINUTES);
        this.binding = vertx.createSharedWorkerExecutor(config.name() + "-bind", 1, 1, TimeUnit.MINUTES);
        this.inbound = new InboundParts(config.name(), clock, _ -> Future.succeededFuture());
        this.health = new Health(false, "De sms-gateway is nog niet verbonden.", clock.instant());
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public int window() {
        return config.window();
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public void onReport(Function<DeliveryReport, Future<Void>> reportKeeper) {
        keeper = reportKeeper;
    }

    @Override
    public void onInbound(Function<Inbound, Future<Void>> inboundKeeper) {
        inbound = new InboundParts(config.name(), clock, inboundKeeper);
    }

    @Override
    public void onHealth(Runnable listener) {
        healthListener = listener;
    }

    /** Ends after the first try to bind, whether or not it went well. */
    @Override
    public Future<Void> start() {
        open = true;
        sweeping = vertx.setPeriodic(SWEEP_MILLIS, _ -> sweep());
        return connect();
    }

    @Override
    public Future<List<String>> send(Sms sms) {
        SMPPSession bound = session;
        if (bound == null) {
            return Future.failedFuture(SendFailure.retryable("smpp-not-bound"));
        }
        Promise<List<String>> answer = Promise.promise();
        unanswered.add(answer);
        sending.executeBlocking(() -> submit.send(bound, sms), false).onComplete(sent -> {
            unanswered.remove(answer);
            boolean settled =
                    sent.succeeded() ? answer.tryComplete(sent.result()) : answer.tryFail(SendFailure.of(sent.cause()));
            LOG.debug("Message {} answered in time: {}", sms.id(), settled);
        });
        return answer.future();
    }

    @Override
    public Future<Void> close() {
        open = false;
        vertx.cancelTimer(sweeping);
        SMPPSession bound = session;
        session = null;
        Future<Void> unbound = bound == null
                ? Future.succeededFuture()
                : binding.executeBlocking(() -> {
                            bound.setTransactionTimer(GOODBYE_MILLIS);
                            bound.unbindAndClose();
                            return null;
                        })
                        .mapEmpty();
        return unbound.eventually(sending::close).eventually(binding::close);
    }

    private Future<Void> connect() {
        return binding.executeBlocking(() -> bind.open(new ReportListener(this::keep)))
                .transform(opened -> {
                    if (opened.succeeded()) {
                        bound(opened.result());
                    } else {
                        refused(opened.cause());
                    }
                    return Future.succeededFuture();
                });
    }

    private void bound(SMPPSession fresh) {
        if (!open) {
            fresh.close();
            return;
        }
        session = fresh;
        backOffMillis = BACK_OFF_MIN_MILLIS;
        health = new Health(true, "De sms-gateway is verbonden.", clock.instant());
        healthListener.run();
        LOG.info("SMPP bound to {}:{}", config.host(), config.port());
        fresh.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED) {
                vertx.runOnContext(closed -> lost(fresh));
            }
        });
        if (!fresh.getSessionState().isBound()) {
            lost(fresh);
        }
    }

    /** The connection is gone, and with it every answer that was still to come. */
    private synchronized void lost(SMPPSession gone) {
        if (!gone.equals(session)) {
            return;
        }
        session = null;
        unanswered.forEach(answer -> answer.tryFail(SendFailure.unanswered("smpp-connection-lost")));
        LOG.warn("SMPP connection to {}:{} lost", config.host(), config.port());
        down("De verbinding met de sms-gateway is weggevallen.");
        again();
    }

    private void refused(Throwable why) {
        down(sentence(why));
        LOG.warn("SMPP bind to {}:{} failed: {}", config.host(), config.port(), why.getMessage());
        again();
    }

    private static String sentence(Throwable why) {
        if (why.getCause() instanceof NegativeResponseException) {
            return "De sms-gateway weigert de aanmelding.";
        }
        return why instanceof SSLException
                ? "Het certificaat van de sms-gateway klopt niet."
                : "De sms-gateway is niet bereikbaar.";
    }

    private void down(String sentence) {
        boolean same = !health.up() && health.sentence().equals(sentence);
        Instant since = same ? health.since() : clock.instant();
        health = new Health(false, sentence, since);
        if (!same) {
            healthListener.run();
        }
    }

    private void again() {
        if (!open) {
            return;
        }
        long wait = backOffMillis;
        backOffMillis = Math.min(BACK_OFF_MAX_MILLIS, wait * 2);
        vertx.timer(wait, TimeUnit.MILLISECONDS)
                .compose(waited -> open ? connect() : Future.succeededFuture())
                .onFailure(failure -> LOG.info("SMPP is not tried again: {}", failure.getClass()));
    }

    /** On a thread of jsmpp: the provider gets its answer when this returns, so it returns when the text is kept. */
    private void keep(DeliverSm pdu) throws ProcessRequestException {
        Optional<DeliveryReport> report = SmppReceipt.read(pdu, clock.instant());
        Optional<SmppDelivered> text = SmppDelivered.read(pdu);
        if (report.isPresent()) {
            keep(keeper.apply(report.get()), ANSWER_MILLIS, "delivery report");
        } else if (text.isPresent()) {
            keep(inbound.accept(text.get()), text.get().total() > 1 ? PART_MILLIS : ANSWER_MILLIS, "reply");
        } else {
            LOG.info("SMPP delivered neither a receipt nor a text; ignored");
        }
    }

    private static void keep(Future<Void> kept, long millis, String what) throws ProcessRequestException {
        try {
            kept.await(millis, TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            LOG.warn("A {} could not be kept; the provider will offer it again: {}", what, e.getClass());
            throw new ProcessRequestException("not kept", TEMPORARY_FAULT);
        }
    }

    /** What could not be kept now comes again from the provider. */
    private void sweep() {
        inbound.sweep().onFailure(failure -> LOG.warn("A reply could not be kept: {}", failure.getClass()));
    }
}
