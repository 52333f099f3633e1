package nl.haltloket.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.jspecify.annotations.Nullable;

/** Something that a screen tells the server, kept as its queue keeps it: the same bytes under the same id each time. */
final class Attempt {
    private final UUID id;
    private final Supplier<Future<Reply>> request;
    private @Nullable Future<Reply> sent;

    private Attempt(UUID id, Supplier<Future<Reply>> request) {
        this.id = id;
        this.request = request;
    }

    /** A phone hands a juvenile over. */
    static Attempt handover(TestPhone phone) {
        TestEnvelope envelope = phone.envelope();
        long now = Instant.now().toEpochMilli();
        envelope.payload.put(7, now);
        envelope.data.put(3, now);
        byte[] sealed = phone.seal(envelope);
        return new Attempt(envelope.id(), () -> phone.post(sealed));
    }

    /** A tablet receives one, whose parent has this number. */
    static Attempt receipt(TestDevice tablet, UUID handoverId, String number) {
        JsonObject body = TestTablet.receipt(handoverId, TestTablet.guardian().put("number", number));
        UUID commandId = TestDevice.newId();
        return new Attempt(handoverId, () -> tablet.command(HttpMethod.POST, "/cases", commandId, body));
    }

    /** The id of the handover and its case. */
    UUID id() {
        return id;
    }

    /** Sends, and waits for nothing. */
    void send() {
        sent = request.get();
    }

    /** Sends, and waits for this answer. */
    void gets(int status) {
        TestApp.await(request.get()).expect(status);
    }

    /** Nobody promised anything: a dead server says nothing, and one without database asks to come back. */
    void wentUnanswered(Victim victim) {
        Future<Reply> first = Objects.requireNonNull(sent);
        if (victim == Victim.SERVER) {
            String end = TestApp.await(first.map(Reply::outcome).otherwise("nothing"));
            assertThat(end).isEqualTo("nothing");
        } else {
            Reply reply = TestApp.await(first);
            assertThat(reply.outcome()).isEqualTo("503 unavailable");
            assertThat(reply.headers().get("Retry-After")).isNotEmpty();
        }
    }
}
