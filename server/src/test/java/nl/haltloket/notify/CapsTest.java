package nl.haltloket.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.config.Settings;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits on texts: 3 for a case, 3 to a number in a day, 6 of the loket in an hour, 2 abroad in a day. */
class CapsTest {
    private static final String NUMBER = "+31612345678";
    private static final String ABROAD = "+32470123456";

    @TempDir
    Path directory;

    private NotifyFixture fixture;
    private Caps caps;

    @BeforeEach
    void open() {
        fixture = new NotifyFixture(directory);
        caps = new Caps(new CapSettings(3, 3, 6, 2), fixture.eventKeys, fixture.clock);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_third_text_of_a_case_may_go_and_the_fourth_may_not() {
        UUID other = newCase();
        IntStream.range(0, 2).forEach(n -> text(fixture.caseId, "+3161000000" + n));
        assertThat(check(fixture.caseId, NUMBER)).isEmpty();
        text(fixture.caseId, NUMBER);
        assertThat(check(fixture.caseId, "+31610000009")).contains(Cap.CASE);
        assertThat(check(other, NUMBER)).isEmpty();
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(check(fixture.caseId, NUMBER)).as("a case has no days").contains(Cap.CASE);
    }

    @Test
    void a_number_gets_three_in_a_day_for_whatever_case() {
        IntStream.range(0, 3).forEach(_ -> text(newCase(), NUMBER));
        assertThat(check(newCase(), NUMBER)).contains(Cap.NUMBER);
        assertThat(check(newCase(), "0031 6 12345678"))
                .as("however it is written")
                .contains(Cap.NUMBER);
        assertThat(check(newCase(), "+31687654321")).isEmpty();
        fixture.clock.advance(Duration.ofHours(24));
        assertThat(check(newCase(), NUMBER)).isEmpty();
    }

    @Test
    void numbers_abroad_have_a_limit_of_their_own() {
        IntStream.range(0, 2).forEach(n -> text(newCase(), "+3247012345" + n));
        assertThat(check(newCase(), ABROAD)).contains(Cap.ABROAD);
        assertThat(check(newCase(), NUMBER)).isEmpty();
        fixture.clock.advance(Duration.ofHours(24));
        assertThat(check(newCase(), ABROAD)).isEmpty();
    }

    @Test
    void the_loket_sends_so_many_in_an_hour() {
        IntStream.range(0, 6).forEach(n -> text(newCase(), "+3161000000" + n));
        assertThat(check(newCase(), NUMBER)).contains(Cap.HOUR);
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(check(newCase(), NUMBER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED,false,true",
        "CLAIMED,false,true",
        "ACCEPTED,true,true",
        "DELIVERED,true,true",
        "IN_DOUBT,false,true",
        "FAILED,true,true",
        "FAILED,false,false",
        "EXPIRED,true,true",
        "EXPIRED,false,false",
        "CANCELLED,false,false",
    })
    void only_what_went_or_may_yet_go_counts(MessageState state, boolean taken, boolean counts) {
        caps = new Caps(new CapSettings(1, 100, 100, 100), fixture.eventKeys, fixture.clock);
        UUID id = text(fixture.caseId, NUMBER);
        sql("UPDATE outbox SET state = $2 WHERE id = $1", id, state.name());
        if (taken) {
            sql(
                    "INSERT INTO message_part (message_id, attempt, part, gateway, provider_id)"
                            + " VALUES ($1, 1, 1, 'g', $2)",
                    id,
                    "p");
        }
        assertThat(check(fixture.caseId, NUMBER).isPresent()).isEqualTo(counts);
    }

    @Test
    void what_is_taken_back_while_it_waits_does_not_count() {
        caps = new Caps(new CapSettings(1, 100, 100, 100), fixture.eventKeys, fixture.clock);
        var _ = text(fixture.caseId, NUMBER);
        NotifyFixture.await(fixture.database.inTransaction(tx -> fixture.outbox.cancel(tx, NotifyFixture.KEY)));
        assertThat(check(fixture.caseId, NUMBER)).isEmpty();
    }

    @Test
    void of_two_at_once_for_one_number_the_second_sees_the_first() {
        caps = new Caps(new CapSettings(100, 1, 100, 100), fixture.eventKeys, fixture.clock);
        Future<Boolean> one = sendIfAllowed(newCase());
        Future<Boolean> two = sendIfAllowed(newCase());
        assertThat(NotifyFixture.await(one) ^ NotifyFixture.await(two)).isTrue();
    }

    @Test
    void the_shipped_limits_load_and_what_cannot_be_is_refused() throws IOException {
        Files.copy(TestApp.configuration().resolve("sms.properties"), directory.resolve("sms.properties"));
        assertThat(CapSettings.from(Settings.load(directory, Map.of()))).isEqualTo(new CapSettings(3, 3, 600, 100));
        Settings wrong = Settings.load(
                directory, Map.of("HALTLOKET_SMS_CAP_PER_CASE", "0", "HALTLOKET_SMS_CAP_ABROAD_PER_DAY", "veel"));
        var _ = CapSettings.from(wrong);
        assertThatThrownBy(wrong::finish)
                .hasMessageContaining("sms.cap-per-case")
                .hasMessageContaining("sms.cap-abroad-per-day");
    }

    private Future<Boolean> sendIfAllowed(UUID caseId) {
        return fixture.database.inTransaction(tx -> caps.check(tx, caseId, NUMBER)
                .compose(cap -> cap.isPresent()
                        ? Future.succeededFuture(false)
                        : fixture.outbox.enqueue(tx, message(caseId, NUMBER)).map(true)));
    }

    private Optional<Cap> check(UUID caseId, String number) {
        return NotifyFixture.await(fixture.database.inTransaction(tx -> caps.check(tx, caseId, number)));
    }

    private UUID newCase() {
        UUID id = UUID.randomUUID();
        NotifyFixture.await(
                fixture.database.inTransaction(tx -> fixture.caseKeys.create(tx, id, Future::succeededFuture)));
        return id;
    }

    @CanIgnoreReturnValue
    private UUID text(UUID caseId, String number) {
        return fixture.enqueue(message(caseId, number));
    }

    private Message message(UUID caseId, String number) {
        return new Message(
                UUID.randomUUID(),
                caseId,
                NotifyFixture.KEY,
                number,
                NotifyFixture.TEXT,
                0,
                fixture.clock.instant().plus(Duration.ofHours(2)));
    }

    private void sql(String statement, Object... values) {
        var _ = NotifyFixture.await(
                fixture.testDatabase.pool().preparedQuery(statement).execute(Tuple.from(values)));
    }
}
