package nl.haltloket.handover;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.Cose;
import nl.haltloket.crypto.EventKeys;

/** Signed receipts: what was received when and by whom, with the head of the audit chain at that moment. */
final class Receipts {
    private static final int VERSION = 1;

    private Receipts() {}

    static Handover.Receipt make(
            EventKeys keys, Handover handover, String number, byte[] auditHead, Handover.Ruling ruling) {
        Instant at = Objects.requireNonNull(handover.endedAt(), "not received");
        String by = Objects.requireNonNull(handover.endedBy(), "not received");
        byte[] payload = Cbor.encode(new TreeMap<>(Map.of(
                1,
                VERSION,
                2,
                bytes(handover.id()),
                3,
                at.toEpochMilli(),
                4,
                number,
                5,
                by,
                6,
                auditHead,
                7,
                handover.payloadHash(),
                8,
                ruling.decision(),
                9,
                ruling.rulesVersion(),
                10,
                ruling.overridden() ? 1 : 0)));
        try {
            byte[] signed = Cose.sign(keys.receiptKeys().getPrivate(), payload);
            return new Handover.Receipt(number, signed, auditHead);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The receipt key does not sign", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
