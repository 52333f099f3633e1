package nl.haltloket.keys;

import java.nio.file.Path;
import java.util.Optional;
import nl.haltloket.config.Mode;
import nl.haltloket.config.Secret;
import nl.haltloket.config.Settings;

/**
 * How the event keys are kept.
 *
 * @param passphrase for the first start; empty means that one is made and printed
 * @param memoryDirectory for the unwrapped copy; must be in memory
 * @param recoveryPublicKey PEM of the office; absent means that a drill makes a pair
 */
public record KeyConfig(
        KeyProtection protection, Secret passphrase, Path memoryDirectory, Optional<Path> recoveryPublicKey) {

    /** Reads the keys that start with {@code key.}; problems are noted in the settings. */
    public static KeyConfig from(Settings settings, Mode mode) {
        KeyConfig config = new KeyConfig(
                settings.choice("key.protection", KeyProtection.class),
                settings.secret("key.passphrase"),
                settings.path("key.memory-dir"),
                settings.optional("key.recovery-public-key").map(Path::of));
        if (!config.passphrase.isEmpty() && !Passphrase.isLongEnough(config.passphrase.value())) {
            settings.reject("key.passphrase", "has fewer than %d characters".formatted(Passphrase.LENGTH_MIN));
        }
        if (mode == Mode.EVENT && config.protection == KeyProtection.PLAIN) {
            settings.reject("key.protection", "must be passphrase for a real event");
        }
        if (mode == Mode.EVENT && config.recoveryPublicKey.isEmpty()) {
            settings.reject("key.recovery-public-key", "must name the office's key for a real event");
        }
        return config;
    }
}
