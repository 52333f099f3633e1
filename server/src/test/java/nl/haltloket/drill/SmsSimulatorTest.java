package nl.haltloket.drill;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import nl.haltloket.config.Secret;
import nl.haltloket.notify.DeliveryReport;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.SmppConfig;
import nl.haltloket.notify.SmppGateway;
import nl.haltloket.notify.Sms;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSimulatorTest {
    private final BlockingQueue<DeliveryReport> reports = new LinkedBlockingQueue<>();

    @Test
    void a_message_is_answered_shown_with_a_masked_number_and_reported() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (SmsSimulator simulator = simulator()) {
            SmppGateway gateway = gateway(vertx, simulator.port(), "oefening");
            gateway.start().await(10, SECONDS);
            List<String> ids = gateway.send(sms("Halt: hallo €")).await(10, SECONDS);
            DeliveryReport report = reports.poll(10, SECONDS);
            assertThat(report).isNotNull();
            assertThat(report.providerId()).isEqualTo(ids.getFirst());
            assertThat(report.state()).isEqualTo(DeliveryReport.State.DELIVERED);
            SimulatedSms shown = simulator.messages().getFirst();
            assertThat(shown.text()).isEqualTo("Halt: hallo €");
            assertThat(shown.number()).isEqualTo("*********78");
            assertThat(shown.parts()).isEqualTo(1);
            gateway.close().await(10, SECONDS);
        } finally {
            vertx.close().await(10, SECONDS);
        }
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (SmsSimulator simulator = simulator()) {
            SmppGateway gateway = gateway(vertx, simulator.port(), "anders");
            gateway.start().await(10, SECONDS);
            assertThat(gateway.health().sentence()).isEqualTo("De sms-gateway weigert de aanmelding.");
            gateway.close().await(10, SECONDS);
        } finally {
            vertx.close().await(10, SECONDS);
        }
    }

    @Test
    void only_the_last_hundred_are_kept() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (SmsSimulator simulator = simulator()) {
            SmppGateway gateway = gateway(vertx, simulator.port(), "oefening");
            gateway.start().await(10, SECONDS);
            for (int i = 0; i <= 100; i++) {
                assertThat(gateway.send(sms("Halt: " + i)).await(10, SECONDS)).hasSize(1);
            }
            assertThat(simulator.messages()).hasSize(100);
            assertThat(simulator.messages().getFirst().text()).isEqualTo("Halt: 100");
            gateway.close().await(10, SECONDS);
        } finally {
            vertx.close().await(10, SECONDS);
        }
    }

    @Test
    void it_fails_as_it_is_told_and_behaves_again() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (SmsSimulator simulator = simulator()) {
            DrillGateways drill = new DrillGateways();
            drill.add("simulator-1", simulator);
            SmppGateway gateway = gateway(vertx, simulator.port(), "oefening");
            gateway.start().await(10, SECONDS);
            behave(drill, SimulatedFault.REFUSES);
            assertThatThrownBy(() -> gateway.send(sms("Halt: een")).await(10, SECONDS))
                    .hasMessageContaining("smpp-0x0A");
            behave(drill, SimulatedFault.NEVER_DELIVERS);
            assertThat(gateway.send(sms("Halt: twee")).await(10, SECONDS)).hasSize(1);
            behave(drill, SimulatedFault.GONE);
            Awaitility.await().until(() -> !gateway.health().up());
            assertThat(reports).as("the second was never reported").isEmpty();
            Awaitility.await().until(() -> gateway.health().sentence().equals("De sms-gateway is niet bereikbaar."));
            assertThat(drill.behaviours())
                    .containsExactly(new DrillGateways.Behaviour("simulator-1", SimulatedFault.GONE));
            behave(drill, SimulatedFault.NONE);
            Awaitility.await().until(() -> gateway.health().up());
            assertThat(gateway.send(sms("Halt: drie")).await(10, SECONDS)).hasSize(1);
            assertThat(reports.poll(10, SECONDS)).isNotNull();
            gateway.close().await(10, SECONDS);
        } finally {
            vertx.close().await(10, SECONDS);
        }
    }

    @Test
    void an_unknown_simulator_is_refused() throws Exception {
        assertThatThrownBy(() -> behave(new DrillGateways(), SimulatedFault.GONE))
                .hasMessageContaining("andere sms-centrale");
        try (SmsSimulator simulator = simulator()) {
            DrillGateways drill = new DrillGateways();
            drill.add("simulator-2", simulator);
            assertThatThrownBy(() -> behave(drill, SimulatedFault.GONE)).hasMessageContaining("met die naam");
        }
    }

    private static void behave(DrillGateways drill, SimulatedFault fault) {
        drill.behave(new DrillGateways.Behaviour("simulator-1", fault));
    }

    @Test
    void it_listens_on_loopback_only() {
        assertThatThrownBy(() -> new SmsSimulator(
                        InetAddress.getByAddress(new byte[4]), 0, "a", "b", Clock.systemUTC(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void a_drill_may_use_this_machine(String host) {
        gatewaysAt(host).forEach(gateway -> assertThatCode(() -> DrillGuard.check(gateway))
                .as(gateway.name())
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"smpp.provider.example", "10.0.0.1", "127.0.0.1.provider.example", "0.0.0.0", "128.0.0.1"})
    void a_drill_may_not_use_another(String host) {
        gatewaysAt(host).forEach(gateway -> assertThatThrownBy(() -> DrillGuard.check(gateway))
                .as(gateway.name())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Oefenmodus"));
    }

    private static SmsSimulator simulator() throws Exception {
        return new SmsSimulator(
                InetAddress.getLoopbackAddress(), 0, "halt", "oefening", Clock.systemUTC(), Duration.ofMillis(50));
    }

    private SmppGateway gateway(Vertx vertx, int port, String password) {
        SmppGateway gateway = new SmppGateway(vertx, config("127.0.0.1", port, password), Clock.systemUTC());
        gateway.onReport(report -> {
            reports.add(report);
            return Future.succeededFuture();
        });
        return gateway;
    }

    private static SmppConfig config(String host, int port, String password) {
        return new SmppConfig("smpp-1", host, port, Optional.empty(), "halt", new Secret(password), "Halt", 10);
    }

    private static Stream<GatewaySettings> gatewaysAt(String host) {
        URI url = URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + "/sms");
        return Stream.of(
                new GatewaySettings.Smpp(1, config(host, 2775, "oefening")),
                new GatewaySettings.Notify(2, url, new Secret("k"), "t", new Secret(""), 10),
                new GatewaySettings.Http(3, url, "u", new Secret("p"), "Halt", Optional.empty(), new Secret(""), 10));
    }

    private static Sms sms(String text) {
        return new Sms(
                UUID.randomUUID(),
                "+31612345678",
                text,
                false,
                Clock.systemUTC().instant().plusSeconds(60));
    }
}
