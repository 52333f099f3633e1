package nl.haltloket.drill;

import java.io.IOException;
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

/** Sends a delivery receipt back over the session a message came from. */
final class Receipts {
    private static final byte DELIVERY_RECEIPT = 0x04;

    private Receipts() {}

    static void deliver(SMPPServerSession session, SubmitSm pdu, byte[] text)
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
                new ESMClass(DELIVERY_RECEIPT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                text);
    }
}
