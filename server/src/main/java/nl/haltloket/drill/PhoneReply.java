package nl.haltloket.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.haltloket.notify.Gsm7;
import nl.haltloket.notify.SmsText;
import nl.haltloket.refusal.Refusal;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** The phones behind the simulator: what they got, so that a coordinator can answer as one of them. */
public final class PhoneReply {
    private final Map<String, SubmitSm> got;

    /** @param most so many messages are remembered */
    PhoneReply(int most) {
        this.got = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, SubmitSm> eldest) {
                return size() > most;
            }
        };
    }

    /** Refuses what does not fit in one text: 160 plain characters, or 70 when one of them is not plain. */
    public static void check(String text) {
        if (text.isBlank() || SmsText.parts(text) > 1) {
            throw Refusal.invalid("drill.reply-length", "Een antwoord past in een sms: ten hoogste 160 tekens.");
        }
    }

    /** No phone got it, or so long ago that it is forgotten. */
    public static Refusal unknown() {
        return Refusal.notFound("drill.no-message", "Deze oefen-sms is er niet meer. Kies een nieuwere.");
    }

    synchronized void remember(String id, SubmitSm pdu) {
        got.put(id, pdu);
    }

    synchronized boolean has(String id) {
        return got.containsKey(id);
    }

    private synchronized SubmitSm message(String id) {
        SubmitSm pdu = got.get(id);
        if (pdu == null) {
            throw unknown();
        }
        return pdu;
    }

    void reply(String id, String text, Collection<SMPPServerSession> sessions) {
        SubmitSm pdu = message(id);
        SMPPServerSession session = sessions.stream()
                .filter(one -> one.getSessionState().isReceivable())
                .findFirst()
                .orElseThrow(() -> refused("Er is nu geen verbinding met de nagebootste centrale."));
        try {
            deliver(session, pdu, text);
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            throw refused("Het loket nam het antwoord niet aan. Probeer het opnieuw.");
        }
    }

    private static Refusal refused(String sentence) {
        return Refusal.conflict("drill.reply-refused", sentence);
    }

    private static void deliver(SMPPServerSession session, SubmitSm pdu, String text)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        session.deliverShortMessage(
                "",
                TypeOfNumber.valueOf(pdu.getDestAddrTon()),
                NumberingPlanIndicator.valueOf(pdu.getDestAddrNpi()),
                pdu.getDestAddress(),
                TypeOfNumber.valueOf(pdu.getSourceAddrTon()),
                NumberingPlanIndicator.valueOf(pdu.getSourceAddrNpi()),
                pdu.getSourceAddr(),
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding(SmsText.encoding(text).dataCoding()),
                bytes(text));
    }

    private static byte[] bytes(String text) {
        return SmsText.encoding(text) == SmsText.Encoding.GSM_7
                ? Gsm7.encode(text)
                : text.getBytes(StandardCharsets.UTF_16BE);
    }
}
