package nl.haltloket.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * The two PEM files the server's TLS reads.
 *
 * @param certificate with its chain
 * @param privateKey readable by its owner only
 */
public record CertificateFiles(Path certificate, Path privateKey) {
    /** Until when the certificate can be used; blocks. */
    public Instant expiresAt() throws IOException, GeneralSecurityException {
        return PemPair.read(certificate, privateKey).certificate().getNotAfter().toInstant();
    }
}
