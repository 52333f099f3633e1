package nl.haltloket.consent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.haltloket.casefile.Choice;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.crypto.Cose;

/**
 * What a tablet signs when somebody signs on it: exactly what was shown, in which language and version, the image of the
 * signature, and the answer. Written by {@code kiosk/src/lib/signed-text.ts}; both tests read the same vectors.
 *
 * @param textHash SHA-256 of the plain text that was shown, in UTF-8
 * @param imageHash SHA-256 of the image (PNG)
 * @param at in whole seconds
 */
public record SignedStatement(
        UUID caseId,
        String document,
        int version,
        String language,
        byte[] textHash,
        byte[] imageHash,
        String person,
        String answer,
        Instant at,
        UUID deviceId) {

    private static final String TYPE = "halt-loket/signed/1";

    /** The statement in a COSE_Sign1; throws when that is no statement, or not signed by this device with this key. */
    static SignedStatement read(byte[] message, UUID deviceId, PublicKey key) throws IOException {
        try {
            Cose.Sign1 signed = Cose.decode(message);
            SignedStatement statement = of(Cbor.decodeMap(signed.payload()));
            if (!signed.keyId().equals(deviceId) || !statement.deviceId().equals(deviceId) || !signed.verifiedBy(key)) {
                throw new IOException("Not signed by this device");
            }
            return statement;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IOException("Not a signed statement", e);
        }
    }

    private static SignedStatement of(CborMap map) {
        if (!map.text(1).equals(TYPE)) {
            throw new IllegalArgumentException("Not a signed statement");
        }
        return new SignedStatement(
                map.id(2),
                map.text(3),
                Math.toIntExact(map.number(4)),
                map.text(5),
                map.bytes(6),
                map.bytes(7),
                map.text(8),
                map.text(9),
                Instant.ofEpochSecond(map.number(10)),
                map.id(11));
    }

    /** As it is signed. */
    public byte[] payload() {
        SortedMap<Integer, Object> map = new TreeMap<>();
        map.put(1, TYPE);
        map.put(2, bytes(caseId));
        map.put(3, document);
        map.put(4, version);
        map.put(5, language);
        map.put(6, textHash);
        map.put(7, imageHash);
        map.put(8, person);
        map.put(9, answer);
        map.put(10, at.getEpochSecond());
        map.put(11, bytes(deviceId));
        return Cbor.encode(map);
    }

    /** Whether it is about this decision in this case. */
    boolean about(UUID ofCase, NewDecision.Details decision) {
        return caseId.equals(ofCase)
                && document.equals(decision.document())
                && version == decision.version()
                && language.equals(decision.language())
                && person.equals(decision.person().name())
                && answer.equals(decision.answer().name())
                && decision.purpose() == Choice.Purpose.PROGRAMME;
    }

    /** A UUID as sixteen bytes. */
    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
