package nl.haltloket.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody sent to us.
 *
 * @param gateway through which it came
 * @param providerId the provider's id of it, opaque; absent when the provider gives none
 * @param from who sent it as the network says: a number, a short code or a word
 * @param text what it says, whole
 * @param at when it came in, by our clock
 */
public record Inbound(String gateway, @Nullable String providerId, String from, String text, Instant at) {
    /** Without sender and text, so that neither can reach a log. */
    @Override
    public String toString() {
        return "Inbound[" + gateway + " " + providerId + "]";
    }
}
