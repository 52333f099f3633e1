package nl.haltloket.notify.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the Notify API, {@code name-service-secret}, the last two UUIDs. Source: GOV.UK Notify, REST API
 * documentation, "Authorisation header", https://docs.notifications.service.gov.uk/rest-api.html; NotifyNL has the same.
 */
final class NotifyKey {
    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern KEY = Pattern.compile("(?:.*-)?(" + UUID + ")-(" + UUID + ")");
    private static final String ALGORITHM = "HmacSHA256";

    private final String service;
    private final String secret;

    private NotifyKey(String service, String secret) {
        this.service = service;
        this.secret = secret;
    }

    /** Reads a key as the provider shows it; empty when it is none. */
    static Optional<NotifyKey> read(String text) {
        Matcher matcher = KEY.matcher(text);
        return matcher.matches() ? Optional.of(new NotifyKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Token of RFC 7519 signed by HS256. The provider takes it for 30 seconds, so make one for each request. */
    String token(Instant now) {
        String header = "{\"typ\":\"JWT\",\"alg\":\"HS256\"}";
        String payload = "{\"iss\":\"%s\",\"iat\":%d}".formatted(service, now.getEpochSecond());
        String signed = base64(bytes(header)) + "." + base64(bytes(payload));
        return signed + "." + base64(mac(signed));
    }

    private byte[] mac(String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
            return mac.doFinal(bytes(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NotifyKey[" + service + "]";
    }
}
