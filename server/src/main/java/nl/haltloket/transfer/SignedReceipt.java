package nl.haltloket.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.crypto.Cose;

/**
 * That a receiver has a package and goes on with the case: COSE_Sign1 (ES256) over a CBOR map.
 *
 * @param packageHash SHA-256 of the package as it was sent
 * @param caseNumber under which the receiver keeps it
 */
public record SignedReceipt(UUID transferId, byte[] packageHash, String caseNumber, Instant at) {
    private static final String KIND = "halt-loket/transfer-receipt/1";
    private static final int CASE_NUMBER_MAX = 60;

    /** Signed, as a receiver answers it. */
    public byte[] sign(PrivateKey key) throws GeneralSecurityException {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(transferId.getMostSignificantBits())
                .putLong(transferId.getLeastSignificantBits())
                .array();
        return Cose.sign(
                key, Cbor.encode(new TreeMap<>(Map.of(1, KIND, 2, id, 3, packageHash, 4, caseNumber, 5, seconds(at)))));
    }

    private static long seconds(Instant at) {
        return at.getEpochSecond();
    }

    /** Reads one that this key signed; refused with {@link NotAccepted} otherwise. */
    static SignedReceipt read(byte[] signed, PublicKey key) throws NotAccepted {
        try {
            Cose.Sign1 message = Cose.decode(signed);
            if (!message.verifiedBy(key)) {
                throw new NotAccepted(TransferProblem.RECEIPT_SIGNATURE);
            }
            CborMap map = Cbor.decodeMap(message.payload());
            String number = map.text(4);
            if (!KIND.equals(map.text(1)) || !isCaseNumber(number)) {
                throw new NotAccepted(TransferProblem.UNREADABLE);
            }
            return new SignedReceipt(map.id(2), map.bytes(3), number, Instant.ofEpochSecond(map.number(5)));
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new NotAccepted(TransferProblem.UNREADABLE);
        }
    }

    /** A number that can be shown: some letters, no more than a line, nothing hidden. */
    static boolean isCaseNumber(String number) {
        return !number.isBlank()
                && number.length() <= CASE_NUMBER_MAX
                && number.codePoints().noneMatch(Character::isISOControl);
    }

    /** What a receiver answered is no receipt for this package. */
    static final class NotAccepted extends Exception {
        private final TransferProblem problem;

        NotAccepted(TransferProblem problem) {
            super(problem.name(), null, false, false);
            this.problem = problem;
        }

        TransferProblem problem() {
            return problem;
        }
    }
}
