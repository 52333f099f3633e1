package nl.haltloket.notify.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import nl.haltloket.crypto.EventKeys;

/**
 * Proves that a report on one message was asked for by us, to a provider that can send no header: it stands in the
 * address of that report, and whoever finds it in a log can say something of that one message only.
 */
public final class ReportSeal {
    private static final String PURPOSE = "gateway.report";

    private final EventKeys keys;

    /** @param keys of the event: with them go all seals */
    public ReportSeal(EventKeys keys) {
        this.keys = keys;
    }

    /** 43 characters that are safe in a path. */
    String of(String gateway, UUID messageId) {
        byte[] mac = keys.match(PURPOSE, (gateway + "|" + messageId).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** In constant time. */
    boolean fits(String gateway, UUID messageId, String seal) {
        return MessageDigest.isEqual(
                of(gateway, messageId).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    /** Recognises a text that comes in twice, without keeping who wrote what. */
    String inbound(String gateway, String from, String time, String text) {
        String all = String.join("\n", gateway, from, time, text);
        byte[] mac = keys.match("gateway.inbound", all.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
