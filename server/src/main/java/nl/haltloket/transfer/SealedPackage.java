package nl.haltloket.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import nl.haltloket.crypto.Cose;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.Hpke;
import org.jspecify.annotations.Nullable;

/**
 * What goes to a receiver: JSON with the fields that it may have, signed by the desk (COSE_Sign1, ES256), sealed to the
 * receiver's key (HPKE). {@code docs/receiver.md} describes it for those who open one.
 */
public final class SealedPackage {
    /** What HPKE is told that the seal is for. */
    public static final String INFO = "halt-loket/transfer/1";

    /** Of the form of the JSON. */
    static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SealedPackage() {}

    /** What stands around the dossier. */
    record Cover(UUID id, @Nullable UUID replaces, UUID eventId, String receiver, Purpose purpose, Instant madeAt) {}

    /** The dossier as JSON, with what the receiver may have and nothing else. */
    static byte[] content(Cover cover, FieldList fields, byte[] dossier) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("versie", VERSION)
                .put("overdrachtId", cover.id().toString())
                .put("loketId", cover.eventId().toString())
                .put("ontvanger", cover.receiver())
                .put("soort", cover.purpose().dutch())
                .put("gemaaktOp", cover.madeAt().toString());
        if (cover.replaces() != null) {
            content.put("vervangt", cover.replaces().toString());
        }
        JsonNode _ = content.set("dossier", fields.filter(read(dossier)));
        return bytes(content);
    }

    /**
     * Whether two contents tell the same of the case, whenever and under which id they were made. The event is no news
     * of the case: a drill counts its hours from the start of the server.
     */
    static boolean sameDossier(byte[] one, byte[] other) {
        return ofCase(one).equals(ofCase(other));
    }

    private static JsonNode ofCase(byte[] content) {
        return read(content).path("dossier") instanceof ObjectNode dossier
                ? dossier.deepCopy().without("evenement")
                : MissingNode.getInstance();
    }

    /** Signed by the desk and sealed to the receiver. */
    static byte[] seal(EventKeys keys, UUID eventId, byte[] receiverKey, byte[] content) {
        try {
            byte[] signed = Cose.signAs(
                    eventId.toString().getBytes(StandardCharsets.UTF_8),
                    keys.receiptKeys().getPrivate(),
                    content);
            return Hpke.seal(receiverKey, INFO, signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A package could not be sealed", e);
        }
    }

    /** SHA-256. */
    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
