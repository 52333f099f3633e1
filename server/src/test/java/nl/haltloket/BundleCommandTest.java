package nl.haltloket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import nl.haltloket.testing.CommandRun;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/bundle} runs: an office makes keys, signs what is good, and sees what is in a bundle. */
class BundleCommandTest {
    @TempDir
    Path office;

    @Test
    void an_office_signs_and_checks_and_is_told_what_is_wrong() throws Exception {
        Path keys = office.resolve("keys");
        assertThat(run("keys", keys).exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("office.key"))))
                .isEqualTo("rw-------");
        CommandRun.Ending again = run("keys", keys);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.text()).contains("wordt niet overschreven");

        Path bundle = office.resolve("x.haltbundle");
        CommandRun.Ending signed = run(
                "sign",
                "--key",
                keys.resolve("office.key"),
                "--out",
                bundle,
                "config/event.json",
                "config/rules.json",
                "config/halt-feiten.json");
        assertThat(signed.exitCode()).as(signed.text()).isZero();
        CommandRun.Ending valid = run("verify", bundle, "--trust", keys);
        assertThat(valid.exitCode()).isZero();
        assertThat(valid.text()).contains("Soort EVENT", "rules.json", "Getekend door office, sleutel", "GELDIG");

        CommandRun.Ending stranger = run("verify", bundle);
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.text()).contains("niet getekend door een kantoor").doesNotContain("\tat ");
        byte[] changed = Files.readAllBytes(bundle);
        changed[5_000] ^= 1;
        CommandRun.Ending broken = run("verify", Files.write(office.resolve("y.haltbundle"), changed), "--trust", keys);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.text()).contains("na het tekenen veranderd");
    }

    @Test
    void what_no_desk_would_take_is_not_signed() throws Exception {
        assertThat(run("keys", office).exitCode()).isZero();
        String good = Files.readString(TestApp.configuration().resolve("event.json"));
        Path bad = Files.writeString(office.resolve("event.json"), good.replace("\"hours\": 24", "\"hours\": 999"));
        Path out = office.resolve("x.haltbundle");
        CommandRun.Ending refused = run("sign", "--key", office.resolve("office.key"), "--out", out, bad);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text()).contains("event.json regel 7: hours moet een heel getal");
        Path other = Files.writeString(office.resolve("prijzen.csv"), "x");
        CommandRun.Ending unknown = run("sign", "--key", office.resolve("office.key"), "--out", out, other);
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.text()).contains("niet prijzen.csv");
        assertThat(out).doesNotExist();
        assertThat(run("sign").exitCode()).isEqualTo(2);
    }

    private static CommandRun.Ending run(Object... arguments) throws IOException, InterruptedException {
        return CommandRun.of(
                Map.of(),
                Stream.concat(Stream.of("bundle"), Stream.of(arguments)).toArray());
    }
}
