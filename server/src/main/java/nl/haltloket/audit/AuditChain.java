package nl.haltloket.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** How the lines of the chain hang together: SHA-256 over the hash before and every field, each with its length. */
final class AuditChain {
    private AuditChain() {}

    /** The hash before the first line. */
    static byte[] beginning(UUID eventId) {
        return sha256(("halt-loket/audit/1|" + eventId).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] link(byte[] previous, long seq, Instant at, AuditEntry entry) {
        return sha256(bytes(out -> {
            out.write(previous);
            out.writeLong(seq);
            out.write(fields(at, entry));
        }));
    }

    /** What a line says, without its place in the chain. */
    static byte[] fields(Instant at, AuditEntry entry) {
        return bytes(out -> {
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano() / 1000);
            field(out, entry.action().name());
            field(out, entry.subject());
            field(out, entry.actor());
            field(out, entry.purpose());
            field(out, entry.legalBasis());
            field(out, entry.facts());
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void field(DataOutputStream out, String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
