package nl.haltloket.law;

import java.time.Instant;
import java.util.HexFormat;
import nl.haltloket.bundle.Bundle;

/**
 * A file that was accepted, as it was.
 *
 * @param subject the event, for the file of an event; else empty
 * @param version what it calls itself
 * @param sha256 of its content
 * @param signedBy SHA-256 of the public key that signed its bundle, hexadecimal
 * @param signer the name of that key among the trusted ones
 * @param madeAt when the bundle was made
 * @param acceptedBy who brought it in, or {@code system} at a start
 */
record LawVersion(
        Kind kind,
        String subject,
        String version,
        byte[] content,
        byte[] sha256,
        String signedBy,
        String signer,
        Instant madeAt,
        Instant acceptedAt,
        String acceptedBy) {

    /** Which file. */
    enum Kind {
        RULES(Bundle.RULES),
        OFFENCES(Bundle.OFFENCES),
        EVENT(Bundle.EVENT);

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        /** Its name in a bundle. */
        String file() {
            return file;
        }
    }

    /** SHA-256 of its content, hexadecimal. */
    String hash() {
        return HexFormat.of().formatHex(sha256);
    }
}
