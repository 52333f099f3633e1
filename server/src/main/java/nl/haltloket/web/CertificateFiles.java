package nl.haltloket.web;

import java.nio.file.Path;

/**
 * The two PEM files the server's TLS reads.
 *
 * @param certificate with its chain
 * @param privateKey readable by its owner only
 */
public record CertificateFiles(Path certificate, Path privateKey) {}
