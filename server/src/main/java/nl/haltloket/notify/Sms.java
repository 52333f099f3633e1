package nl.haltloket.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * What a gateway is asked to send.
 *
 * @param id the same at every attempt
 * @param number E.164
 * @param text what the receiver reads
 * @param urgent ask the network to let it go first
 * @param expiresAt the network must not deliver it after this moment
 */
public record Sms(UUID id, String number, String text, boolean urgent, Instant expiresAt) {

    /** Without number and text, so that neither can reach a log. */
    @Override
    public String toString() {
        return "Sms[" + id + "]";
    }
}
