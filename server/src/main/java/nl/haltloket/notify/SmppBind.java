package nl.haltloket.notify;

import java.io.IOException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;

/** Opens a session with the provider; blocks, so never call it on the event loop. */
final class SmppBind {
    private static final int REPORTS_AT_ONCE = 8;
    private static final int REPORTS_WAITING = 1000;

    private final SmppConfig config;
    private final long answerMillis;
    private final int idleMillis;

    /** @param idleMillis of silence, after which the provider is asked whether it is still there (enquire_link) */
    SmppBind(SmppConfig config, long answerMillis, int idleMillis) {
        this.config = config;
        this.answerMillis = answerMillis;
        this.idleMillis = idleMillis;
    }

    /** A bound transceiver. */
    SMPPSession open(MessageReceiverListener listener) throws IOException {
        SMPPSession session = new SMPPSession(new SmppSocket(config.tls()));
        session.setEnquireLinkTimer(idleMillis);
        session.setTransactionTimer(answerMillis);
        session.setPduProcessorDegree(REPORTS_AT_ONCE);
        session.setQueueCapacity(REPORTS_WAITING);
        session.setMessageReceiverListener(listener);
        try {
            String provider = session.connectAndBind(config.host(), config.port(), parameter(), answerMillis);
            if (provider == null || !session.getSessionState().isBound()) {
                throw new IOException("The session closed while binding");
            }
            return session;
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private BindParameter parameter() {
        return new BindParameter(
                BindType.BIND_TRX,
                config.systemId(),
                config.password().value(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
    }
}
