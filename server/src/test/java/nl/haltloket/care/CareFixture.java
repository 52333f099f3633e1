package nl.haltloket.care;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestIntake;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;

/** A juvenile at the desk, and what is asked of it. */
final class CareFixture {
    /** Fifteen on the evening of the test. */
    static final String FIFTEEN = "2011-03-14";

    /** Thirteen. */
    static final String THIRTEEN = "2013-05-01";

    /** Sixteen on this very day. */
    static final String SIXTEEN = "2010-11-22";

    private final TestPhone phone;
    private final TestTablet tablet;
    private final TestIntake desk;

    CareFixture(TestPhone phone, TestTablet tablet) {
        this.phone = phone;
        this.tablet = tablet;
        this.desk = new TestIntake(tablet);
    }

    /** Received, with the intake begun; nobody showed the rights card. */
    UUID receive(String birthDate) {
        UUID id = phone.handOver();
        JsonObject receipt = TestTablet.receipt(id, TestTablet.guardian());
        receipt.getJsonObject("identity").put("birthDate", birthDate);
        tablet.device().command("/cases", receipt).expect(201);
        tablet.device()
                .command("/cases/" + id + "/transitions", new JsonObject().put("to", "INTAKE"))
                .expect(200);
        return id;
    }

    /** Received, and the rights card was shown. */
    UUID informed(String birthDate) {
        UUID id = receive(birthDate);
        tablet.showRights(id);
        return id;
    }

    /** What the juvenile says to a warm handover. */
    void juvenile(UUID id, String answer) {
        JsonObject decision = desk.juvenile(id, answer).put("channel", "IN_PERSON");
        desk.decide(id, decision.put("purpose", "WARM_HANDOVER")).expect(201);
    }

    /** What a guardian says to it, by telephone. */
    void guardian(UUID id, String answer) {
        JsonObject decision =
                desk.guardian(id, desk.file(id).getJsonArray("guardians").getJsonObject(0), answer);
        desk.decide(id, decision.put("purpose", "WARM_HANDOVER")).expect(201);
    }

    /** The first decision of a case. */
    JsonObject decision(UUID id) {
        return desk.file(id).getJsonArray("decisions").getJsonObject(0);
    }

    Reply save(UUID id, String part, int version, JsonObject data) {
        return put("/cases/" + id + "/care/" + part, version, "data", data);
    }

    Reply say(UUID id, int version, String text) {
        return put("/cases/" + id + "/own-words", version, "text", text);
    }

    Reply put(String path, int version, String field, Object value) {
        return TestApp.await(tablet.device()
                .command(
                        HttpMethod.PUT,
                        path,
                        TestDevice.newId(),
                        new JsonObject().put("version", version).put(field, value)));
    }

    Reply experience(UUID id, JsonObject answers) {
        return tablet.device()
                .command(
                        "/cases/" + id + "/experience",
                        new JsonObject().put("language", "nl").put("answers", answers));
    }

    JsonObject care(UUID id) {
        return tablet.device().get("/cases/" + id + "/care").expect(200);
    }
}
