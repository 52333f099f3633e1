package nl.haltloket.notify;

import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** What the provider sends us: deliver_sm goes on, the rest is refused or ignored. */
record ReportListener(Keeper keeper) implements MessageReceiverListener {
    private static final int INVALID_COMMAND = 0x03;

    /** Takes a deliver_sm, and throws when the provider must offer it again. */
    @FunctionalInterface
    interface Keeper {
        void keep(DeliverSm pdu) throws ProcessRequestException;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
        keeper.keep(pdu);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Says that a phone is on again; nothing depends on it.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not used", INVALID_COMMAND);
    }
}
