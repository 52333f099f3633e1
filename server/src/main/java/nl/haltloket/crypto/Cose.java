package nl.haltloket.crypto;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORTaggedItem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * COSE_Sign1 with ES256 (RFC 9052, 4.2), tagged, with an empty unprotected header: the signed part of a handover, the
 * signed receipt and the signed bundle.
 */
public final class Cose {
    private static final int TAG_SIGN1 = 18;
    private static final int HEADER_ALGORITHM = 1;
    private static final int HEADER_KEY_ID = 4;
    private static final int ES256 = -7;

    private Cose() {}

    /** A message taken apart; nothing in it is to be believed before {@link #verifiedBy}. */
    public record Sign1(byte[] protectedHeader, byte[] payload, byte[] signature) {

        /** The device that says it signed. */
        public UUID keyId() throws IOException {
            return Cbor.decodeMap(protectedHeader).id(HEADER_KEY_ID);
        }

        /** The key that is said to have signed it, as its signer names it. */
        public byte[] keyIdBytes() throws IOException {
            return Cbor.decodeMap(protectedHeader).bytes(HEADER_KEY_ID);
        }

        /** True when this key signed it. */
        public boolean verifiedBy(PublicKey key) {
            return P256.verify(key, toBeSigned(protectedHeader, payload), signature);
        }
    }

    /** Takes a message apart; refuses another algorithm than ES256. */
    public static Sign1 decode(byte[] message) throws IOException {
        if (!(Cbor.decode(message) instanceof CBORTaggedItem tagged)
                || tagged.getTagNumber().intValue() != TAG_SIGN1
                || !(tagged.getTagContent() instanceof CBORItemList parts)
                || parts.getItems().size() != 4) {
            throw new IOException("Not a COSE_Sign1");
        }
        List<? extends CBORItem> items = parts.getItems();
        Sign1 sign1 = new Sign1(bytes(items.get(0)), bytes(items.get(2)), bytes(items.get(3)));
        if (Cbor.decodeMap(sign1.protectedHeader()).number(HEADER_ALGORITHM) != ES256) {
            throw new IOException("Not signed with ES256");
        }
        return sign1;
    }

    /** Signs a payload. */
    public static byte[] sign(PrivateKey key, byte[] payload) throws GeneralSecurityException {
        return sign(key, payload, Cbor.encode(new TreeMap<>(Map.of(HEADER_ALGORITHM, ES256))));
    }

    /** Signs a payload and says by which key. */
    public static byte[] signAs(byte[] keyId, PrivateKey key, byte[] payload) throws GeneralSecurityException {
        return sign(key, payload, Cbor.encode(new TreeMap<>(Map.of(HEADER_ALGORITHM, ES256, HEADER_KEY_ID, keyId))));
    }

    private static byte[] sign(PrivateKey key, byte[] payload, byte[] header) throws GeneralSecurityException {
        byte[] signature = P256.sign(key, toBeSigned(header, payload));
        CBORItem parts = Cbor.item(List.of(header, Map.of(), payload, signature));
        return new CBORTaggedItem(TAG_SIGN1, parts).encode();
    }

    private static byte[] toBeSigned(byte[] header, byte[] payload) {
        return Cbor.item(List.of("Signature1", header, new byte[0], payload)).encode();
    }

    private static byte[] bytes(CBORItem item) throws IOException {
        if (!(item instanceof CBORByteArray array)) {
            throw new IOException("Not a byte string");
        }
        return array.getValue();
    }
}
