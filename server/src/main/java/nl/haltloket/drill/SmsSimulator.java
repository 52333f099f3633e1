package nl.haltloket.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.PDUException;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway for drills: takes messages over SMPP, reports them delivered a moment later, and sends them to nobody. It
 * listens on loopback only and keeps the last messages in memory, so that a drill can show them.
 */
public final class SmsSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmsSimulator.class);
    private static final int KEPT_MAX = 100;
    private static final int BIND_MILLIS = 5000;
    private static final int WRONG_PASSWORD = 0x0E;
    private static final int WRONG_SENDER = 0x0A;
    /** Within the five seconds that our gateway waits for an answer. */
    private static final long SLOW_MILLIS = 3000;

    private static final String NAME = "halt-oefening";

    private final LoopbackListener listener;
    private final String systemId;
    private final String password;
    private final Clock clock;
    private final Duration reportAfter;
    private final Deque<SimulatedSms> kept = new ArrayDeque<>();
    private final PhoneReply phones = new PhoneReply(KEPT_MAX);
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastId;
    private final ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sms-simulator").factory());
    private final SMPPServerSessionListener server;
    private volatile SimulatedFault fault = SimulatedFault.NONE;

    /** Listens at once; port 0 takes a free one. Refuses an address that is not loopback. */
    public SmsSimulator(
            InetAddress address, int port, String systemId, String password, Clock clock, Duration reportAfter)
            throws IOException {
        this.listener = new LoopbackListener(address);
        this.systemId = systemId;
        this.password = password;
        this.clock = clock;
        this.reportAfter = reportAfter;
        this.lastId = new AtomicLong(clock.millis());
        this.server = new SMPPServerSessionListener(port, listener);
        server.setMessageReceiverListener(new SubmitListener(this::take));
        Thread.ofVirtual().name("sms-simulator-accept").start(this::acceptAll);
    }

    /** Runs by itself: port, name and password come from the environment. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        SmsSimulator simulator = new SmsSimulator(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(environment.getOrDefault("SMS_SIMULATOR_PORT", "2775")),
                environment.getOrDefault("SMS_SIMULATOR_SYSTEM_ID", "oefening"),
                environment.getOrDefault("SMS_SIMULATOR_PASSWORD", "oefening"),
                Clock.systemUTC(),
                Duration.ofSeconds(1));
        LOG.info("Sms-simulator luistert op 127.0.0.1:{}", simulator.port());
        Thread.currentThread().join();
    }

    /** Where it listens. */
    public int port() {
        return listener.port();
    }

    /** The last messages, newest first, with masked numbers. */
    public List<SimulatedSms> messages() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    /** Whether this message is one of the last ones. */
    public boolean has(String id) {
        return phones.has(id);
    }

    /** The phone that got a message sends this back, over the connection that is open now. Blocks until it is taken. */
    public void reply(String id, String text) {
        phones.reply(id, text, sessions);
    }

    /** Behaves like this from now on. */
    public void fail(SimulatedFault how) {
        fault = how;
        if (how == SimulatedFault.GONE) {
            sessions.forEach(SMPPServerSession::close);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        reports.shutdownNow();
        sessions.forEach(SMPPServerSession::close);
    }

    private void acceptAll() {
        try {
            while (true) {
                SMPPServerSession session = server.accept();
                Thread.ofVirtual().name("sms-simulator-bind").start(() -> bind(session));
            }
        } catch (IOException e) {
            LOG.debug("The simulator stopped listening", e);
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_MILLIS);
            if (!systemId.equals(request.getSystemId()) || !password.equals(request.getPassword())) {
                request.reject(WRONG_PASSWORD);
                return;
            }
            if (fault == SimulatedFault.GONE) {
                session.close();
                return;
            }
            sessions.removeIf(old -> !old.getSessionState().isBound());
            sessions.add(session);
            request.accept(NAME);
        } catch (TimeoutException | PDUException | IOException e) {
            LOG.warn("A bind to the simulator failed: {}", e.getMessage());
            session.close();
        }
    }

    private String take(SubmitSm pdu, SMPPServerSession session) throws ProcessRequestException {
        SimulatedFault now = fault;
        if (now == SimulatedFault.REFUSES) {
            throw new ProcessRequestException("the drill refuses", WRONG_SENDER);
        }
        if (now == SimulatedFault.SLOW) {
            LockSupport.parkNanos(Duration.ofMillis(SLOW_MILLIS).toNanos());
        }
        String id = Long.toHexString(lastId.incrementAndGet());
        phones.remember(id, pdu);
        synchronized (kept) {
            kept.addFirst(SimulatedSms.of(id, clock.instant(), pdu));
            if (kept.size() > KEPT_MAX) {
                kept.removeLast();
            }
        }
        if (now != SimulatedFault.NEVER_DELIVERS) {
            var _ = reports.schedule(() -> report(id, pdu, session), reportAfter.toMillis(), TimeUnit.MILLISECONDS);
        }
        return id;
    }

    private static void report(String id, SubmitSm pdu, SMPPServerSession session) {
        String text =
                "id:" + id + " sub:001 dlvrd:001 submit date:2601010000 done date:2601010000 stat:DELIVRD err:000";
        try {
            Receipts.deliver(session, pdu, text.getBytes(StandardCharsets.US_ASCII));
        } catch (Exception e) {
            LOG.warn("The simulator could not report: {}", e.getMessage());
        }
    }
}
