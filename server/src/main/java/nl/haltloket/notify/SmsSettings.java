package nl.haltloket.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.haltloket.config.Settings;

/**
 * The text messages' part of the configuration.
 *
 * @param gateways in the order in which they are tried; at least one
 * @param bridgeExpiry after this the first text to a guardian is no longer sent
 * @param callbackUrl where gateways reach this desk, without path; empty for its own address
 * @param probeNumber E.164, of the desk itself; empty for no probe
 */
public record SmsSettings(
        List<GatewaySettings> gateways,
        Duration bridgeExpiry,
        Optional<String> callbackUrl,
        Optional<String> probeNumber) {
    private static final int SLOTS = 3;
    private static final int EXPIRY_MINUTES_MAX = 24 * 60;

    /** Without callbacks from elsewhere and without a probe. */
    public SmsSettings(List<GatewaySettings> gateways, Duration bridgeExpiry) {
        this(gateways, bridgeExpiry, Optional.empty(), Optional.empty());
    }

    /** Reads the keys that start with {@code sms.}; problems are noted in the settings. */
    public static SmsSettings from(Settings settings) {
        List<GatewaySettings> gateways = IntStream.rangeClosed(1, SLOTS)
                .mapToObj(slot -> SlotSettings.read(settings, slot))
                .flatMap(Optional::stream)
                .toList();
        if (IntStream.rangeClosed(1, SLOTS).allMatch(slot -> settings.optional("sms." + slot + ".kind")
                .filter("none"::equals)
                .isPresent())) {
            settings.reject("sms.1.kind", "must name a gateway: with none in all slots no parent gets a text");
        }
        return new SmsSettings(
                gateways,
                Duration.ofMinutes(settings.number("sms.bridge-expiry-minutes", 1, EXPIRY_MINUTES_MAX)),
                callbackUrl(settings),
                probeNumber(settings));
    }

    private static Optional<String> callbackUrl(Settings settings) {
        Optional<String> url = settings.optional("sms.callback-url");
        if (url.isPresent() && !url.get().matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
            settings.reject("sms.callback-url", "must be scheme, host and port only, such as https://loket.example");
        }
        return url;
    }

    private static Optional<String> probeNumber(Settings settings) {
        Optional<String> number = settings.optional("sms.probe.number");
        if (number.isPresent() && !number.get().matches("\\+[1-9][0-9]{7,14}")) {
            settings.reject("sms.probe.number", "must be a number as +31612345678");
        }
        return number;
    }
}
