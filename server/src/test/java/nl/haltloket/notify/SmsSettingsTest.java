package nl.haltloket.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.haltloket.config.Secret;
import nl.haltloket.config.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsSettingsTest {
    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private SmsSettings read = new SmsSettings(List.of(), Duration.ZERO);

    @BeforeEach
    void copy() throws IOException {
        Path file = Path.of("../config/sms.properties");
        Files.copy(file, directory.resolve(file.getFileName()));
    }

    @Test
    void the_shipped_file_is_a_simulator_alone() {
        read();
        assertThat(read)
                .isEqualTo(
                        new SmsSettings(List.of(new GatewaySettings.Simulator(1, 0, "Halt", 10)), Duration.ofHours(2)));
    }

    @Test
    void three_slots_hold_three_kinds_in_order() {
        slot(1, "KIND", "smpp", "HOST", "smpp.example", "PORT", "3550", "TLS", "true", "TLS_AUTHORITY", "ca.pem");
        slot(1, "SYSTEM_ID", "halt", "PASSWORD", "geheim", "SENDER", "3197001", "WINDOW", "20");
        slot(2, "KIND", "notify", "URL", "https://api.example", "KEY", "name-service-secret", "TEMPLATE_ID", "t-1");
        slot(2, "CALLBACK_TOKEN", "bearer");
        slot(3, "KIND", "http", "URL", "https://kannel.example/cgi-bin/sendsms", "USERNAME", "halt", "PASSWORD", "pw");
        slot(3, "SMSC", "kpn-1");
        read();
        assertThat(read.gateways())
                .containsExactly(
                        new GatewaySettings.Smpp(
                                1,
                                new SmppConfig(
                                        "smpp-1",
                                        "smpp.example",
                                        3550,
                                        Optional.of(new SmppConfig.Tls(Optional.of(Path.of("ca.pem")))),
                                        "halt",
                                        new Secret("geheim"),
                                        "3197001",
                                        20)),
                        new GatewaySettings.Notify(
                                2,
                                URI.create("https://api.example"),
                                new Secret("name-service-secret"),
                                "t-1",
                                new Secret("bearer"),
                                10),
                        new GatewaySettings.Http(
                                3,
                                URI.create("https://kannel.example/cgi-bin/sendsms"),
                                "halt",
                                new Secret("pw"),
                                "Halt",
                                Optional.of("kpn-1"),
                                new Secret(""),
                                10));
        assertThat(read.gateways()).extracting(GatewaySettings::name).containsExactly("smpp-1", "notify-2", "http-3");
        assertThat(read.toString()).doesNotContain("geheim", "secret", "pw", "bearer");
    }

    @Test
    void what_a_kind_needs_is_asked_for() {
        slot(1, "KIND", "smpp", "SYSTEM_ID", "a-name-of-more-than-fifteen");
        slot(2, "KIND", "notify", "URL", "ftp://api.example");
        slot(3, "KIND", "http", "URL", "https://me:hunter2@gate.example/sms", "SMSC", "twee woorden");
        assertThatThrownBy(this::read)
                .hasMessageContaining("sms.1.host must be the address")
                .hasMessageContaining("sms.1.port must be the port")
                .hasMessageContaining("sms.1.kind cannot be smpp")
                .hasMessageContaining("sms.2.url must be an address")
                .hasMessageContaining("sms.2.key must be the API key")
                .hasMessageContaining("sms.2.template-id must be")
                .hasMessageContaining("sms.3.url must be an address")
                .hasMessageContaining("sms.3.smsc must be")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void no_gateway_at_all_and_an_unknown_key_are_refused() {
        slot(1, "KIND", "none", "PASWORD", "x");
        assertThatThrownBy(this::read)
                .hasMessageContaining("sms.1.kind must name a gateway")
                .hasMessageContaining("HALTLOKET_SMS_1_PASWORD; did you mean HALTLOKET_SMS_1_PASSWORD?");
    }

    private void slot(int slot, String... keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            environment.put("HALTLOKET_SMS_" + slot + "_" + keysAndValues[i], keysAndValues[i + 1]);
        }
    }

    private void read() {
        Settings settings = Settings.load(directory, environment);
        read = SmsSettings.from(settings);
        CapSettings _ = CapSettings.from(settings);
        settings.finish();
    }
}
