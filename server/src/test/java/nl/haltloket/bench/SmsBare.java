package nl.haltloket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;

/** The least that jsmpp can do: as many threads as the window allows, each with its next message; nothing is kept. */
final class SmsBare {
    private static final byte[] TEXT =
            "Halt: uw kind is bij ons op het Halt-loket en is veilig.".getBytes(StandardCharsets.US_ASCII);
    private static final long ANSWER_MILLIS = 5000;
    private static final int REPORTS_AT_ONCE = 8;

    private SmsBare() {}

    /**
     * Reads {@code count} on standard input, sends so many and prints {@code DONE nanos}; ends with its input.
     *
     * @param arguments port of the gateway, window
     */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int window = Integer.parseInt(arguments[1]);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println("DONE " + send(port, window, Integer.parseInt(line)));
        }
    }

    private static long send(int port, int window, int count) throws IOException {
        SMPPSession session = new SMPPSession();
        session.setTransactionTimer(ANSWER_MILLIS);
        session.setPduProcessorDegree(REPORTS_AT_ONCE);
        session.setMessageReceiverListener(new Deaf());
        session.connectAndBind("127.0.0.1", port, bind());
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(window)) {
            long began = System.nanoTime();
            List<CompletableFuture<Void>> all = IntStream.range(0, window)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> sendAll(session, next, count), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
            return System.nanoTime() - began;
        } finally {
            session.unbindAndClose();
        }
    }

    private static void sendAll(SMPPSession session, AtomicInteger next, int count) {
        try {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                var _ = session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Halt",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "3169" + (1_000_000 + number),
                        new ESMClass(0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding((byte) 0),
                        (byte) 0,
                        TEXT);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The bare loop failed", e);
        }
    }

    private static BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TRX, "bare", "meting", "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null);
    }

    /** Answers reports, and forgets them. */
    private static final class Deaf implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm report) {
            // answered by returning
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            // nobody asked
        }

        @Override
        public @Nullable DataSmResult onAcceptDataSm(DataSm data, Session source) {
            return null;
        }
    }
}
