package nl.haltloket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that can not go well ends at once, says all that is wrong, and leaves nothing behind. */
class StartTest {
    @TempDir
    Path data;

    private record Ending(int exitCode, String text) {}

    @Test
    void a_port_in_use_is_told_before_anything_is_started() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ending ending = start(Map.of(
                    "HALTLOKET_HTTP_LOCAL_PORT", String.valueOf(taken.getLocalPort()),
                    "HALTLOKET_SMS_1_PORT", String.valueOf(other.getLocalPort())));
            assertThat(ending.exitCode()).isEqualTo(1);
            assertThat(ending.text())
                    .contains("Port %d (http.local-port) is in use".formatted(taken.getLocalPort()))
                    .contains("Port %d (sms.1.port) is in use".formatted(other.getLocalPort()))
                    .contains("Stop the other program, or set http.local-port to another port.")
                    .doesNotContain("\tat ");
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void every_mistake_of_the_configuration_is_told_at_once() throws Exception {
        Ending ending = start(Map.of(
                "HALTLOKET_HTPP_PORT", "8443",
                "HALTLOKET_HTTP_PORT", "abc",
                "HALTLOKET_SMS_1_HOST", "",
                "HALTLOKET_SMS_1_KIND", "smpp"));
        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.text())
                .contains("Unknown variable HALTLOKET_HTPP_PORT; did you mean HALTLOKET_HTTP_PORT?")
                .contains("http.port must be a whole number from 0 to 65535, not \"abc\".")
                .contains("sms.1.host must be the address of the provider when the kind is smpp.")
                .contains("sms.1.port must be the port of the provider when the kind is smpp, not 0.")
                .doesNotContain("\tat ");
        assertThat(data).isEmptyDirectory();
    }

    private Ending start(Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HALTLOKET_DATA_DIR", data.toString(),
                "HALTLOKET_HTTP_PORT", "0",
                "HALTLOKET_HTTP_LOCAL_PORT", "0",
                "HALTLOKET_HTTP_MANAGEMENT_PORT", "0",
                "HALTLOKET_SMS_1_PORT", "0"));
        environment.putAll(settings);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        "nl.haltloket.Main"))
                .directory(root().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), text);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("config")) ? here : here.resolve("..").normalize();
    }
}
