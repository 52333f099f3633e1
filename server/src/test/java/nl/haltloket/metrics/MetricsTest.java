package nl.haltloket.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a running server tells a dashboard after a handover, a receipt and a refusal. */
class MetricsTest {
    private static final TestApp APP = TestApp.texting(new SmsSettings(
            List.of(new GatewaySettings.Simulator(1, 0, "Halt", 10)),
            Duration.ofHours(2),
            Optional.empty(),
            Optional.of("+31612340000")));
    private static final Pattern NAME = Pattern.compile("\\b(?:haltloket|vertx)_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Set<String> LABELS = Set.of(
            "state",
            "operation",
            "outcome",
            "code",
            "gateway",
            "le",
            "method",
            "pool_name",
            "pool_type",
            "address",
            "side");

    @BeforeAll
    static void walk() {
        TestPhone phone = new TestPhone(APP);
        TestTablet tablet = new TestTablet(APP, "fatima");
        phone.handOver();
        tablet.receive(phone.handOver(), TestTablet.guardian()).expect(201);
        assertThat(tablet.receive(UUID.randomUUID(), TestTablet.guardian()).status())
                .isEqualTo(404);
        await().until(() -> APP.count("outbox WHERE state = 'DELIVERED'") == 1);
        await().until(() ->
                scrape().contains("haltloket_probe_seconds_count{gateway=\"simulator-1\",outcome=\"delivered\"} 1"));
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void the_desk_is_counted_by_state() {
        assertThat(scrape())
                .contains(
                        "haltloket_handovers{state=\"SUBMITTED\"} 1.0",
                        "haltloket_handovers{state=\"RECEIVED\"} 1.0",
                        "haltloket_handovers{state=\"DECLINED\"} 0.0",
                        "haltloket_cases{state=\"OPENED\"} 1.0",
                        "haltloket_outbox_messages{state=\"DELIVERED\"} 1.0",
                        "haltloket_outbox_oldest_seconds 0.0",
                        "haltloket_streams_open 0.0",
                        "haltloket_gateway_up 1.0",
                        "haltloket_gateway_slot_up{gateway=\"simulator-1\"} 1.0",
                        "haltloket_gateway_slot_used{gateway=\"simulator-1\"} 1.0",
                        "haltloket_sms_possible_doubles 0.0",
                        "haltloket_sms_unknown_reports 0.0",
                        "haltloket_database_up 1.0",
                        "haltloket_database_restarts_total 0.0")
                .anyMatch(line -> line.matches("haltloket_audit_entries [1-9].*"));
    }

    @Test
    void requests_refusals_and_texts_are_timed_and_counted() {
        assertThat(scrape())
                .contains(
                        "haltloket_refusals_total{code=\"handover.unknown\"} 1.0",
                        "haltloket_requests_seconds_count{operation=\"receiveHandover\",outcome=\"2xx\"} 1",
                        "haltloket_requests_seconds_count{operation=\"receiveHandover\",outcome=\"4xx\"} 1",
                        "haltloket_gateway_submit_seconds_count{gateway=\"simulator-1\",outcome=\"accepted\"} 1")
                .anyMatch(line -> line.startsWith("vertx_pool_queue_pending{pool_name=\"database\""));
    }

    @Test
    void a_waiting_message_has_an_age() {
        try (TestApp app = TestApp.withoutGateway()) {
            TestPhone phone = new TestPhone(app);
            new TestTablet(app, "fatima")
                    .receive(phone.handOver(), TestTablet.guardian())
                    .expect(201);
            app.clock().advance(Duration.ofSeconds(90));
            assertThat(lines(app))
                    .contains(
                            "haltloket_outbox_messages{state=\"QUEUED\"} 1.0",
                            "haltloket_outbox_oldest_seconds 90.0",
                            "haltloket_gateway_up 0.0");
        }
    }

    @Test
    void labels_are_few_and_name_nobody() {
        List<MatchResult> labels = scrape().stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> LABEL.matcher(line).results())
                .toList();
        assertThat(labels).extracting(label -> label.group(1)).isSubsetOf(LABELS);
        assertThat(labels)
                .extracting(label -> label.group(2))
                .noneMatch(value -> value.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"))
                .doesNotContain("fatima");
        assertThat(String.join("\n", scrape())).doesNotContain("Noor", "Voorbeeld", "12345678", "/api/v1");
        assertThat(scrape().size()).as("lines").isLessThan(2_000);
    }

    @Test
    void the_desk_proves_its_gateway_with_the_text_that_was_signed() {
        TestDevice coordinator = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
        assertThat(coordinator.get("/drill/messages").expect(200).encode())
                .containsPattern("Halt: proef van het loket\\. U hoeft niets te doen\\. [0-9a-f]{6}");
    }

    @Test
    void every_name_of_the_dashboard_is_told_by_the_server_and_every_one_of_ours_is_shown() throws IOException {
        Set<String> told = names(String.join("\n", scrape()));
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(told).containsAll(asked);
        assertThat(families(asked)).containsAll(families(told));
    }

    /** Those of our own, without what a timer adds. */
    private static Set<String> families(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("haltloket_"))
                .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> asked() throws IOException {
        JsonObject dashboard = new JsonObject(Files.readString(dashboard()));
        Set<String> asked = new TreeSet<>();
        for (Object panel : dashboard.getJsonArray("panels")) {
            for (Object target : ((JsonObject) panel).getJsonArray("targets", new JsonArray())) {
                asked.addAll(names(((JsonObject) target).getString("expr")));
            }
        }
        return asked;
    }

    @Test
    void the_dashboard_asks_which_source_it_reads() throws IOException {
        JsonObject dashboard = new JsonObject(Files.readString(dashboard()));
        JsonObject source =
                dashboard.getJsonObject("templating").getJsonArray("list").getJsonObject(0);
        assertThat(source.getString("type")).isEqualTo("datasource");
        assertThat(source.getString("query")).isEqualTo("prometheus");
        assertThat(dashboard.getJsonArray("panels")).allSatisfy(panel -> {
            JsonObject from = ((JsonObject) panel).getJsonObject("datasource");
            assertThat(from == null ? null : from.getString("uid")).isEqualTo("${" + source.getString("name") + "}");
        });
    }

    private static List<String> scrape() {
        return lines(APP);
    }

    private static List<String> lines(TestApp app) {
        return Arrays.asList(app.manage("/metrics").body().toString().split("\n"));
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(text).results().forEach(name -> names.add(name.group()));
        return names;
    }

    private static Path dashboard() {
        Path here = Path.of("docs/grafana/halt-loket.json");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
