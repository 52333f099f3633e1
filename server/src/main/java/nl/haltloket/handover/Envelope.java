package nl.haltloket.handover;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.crypto.Cose;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.refusal.Refusal;

/**
 * The sealed and signed handover, in the order in which it may be believed: length, seal, signature, and only then what
 * it says.
 */
final class Envelope {
    /** Fits one QR code of version 22 at level M in base45. */
    static final int BYTES_MAX = 750;

    private static final int VERSION = 1;
    private static final int RULES_VERSION_MAX = 10;

    private final Cose.Sign1 signed;

    private Envelope(Cose.Sign1 signed) {
        this.signed = signed;
    }

    /**
     * What a believed envelope says.
     *
     * @param capturedAt when it was made, by the server's clock
     * @param clockOffsetMs device minus server as the phone measured it; 0 when it never did
     */
    record Opened(
            UUID caseId,
            UUID kioskId,
            UUID deviceId,
            String mandateId,
            String rulesVersion,
            Instant capturedAt,
            long clockOffsetMs,
            byte[] payloadHash,
            HandoverContent content) {}

    /** Opens the seal. */
    static Envelope open(EventKeys keys, byte[] sealed) {
        if (sealed.length > BYTES_MAX) {
            throw Refusal.invalid("handover.too-large", "Deze overdracht is te groot.");
        }
        try {
            return new Envelope(Cose.decode(keys.openHandover(sealed)));
        } catch (GeneralSecurityException e) {
            throw Refusal.invalid("handover.seal", "Deze overdracht is niet voor dit loket verzegeld.");
        } catch (IOException e) {
            throw Refusal.invalid("handover.form", "Deze overdracht heeft een vorm die wij niet kennen.");
        }
    }

    /** The device that says it signed; its key is to be looked up. */
    UUID signerId() {
        try {
            return signed.keyId();
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.invalid("handover.form", "Deze overdracht noemt geen toestel.");
        }
    }

    /** Checks the signature, then reads. */
    Opened read(PublicKey key) {
        if (!signed.verifiedBy(key)) {
            throw Refusal.invalid("handover.signature", "De handtekening onder deze overdracht klopt niet.");
        }
        try {
            return parse(Cbor.decodeMap(signed.payload()));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw Refusal.invalid("handover.content", "In deze overdracht ontbreekt iets of staat iets te veel.");
        }
    }

    private Opened parse(CborMap payload) {
        if (payload.number(1) != VERSION || payload.bytes(9).length != 16) {
            throw new IllegalArgumentException("Another version, or no salt");
        }
        return new Opened(
                payload.id(2),
                payload.id(3),
                payload.id(4),
                ContentReader.text(payload, 5, ContentReader.CODE_MAX),
                ContentReader.text(payload, 6, RULES_VERSION_MAX),
                capturedAt(payload),
                payload.number(8),
                sha256(signed.payload()),
                ContentReader.read(payload.map(10)));
    }

    private static Instant capturedAt(CborMap payload) {
        try {
            return payload.instant(7).minusMillis(payload.number(8));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No clock stands so wrong", e);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
