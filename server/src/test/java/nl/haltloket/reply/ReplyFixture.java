package nl.haltloket.reply;

import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.notify.Inbound;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.jspecify.annotations.Nullable;

/** A desk whose gateway is down, two tablets, and guardians who write. Every test has numbers of its own. */
final class ReplyFixture implements AutoCloseable {
    final TestApp app = TestApp.withoutGateway();
    final TestPhone phone = new TestPhone(app);
    final TestTablet tablet = new TestTablet(app, "fatima");
    final TestTablet other = new TestTablet(app, "joris");
    private final CaseCodes codes = new CaseCodes(new SecureRandom());
    private int number = 10_000_000;
    private int provider;

    /** A mobile number that nobody else has. */
    String number() {
        return "+316" + ++number;
    }

    /** A case whose guardian has this number, with the first text queued. */
    UUID caseOf(String number) {
        UUID id = phone.handOver();
        tablet.receive(id, TestTablet.guardian().put("number", number)).expect(201);
        return id;
    }

    String code(UUID caseId) {
        return TestApp.await(app.database().inTransaction(tx -> codes.of(tx, caseId)));
    }

    /** Comes in under an id of its own, and is kept. */
    void comesIn(String from, String text) {
        keep("smpp-1", "id-" + ++provider, from, text, app.clock().instant());
    }

    void keep(String gateway, @Nullable String providerId, String from, String text, Instant at) {
        TestApp.await(app.app().replies().keeper().keep(new Inbound(gateway, providerId, from, text, at)));
    }

    /** The last text that came in, as the box has it; fails when it is not there. */
    JsonObject waiting(String text) {
        return item("replies", text);
    }

    JsonObject item(String list, String text) {
        return tablet.device().get("/replies").expect(200).getJsonArray(list).stream()
                .map(JsonObject.class::cast)
                .filter(one -> text.equals(one.getString("text")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in the box: " + text));
    }

    /** The texts of a case, both ways. */
    JsonObject thread(UUID caseId) {
        return tablet.device().get("/cases/" + caseId + "/thread").expect(200);
    }

    JsonObject row(UUID caseId) {
        return board().getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> caseId.toString().equals(row.getString("id")))
                .findFirst()
                .orElseThrow();
    }

    JsonObject board() {
        return tablet.device().get("/board").expect(200);
    }

    @Override
    public void close() {
        app.close();
    }
}
