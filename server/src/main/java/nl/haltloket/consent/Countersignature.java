package nl.haltloket.consent;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.crypto.Cose;

/**
 * What the desk signs beside a signature: to which case and decision it belongs, and the SHA-256 of every sealed column
 * of both rows, so that a change shows without any key but this public one.
 *
 * @param deviceKey public key of the tablet on which was signed, 65 bytes
 */
record Countersignature(
        UUID caseId,
        UUID decisionId,
        byte[] detailsHash,
        byte[] statementHash,
        byte[] textHash,
        byte[] imageHash,
        UUID deviceId,
        byte[] deviceKey,
        Instant at) {

    private static final String TYPE = "halt-loket/countersigned/1";

    /** The sealed columns of a signature and of its decision. */
    record Columns(byte[] details, byte[] statement, byte[] text, byte[] image) {}

    static Countersignature of(
            UUID caseId, UUID decisionId, Columns sealed, UUID deviceId, byte[] deviceKey, Instant at) {
        return new Countersignature(
                caseId,
                decisionId,
                Hashes.of(sealed.details()),
                Hashes.of(sealed.statement()),
                Hashes.of(sealed.text()),
                Hashes.of(sealed.image()),
                deviceId,
                deviceKey,
                at);
    }

    byte[] signed(PrivateKey key) {
        SortedMap<Integer, Object> map = new TreeMap<>();
        map.put(1, TYPE);
        map.put(2, SignedStatement.bytes(caseId));
        map.put(3, SignedStatement.bytes(decisionId));
        map.put(4, detailsHash);
        map.put(5, statementHash);
        map.put(6, textHash);
        map.put(7, imageHash);
        map.put(8, SignedStatement.bytes(deviceId));
        map.put(9, deviceKey);
        map.put(10, at.getEpochSecond());
        try {
            return Cose.sign(key, Cbor.encode(map));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The desk cannot sign", e);
        }
    }

    /** What this key signed; throws when it did not. */
    static Countersignature read(byte[] message, PublicKey key) throws IOException {
        try {
            Cose.Sign1 signed = Cose.decode(message);
            CborMap map = Cbor.decodeMap(signed.payload());
            if (!map.text(1).equals(TYPE) || !signed.verifiedBy(key)) {
                throw new IOException("Not countersigned by this key");
            }
            return new Countersignature(
                    map.id(2),
                    map.id(3),
                    map.bytes(4),
                    map.bytes(5),
                    map.bytes(6),
                    map.bytes(7),
                    map.id(8),
                    map.bytes(9),
                    Instant.ofEpochSecond(map.number(10)));
        } catch (IllegalArgumentException e) {
            throw new IOException("Not a countersignature", e);
        }
    }

    /** What does not belong to it, in words for a screen. */
    Optional<String> problem(UUID ofCase, UUID ofDecision, Columns sealed) {
        if (!caseId.equals(ofCase) || !decisionId.equals(ofDecision)) {
            return Optional.of("Deze handtekening hoort bij een andere zaak of een ander besluit.");
        }
        if (!Hashes.same(textHash, sealed.text())) {
            return Optional.of("De tekst is na het tekenen veranderd.");
        }
        if (!Hashes.same(imageHash, sealed.image())) {
            return Optional.of("Het beeld van de handtekening is na het tekenen veranderd.");
        }
        if (!Hashes.same(detailsHash, sealed.details())) {
            return Optional.of("Het besluit is na het tekenen veranderd.");
        }
        return Hashes.same(statementHash, sealed.statement())
                ? Optional.empty()
                : Optional.of("Wat het toestel ondertekende, is na het tekenen veranderd.");
    }
}
