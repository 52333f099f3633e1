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
 */
public record SmsSettings(List<GatewaySettings> gateways, Duration bridgeExpiry) {
    private static final int SLOTS = 3;
    private static final int EXPIRY_MINUTES_MAX = 24 * 60;

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
                gateways, Duration.ofMinutes(settings.number("sms.bridge-expiry-minutes", 1, EXPIRY_MINUTES_MAX)));
    }
}
