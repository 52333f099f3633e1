package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;

/** What the server says of itself. */
class ReadinessTest {
    @Test
    void when_all_is_well_every_check_says_so_in_dutch() {
        try (TestApp app = new TestApp()) {
            Reply reply = await().until(
                            () -> app.manage("/health/ready"),
                            ready -> ready.json().getString("status").equals("pass"));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.mediaType()).isEqualTo("application/health+json");
            JsonObject checks = reply.json().getJsonObject("checks");
            assertThat(checks.fieldNames())
                    .contains("database", "migrations", "gateway", "disk", "certificate", "clock");
            assertThat(output(reply, "database")).isEqualTo("De database antwoordt.");
            assertThat(output(reply, "migrations")).startsWith("De tabellen zijn bij, versie ");
            assertThat(output(reply, "certificate")).startsWith("Het certificaat geldt tot ");
        }
    }

    @Test
    void without_a_gateway_people_are_still_received() {
        try (TestApp app = TestApp.withoutGateway()) {
            Reply reply = app.manage("/health/ready");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().getString("status")).isEqualTo("warn");
            assertThat(status(reply, "gateway")).isEqualTo("warn");
            assertThat(output(reply, "gateway")).isNotBlank();
        }
    }

    @Test
    void a_clock_that_jumps_is_told() {
        try (TestApp app = new TestApp()) {
            app.clock().advance(Duration.ofMinutes(65));
            Reply reply = app.manage("/health/ready");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(output(reply, "clock")).matches("De klok is sinds de start 6[45] minuten versprongen.*");
        }
    }

    @Test
    void a_clock_far_from_the_event_and_a_certificate_that_ended_are_told() {
        try (TestApp app = new TestApp()) {
            app.clock().advance(Duration.ofDays(4_000));
            Reply reply = app.manage("/health/ready");
            assertThat(output(reply, "clock")).endsWith("ver buiten het evenement. Klopt de klok?");
            assertThat(status(reply, "certificate")).isEqualTo("fail");
            assertThat(output(reply, "certificate")).startsWith("Het certificaat is verlopen op ");
            assertThat(reply.status()).isEqualTo(503);
        }
    }

    @Test
    void without_tables_that_can_be_read_people_are_turned_away_and_the_server_lives() {
        try (TestApp app = new TestApp()) {
            TestApp.await(
                    app.database().inTransaction(tx -> tx.query("UPDATE flyway_schema_history SET success = false")));
            Reply reply = app.manage("/health/ready");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(output(reply, "migrations")).startsWith("Een aanpassing van de tabellen is mislukt.");
            assertThat(app.manage("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void a_check_that_fails_or_never_ends_says_what_then_holds() {
        Readiness readiness = new Readiness()
                .with("broken", () -> Future.failedFuture("x"), Check.fail("Stuk."))
                .with(
                        "thrown",
                        () -> {
                            throw new IllegalStateException("x");
                        },
                        Check.warn("Gegooid."))
                .with("slow", () -> Promise.<Check>promise().future(), Check.warn("Traag."))
                .with("well", () -> Future.succeededFuture(Check.pass("Goed.")), Check.fail("Stuk."));
        Readiness.Report report = TestApp.await(readiness.look());
        assertThat(report.worst()).isEqualTo(Check.Status.FAIL);
        assertThat(report.json().encode()).contains("Stuk.", "Gegooid.", "Traag.", "Goed.");
    }

    private static String output(Reply reply, String check) {
        return reply.json()
                .getJsonObject("checks")
                .getJsonArray(check)
                .getJsonObject(0)
                .getString("output");
    }

    private static String status(Reply reply, String check) {
        return reply.json()
                .getJsonObject("checks")
                .getJsonArray(check)
                .getJsonObject(0)
                .getString("status");
    }
}
