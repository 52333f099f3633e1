package nl.haltloket.notify;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/** Submits the parts of a message over a bound session; blocks, so never call it on the event loop. */
final class SmppSubmit {
    private static final byte UDH_INDICATOR = 0x40;
    private static final byte REPORT_ALWAYS = 0x01;

    /** Busy, not bound, or failed for now. */
    private static final Set<Integer> RETRYABLE = Set.of(0x04, 0x08, 0x45, 0x64, 0xFE, 0xFF);

    /** ESME_RMSGQFUL and ESME_RTHROTTLED. */
    private static final Set<Integer> THROTTLED = Set.of(0x14, 0x58);

    /**
     * ESME_RINVDSTADR: no gateway can do anything about the number. All other refusals, those no book knows included, may
     * be about this gateway's view of our sender, its roads or its contract.
     */
    private static final int WRONG_NUMBER = 0x0B;

    private final String sender;
    private final boolean numeric;
    private final Clock clock;

    SmppSubmit(String sender, Clock clock) {
        this.sender = sender;
        this.numeric = sender.chars().allMatch(Character::isDigit);
        this.clock = clock;
    }

    /** The provider's id of each part. */
    List<String> send(SMPPSession session, Sms sms) throws SendFailure {
        List<String> ids = new ArrayList<>();
        for (SmppPart part : SmppPart.of(sms)) {
            ids.add(send(session, sms, part));
        }
        return List.copyOf(ids);
    }

    private String send(SMPPSession session, Sms sms, SmppPart part) throws SendFailure {
        if (!session.getSessionState().isTransmittable()) {
            throw SendFailure.retryable("smpp-not-bound");
        }
        try {
            return submit(session, sms, part);
        } catch (NegativeResponseException e) {
            throw refused(e.getCommandStatus());
        } catch (ResponseTimeoutException | InvalidResponseException e) {
            throw SendFailure.unanswered("smpp-no-answer");
        } catch (IOException e) {
            // Part of the PDU may have left this machine before the connection broke.
            throw SendFailure.unanswered("smpp-connection-lost");
        } catch (PDUException e) {
            throw SendFailure.permanent("smpp-pdu");
        }
    }

    static SendFailure refused(int status) {
        String code = "smpp-0x%02X".formatted(status);
        if (THROTTLED.contains(status)) {
            return SendFailure.throttled(code);
        }
        if (RETRYABLE.contains(status)) {
            return SendFailure.retryable(code);
        }
        return status == WRONG_NUMBER ? SendFailure.permanent(code) : SendFailure.refused(code);
    }

    private String submit(SMPPSession session, Sms sms, SmppPart part)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        String id = session.submitShortMessage(
                        "",
                        numeric ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC,
                        numeric ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
                        sender,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        sms.number().replaceFirst("^\\+", ""),
                        new ESMClass(part.headed() ? UDH_INDICATOR : 0),
                        (byte) 0,
                        (byte) (sms.urgent() ? 1 : 0),
                        null,
                        validity(sms),
                        new RegisteredDelivery(REPORT_ALWAYS),
                        (byte) 0,
                        new RawDataCoding(part.dataCoding()),
                        (byte) 0,
                        part.bytes().getBytes())
                .getMessageId();
        return id == null ? "" : id;
    }

    /** SMPP's relative time, YYMMDDhhmmss000R: the network must not deliver after the expiry. */
    private String validity(Sms sms) {
        Duration left = Duration.between(clock.instant(), sms.expiresAt());
        Duration valid = left.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : left;
        return "0000%02d%02d%02d%02d000R"
                .formatted(
                        Math.min(30, valid.toDays()),
                        valid.toHoursPart(),
                        valid.toMinutesPart(),
                        valid.toSecondsPart());
    }
}
