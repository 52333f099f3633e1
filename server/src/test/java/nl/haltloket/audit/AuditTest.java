package nl.haltloket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import nl.haltloket.audit.AuditVerification.Finding;
import nl.haltloket.db.Tx;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeAll
    static void makeAJourney() {
        UUID id = PHONE.handOver();
        TABLET.device().get("/handovers/" + id + "/content").expect(200);
        TABLET.receive(id, TestTablet.guardian()).expect(201);
        TABLET.beginIntake(id);
        TABLET.device().get("/cases/" + id).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET facts = ''",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "UPDATE audit_entry SET facts = '' WHERE false"
            })
    void the_database_refuses_to_change_a_line(String sql) {
        assertThatThrownBy(() -> APP.rows(sql)).isInstanceOf(PgException.class).hasMessageContaining("append-only");
    }

    /** Otherwise a line that comes between the head and the lines is a break that is none. */
    @Test
    void what_is_verified_is_of_one_moment() {
        long before = APP.count("audit_entry");
        UUID id = PHONE.handOver();
        List<Long> seen = TestApp.await(APP.database().atOneMoment(tx -> lines(tx)
                .compose(first -> look(id).compose(_ -> lines(tx)).map(then -> List.of(first, then)))));
        assertThat(seen.getFirst()).isEqualTo(seen.getLast()).isGreaterThanOrEqualTo(before);
        assertThat(APP.count("audit_entry")).isGreaterThan(seen.getLast());
    }

    private static Future<Long> lines(Tx tx) {
        return tx.one(row -> row.getLong(0), "SELECT count(*) FROM audit_entry").map(Optional::orElseThrow);
    }

    private static Future<Reply> look(UUID handoverId) {
        return TABLET.device().send(HttpMethod.GET, "/handovers/" + handoverId + "/content", Map.of(), null);
    }

    @Test
    void the_chain_of_a_journey_holds() {
        Finding finding = verified();
        assertThat(finding.problem()).isEmpty();
        assertThat(finding.lines()).isEqualTo(APP.count("audit_entry")).isGreaterThanOrEqualTo(7);
        assertThat(finding.head())
                .isEqualTo(APP.rows("SELECT encode(head, 'hex') AS head FROM audit_chain")
                        .getFirst()
                        .getString("head"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "UPDATE audit_entry SET facts = facts || 'x' WHERE seq = 3 ; regel 3 is veranderd of ontbreekt",
                "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE seq = 2 ; regel 2 is veranderd of ontbreekt",
                "UPDATE audit_entry SET actor = 'nobody' WHERE seq = 5 ; regel 5 is veranderd of ontbreekt",
                "UPDATE audit_entry SET hash = previous WHERE seq = 4 ; regel 4 is veranderd of ontbreekt",
                "DELETE FROM audit_entry WHERE seq = 1 ; regel 1 is veranderd of ontbreekt",
                "DELETE FROM audit_entry WHERE seq = 4 ; regel 4 is veranderd of ontbreekt",
                "DELETE FROM audit_entry WHERE seq > 5 ; na regel 5 ontbreken regels",
                "DELETE FROM audit_entry ; na regel 0 ontbreken regels",
                "UPDATE audit_chain SET head = sha256(head) ; ontbreken regels"
            })
    void what_was_done_behind_the_triggers_back_is_found(String sql, String problem) {
        Finding finding = afterTampering(sql);
        assertThat(finding.holds()).isFalse();
        assertThat(finding.problem()).contains(problem);
        assertThat(verified().holds()).as("it was undone").isTrue();
    }

    @Test
    void writers_at_once_keep_the_chain_whole() {
        UUID id = PHONE.handOver();
        long before = APP.count("audit_entry");
        List<Future<Reply>> looks = Stream.generate(
                        () -> TABLET.device().send(HttpMethod.GET, "/handovers/" + id + "/content", Map.of(), null))
                .limit(30)
                .toList();
        TestApp.await(Future.join(looks));
        assertThat(looks).allMatch(look -> look.result().status() == 200);
        assertThat(APP.count("audit_entry")).isEqualTo(before + 30);
        assertThat(verified().problem()).isEmpty();
    }

    @Test
    void a_line_names_no_person() {
        assertThat(APP.rows("SELECT to_jsonb(a) AS row FROM audit_entry a"))
                .extracting(row -> row.getJsonObject("row").encode())
                .noneMatch(line -> line.contains("Noor") || line.contains("Voorbeeld") || line.contains("Fatima"));
    }

    private static Finding verified() {
        return TestApp.await(APP.database().inTransaction(AuditVerification::verify))
                .getFirst();
    }

    /** Changes the chain with the trigger off, looks at it, and puts everything back. */
    private static Finding afterTampering(String sql) {
        AtomicReference<@Nullable Finding> seen = new AtomicReference<>();
        assertThatThrownBy(() -> TestApp.await(
                        APP.database().inTransaction(tx -> tx.query("ALTER TABLE audit_entry DISABLE TRIGGER ALL")
                                .compose(_ -> tx.query(sql))
                                .compose(_ -> AuditVerification.verify(tx))
                                .onSuccess(findings -> seen.set(findings.getFirst()))
                                .compose(_ -> Future.failedFuture(new IllegalStateException("put back"))))))
                .hasMessage("put back");
        return Objects.requireNonNull(seen.get());
    }
}
