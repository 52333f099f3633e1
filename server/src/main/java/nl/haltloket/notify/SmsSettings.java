package nl.haltloket.notify;

import java.time.Duration;
import nl.haltloket.config.Secret;
import nl.haltloket.config.Settings;

/**
 * The text messages' part of the configuration.
 *
 * @param kind which gateway
 * @param port of the gateway; 0 with the simulator means any free one
 * @param bridgeExpiry after this the first text to a guardian is no longer sent
 */
public record SmsSettings(
        SmsConfig.Kind kind,
        String host,
        int port,
        String systemId,
        Secret password,
        String sender,
        int window,
        Duration bridgeExpiry) {
    private static final int PORT_MAX = 65_535;
    private static final int WINDOW_MAX = 100;
    private static final int EXPIRY_MINUTES_MAX = 24 * 60;

    /** Reads the keys that start with {@code sms.}; problems are noted in the settings. */
    public static SmsSettings from(Settings settings) {
        SmsConfig.Kind kind = settings.choice("sms.gateway", SmsConfig.Kind.class);
        int port = settings.number("sms.smpp.port", 0, PORT_MAX);
        if (kind == SmsConfig.Kind.SMPP && port == 0) {
            settings.reject("sms.smpp.port", "must be the port of the provider when sms.gateway is smpp, not 0");
        }
        return new SmsSettings(
                kind,
                settings.text("sms.smpp.host"),
                port,
                settings.optional("sms.smpp.system-id").orElse("oefening"),
                settings.secret("sms.smpp.password"),
                settings.optional("sms.smpp.sender").orElse("Halt"),
                settings.number("sms.smpp.window", 1, WINDOW_MAX),
                Duration.ofMinutes(settings.number("sms.bridge-expiry-minutes", 1, EXPIRY_MINUTES_MAX)));
    }

    /** How to reach the gateway at this port, with this password. */
    public SmsConfig at(int actualPort, String actualPassword) {
        return new SmsConfig(kind, host, actualPort, systemId, actualPassword, sender, window);
    }
}
