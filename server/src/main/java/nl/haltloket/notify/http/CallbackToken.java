package nl.haltloket.notify.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import nl.haltloket.config.Secret;
import org.jspecify.annotations.Nullable;

/** The secret that a provider carries when it calls us: as bearer token, or as password of HTTP Basic. */
final class CallbackToken {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Secret token;

    /** @param token empty when the provider may not call */
    CallbackToken(Secret token) {
        this.token = token;
    }

    /** Takes the same time for every wrong one, whatever its length. */
    boolean isIn(@Nullable String authorization) {
        return !token.isEmpty() && MessageDigest.isEqual(hash(token.value()), hash(carried(authorization)));
    }

    private static String carried(@Nullable String authorization) {
        String header = authorization == null ? "" : authorization;
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith(BEARER)) {
            return header.substring(BEARER.length());
        }
        return lower.startsWith(BASIC) ? password(header.substring(BASIC.length())) : "";
    }

    private static String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
