package nl.haltloket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import nl.haltloket.keys.KeyStore;
import org.jspecify.annotations.Nullable;

/** {@code scripts/keys recover}: a new passphrase for the key file, by the private key of the Halt office. */
final class RecoverKeys {
    private static final String OFFICE_KEY = "--office-key";
    private static final int WRONG_USE = 2;

    private RecoverKeys() {}

    /** Gives the exit code: 0 when the new passphrase opens the desk. */
    static int run(Config config, List<String> arguments) {
        Optional<Path> office = officeKey(arguments);
        if (office.isEmpty()) {
            Console.error("Gebruik: scripts/keys recover [--data-dir MAP] --office-key BESTAND");
            return WRONG_USE;
        }
        Path data = config.mode().dataDirectory();
        Optional<String> chosen =
                Optional.of(config.keys().passphrase().value()).filter(given -> !given.isEmpty());
        KeyStore store = new KeyStore(config.keys(), data, new SecureRandom());
        Optional<String> made = store.recover(read(office.get()), chosen);
        Console.print("Het sleutelbestand in %s heeft een nieuwe wachtzin; de oude opent het loket niet meer."
                .formatted(data.resolve("keys")));
        made.ifPresent(KeyWords::tell);
        return 0;
    }

    /** From the arguments, or asked for when there are none. */
    private static Optional<Path> officeKey(List<String> arguments) {
        if (arguments.size() == 4
                && arguments.get(1).equals("recover")
                && arguments.get(2).equals(OFFICE_KEY)) {
            return Optional.of(Path.of(arguments.get(3)));
        }
        return arguments.equals(List.of("keys", "recover")) ? asked() : Optional.empty();
    }

    private static Optional<Path> asked() {
        Console.print("Waar staat de privésleutel van het kantoor (PEM)?");
        try {
            @Nullable
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return Optional.ofNullable(line)
                    .map(String::strip)
                    .filter(path -> !path.isEmpty())
                    .map(Path::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("De privésleutel van het kantoor is niet te lezen: %s".formatted(file), e);
        }
    }
}
