package nl.haltloket.transfer;

import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;

/**
 * A system that cases go to.
 *
 * @param url where packages are sent, https
 * @param sealKey its HPKE public key: an uncompressed P-256 point
 * @param receiptKey verifies its signed receipts
 * @param trust a certificate authority of its own; empty for those that the machine trusts
 * @param organisations of a receiver for referrers: whose cases it may know of
 * @param fields what it may have of a dossier, or of a negative report when it is for referrers
 * @param returnedFields of a receiver for Halt: what it may have of a case that went back; mostly nothing
 */
public record Receiver(
        String id,
        ReceiverKind kind,
        String name,
        URI url,
        byte[] sealKey,
        PublicKey receiptKey,
        Optional<Path> trust,
        Set<String> organisations,
        FieldList fields,
        FieldList returnedFields) {

    /** What it may have of this kind of package. */
    FieldList fieldsOf(Purpose purpose) {
        return kind == ReceiverKind.HALT_CASE_SYSTEM && purpose == Purpose.NEGATIVE_REPORT ? returnedFields : fields;
    }

    /** Whether a package of this kind, of a case of this organisation, goes to it. */
    boolean takes(Purpose purpose, String organisation) {
        return switch (kind) {
            case HALT_CASE_SYSTEM -> !fieldsOf(purpose).isEmpty();
            case REFERRER -> purpose == Purpose.NEGATIVE_REPORT && organisations.contains(organisation);
        };
    }
}
