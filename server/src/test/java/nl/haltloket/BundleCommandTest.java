package nl.haltloket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/bundle} runs: an office makes keys, signs what is good, and sees what is in a bundle. */
class BundleCommandTest {
    @TempDir
    Path office;

    private record Ending(int exitCode, String text) {}

    @Test
    void an_office_signs_and_checks_and_is_told_what_is_wrong() throws Exception {
        Path keys = office.resolve("keys");
        assertThat(run("keys", keys).exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("office.key"))))
                .isEqualTo("rw-------");
        Ending again = run("keys", keys);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.text()).contains("wordt niet overschreven");

        Path bundle = office.resolve("x.haltbundle");
        Ending signed = run(
                "sign",
                "--key",
                keys.resolve("office.key"),
                "--out",
                bundle,
                "config/event.json",
                "config/rules.json",
                "config/halt-feiten.json");
        assertThat(signed.exitCode()).as(signed.text()).isZero();
        Ending valid = run("verify", bundle, "--trust", keys);
        assertThat(valid.exitCode()).isZero();
        assertThat(valid.text()).contains("Soort EVENT", "rules.json", "Getekend door office, sleutel", "GELDIG");

        Ending stranger = run("verify", bundle);
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.text()).contains("niet getekend door een kantoor").doesNotContain("\tat ");
        byte[] changed = Files.readAllBytes(bundle);
        changed[5_000] ^= 1;
        Ending broken = run("verify", Files.write(office.resolve("y.haltbundle"), changed), "--trust", keys);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.text()).contains("na het tekenen veranderd");
    }

    @Test
    void what_no_desk_would_take_is_not_signed() throws Exception {
        assertThat(run("keys", office).exitCode()).isZero();
        String good = Files.readString(TestApp.configuration().resolve("event.json"));
        Path bad = Files.writeString(office.resolve("event.json"), good.replace("\"hours\": 24", "\"hours\": 999"));
        Path out = office.resolve("x.haltbundle");
        Ending refused = run("sign", "--key", office.resolve("office.key"), "--out", out, bad);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text()).contains("event.json regel 7: hours moet een heel getal");
        Path other = Files.writeString(office.resolve("prijzen.csv"), "x");
        Ending unknown = run("sign", "--key", office.resolve("office.key"), "--out", out, other);
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.text()).contains("niet prijzen.csv");
        assertThat(out).doesNotExist();
        assertThat(run("sign").exitCode()).isEqualTo(2);
    }

    private static Ending run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                classPath(),
                "nl.haltloket.Main",
                "bundle"));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .directory(Objects.requireNonNull(TestApp.configuration()
                                .toAbsolutePath()
                                .normalize()
                                .getParent())
                        .toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), text);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
