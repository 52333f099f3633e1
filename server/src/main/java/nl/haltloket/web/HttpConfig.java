package nl.haltloket.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import nl.haltloket.config.Settings;

/**
 * Where the server listens and what it accepts. A port of 0 means any free one.
 *
 * @param address literal IP address of the HTTPS port; {@code lan} in the file is already resolved
 * @param port HTTPS
 * @param publicPort port under which phones and tablets find the server; 0 means the HTTPS port itself
 * @param localPort plain HTTP on loopback, for a tablet that runs the server itself
 * @param managementPort health and metrics, on loopback
 * @param certificate PEM chain; absent means that a drill certificate is made
 * @param privateKey PEM key of the certificate; present exactly when the certificate is
 * @param bodyLimitBytes largest request body
 * @param streamLimit most live streams open at once
 */
public record HttpConfig(
        String address,
        int port,
        int publicPort,
        int localPort,
        int managementPort,
        Optional<Path> certificate,
        Optional<Path> privateKey,
        int bodyLimitBytes,
        int streamLimit) {
    private static final int PORT_MAX = 65_535;
    private static final int BODY_LIMIT_MIN = 1_024;
    private static final int BODY_LIMIT_MAX = 16 * 1_024 * 1_024;
    private static final int STREAM_LIMIT_MAX = 10_000;

    /** Reads the keys that start with {@code http.}; problems are noted in the settings. */
    public static HttpConfig from(Settings settings) {
        HttpConfig config = new HttpConfig(
                address(settings),
                settings.number("http.port", 0, PORT_MAX),
                settings.number("http.public-port", 0, PORT_MAX),
                settings.number("http.local-port", 0, PORT_MAX),
                settings.number("http.management-port", 0, PORT_MAX),
                settings.optional("http.certificate").map(Path::of),
                settings.optional("http.private-key").map(Path::of),
                settings.number("http.body-limit-bytes", BODY_LIMIT_MIN, BODY_LIMIT_MAX),
                settings.number("http.stream-limit", 1, STREAM_LIMIT_MAX));
        if (config.certificate.isPresent() != config.privateKey.isPresent()) {
            settings.reject("http.certificate", "and http.private-key go together: give both or none");
        }
        return config;
    }

    private static String address(Settings settings) {
        String text = settings.text("http.address");
        if (text.equals("lan")) {
            return LanAddress.find().orElseGet(() -> {
                settings.reject(
                        "http.address", "is lan, but no network interface that is up has a private IPv4 address");
                return "";
            });
        }
        if (!text.isEmpty() && !isLiteral(text)) {
            settings.reject("http.address", "must be lan or an IP address, not \"%s\"".formatted(text));
        }
        return text;
    }

    private static boolean isLiteral(String text) {
        try {
            return !InetAddress.ofLiteral(text).isMulticastAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
