package nl.haltloket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.bundle.Trust;
import nl.haltloket.crypto.OwnerFile;
import nl.haltloket.crypto.P256;
import nl.haltloket.crypto.Pem;
import nl.haltloket.json.FileProblem;
import nl.haltloket.law.LawReader;
import nl.haltloket.law.LawText;
import nl.haltloket.refusal.Refusal;

/**
 * {@code scripts/bundle}: what an office does on its own machine, with no server and no settings; only the schemas of
 * {@code config/schema} are read.
 */
final class BundleCommand {
    private static final int GOOD = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final String USAGE = """
            Gebruik:
              scripts/bundle keys MAP                                   maak een sleutelpaar van een kantoor
              scripts/bundle sign --key office.key --out X.haltbundle BESTAND...
              scripts/bundle verify X.haltbundle [--trust MAP]...       standaard config/trust""";

    private BundleCommand() {}

    /** Gives the exit code: 0 when done or valid, 1 when refused, 2 when it was not understood. */
    static int run(List<String> arguments) {
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "keys" -> arguments.size() == 2 ? keys(Path.of(arguments.get(1))) : usage();
                case "sign" -> sign(arguments.subList(1, arguments.size()));
                case "verify" -> verify(arguments.subList(1, arguments.size()));
                default -> usage();
            };
        } catch (Refusal | FileProblem.Found refused) {
            Console.error("GEWEIGERD\n" + refused.getMessage());
            return REFUSED;
        } catch (IOException | GeneralSecurityException | IllegalStateException e) {
            Console.error("Dit lukt niet: %s".formatted(e.getMessage()));
            return REFUSED;
        }
    }

    private static int usage() {
        Console.error(USAGE);
        return WRONG_USE;
    }

    private static int keys(Path directory) throws IOException, GeneralSecurityException {
        Path secret = directory.resolve("office.key");
        Path open = directory.resolve("office.pem");
        if (Files.exists(secret) || Files.exists(open)) {
            Console.error("In %s staat al een sleutelpaar; het wordt niet overschreven.".formatted(directory));
            return REFUSED;
        }
        KeyPair pair = P256.generate(new SecureRandom());
        OwnerFile.write(secret, Pem.of(pair.getPrivate()).getBytes(StandardCharsets.US_ASCII));
        var _ = Files.writeString(open, Pem.of(pair.getPublic()));
        Console.print("""
                %s   geheim: blijft op het kantoor, alleen u kunt het lezen
                %s   mag iedereen zien: zet het op elk loket in config/trust
                Sleutel %s""".formatted(secret, open, Trust.fingerprint(pair.getPublic())));
        return GOOD;
    }

    private static int sign(List<String> arguments) throws IOException, GeneralSecurityException {
        Map<String, String> options = new HashMap<>();
        List<Path> paths = new ArrayList<>();
        for (int at = 0; at < arguments.size(); at++) {
            String argument = arguments.get(at);
            if ((argument.equals("--key") || argument.equals("--out")) && at + 1 < arguments.size()) {
                options.put(argument, arguments.get(++at));
            } else {
                paths.add(Path.of(argument));
            }
        }
        if (options.size() != 2 || paths.isEmpty()) {
            return usage();
        }
        PrivateKey key = Pem.privateKey(Files.readString(Path.of(options.get("--key"))));
        Bundle bundle = Bundle.of(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), files(paths));
        check(bundle);
        Path out = Path.of(options.get("--out"));
        byte[] signed = SignedBundle.sign(bundle, key, P256.publicKeyOf(key));
        var _ = Files.write(out, signed);
        Console.print("%s, %d bytes".formatted(out, signed.length));
        tell(bundle);
        Console.print("Getekend met sleutel %s".formatted(Trust.fingerprint(P256.publicKeyOf(key))));
        return GOOD;
    }

    /** What no desk would take is not signed and not called valid. */
    private static void check(Bundle bundle) {
        LawReader reader = new LawReader(Path.of("config"));
        if (bundle.files().containsKey(Bundle.RULES) || bundle.files().containsKey(Bundle.OFFENCES)) {
            LawText _ = reader.read(bundle.files());
        } else {
            reader.checkEvent(Objects.requireNonNull(bundle.files().get(Bundle.EVENT)));
        }
    }

    private static Map<String, byte[]> files(List<Path> paths) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (Path path : paths) {
            String name = String.valueOf(path.getFileName());
            if (!Bundle.NAMES.contains(name)) {
                throw new IllegalStateException(
                        "Een pakket bevat alleen %s, niet %s.".formatted(String.join(", ", Bundle.NAMES), name));
            }
            files.put(name, Files.readAllBytes(path));
        }
        return files;
    }

    private static int verify(List<String> arguments) throws IOException {
        List<Path> trusted = new ArrayList<>();
        for (int at = 1; at < arguments.size(); at += 2) {
            if (!arguments.get(at).equals("--trust") || at + 1 == arguments.size()) {
                return usage();
            }
            trusted.add(Path.of(arguments.get(at + 1)));
        }
        if (arguments.isEmpty()) {
            return usage();
        }
        Trust trust = Trust.read(trusted.isEmpty() ? List.of(Path.of("config", "trust")) : trusted);
        SignedBundle.Verified verified = SignedBundle.verify(Files.readAllBytes(Path.of(arguments.getFirst())), trust);
        tell(verified.bundle());
        Console.print("Getekend door %s, sleutel %s"
                .formatted(verified.signer().name(), verified.signer().fingerprint()));
        check(verified.bundle());
        Console.print("GELDIG");
        return GOOD;
    }

    private static void tell(Bundle bundle) {
        Console.print("Soort %s, gemaakt op %s".formatted(bundle.kind(), bundle.madeAt()));
        bundle.files()
                .forEach((name, content) -> Console.print("  %-16s %7d bytes  sha-256 %s"
                        .formatted(name, content.length, HexFormat.of().formatHex(Bundle.sha256(content)))));
    }
}
