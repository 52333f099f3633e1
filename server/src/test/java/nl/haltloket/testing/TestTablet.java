package nl.haltloket.testing;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.haltloket.web.Profile;

/** A tablet at the desk, with a worker signed in. */
public final class TestTablet {
    private final TestDevice device;

    public TestTablet(Loket loket, String login) {
        device = TestDevice.signedIn(loket, Profile.LOKET, login);
    }

    public TestDevice device() {
        return device;
    }

    /** A mother with a mobile number that was read back. */
    public static JsonObject guardian() {
        return new JsonObject()
                .put("id", TestDevice.newId().toString())
                .put("name", "Moeder Voorbeeld")
                .put("relation", "MOTHER")
                .put("custody", "YES")
                .put("number", "06 12345678")
                .put("readBack", true)
                .put("language", "nl")
                .put("doNotContact", false);
    }

    /** What the worker established about a juvenile, with these guardians. */
    public static JsonObject receipt(UUID handoverId, JsonObject... guardians) {
        return new JsonObject()
                .put("handoverId", handoverId.toString())
                .put(
                        "safety",
                        new JsonObject()
                                .put("conscious", true)
                                .put("hurt", false)
                                .put("inDanger", false))
                .put(
                        "identity",
                        new JsonObject()
                                .put("familyName", "Voorbeeld")
                                .put("givenNames", "Noor")
                                .put("birthDate", "2011-03-14")
                                .put("basis", "DOCUMENT"))
                .put("guardians", new JsonArray(java.util.List.of(guardians)));
    }

    /** That the worker decides otherwise than the rules. */
    public static JsonObject override(String decision, String reason) {
        return new JsonObject().put("decision", decision).put("reason", reason).put("note", "Moeder is onderweg.");
    }

    /** Receives a juvenile. */
    public Reply receive(UUID handoverId, JsonObject... guardians) {
        return device.command("/cases", receipt(handoverId, guardians));
    }

    /** Asks for a step of the case. */
    public Reply move(UUID caseId, String to, String reason) {
        return device.command(
                "/cases/" + caseId + "/transitions",
                new JsonObject().put("to", to).put("reason", reason));
    }

    /** Begins the intake. */
    public void beginIntake(UUID caseId) {
        device.command("/cases/" + caseId + "/transitions", new JsonObject().put("to", "INTAKE"))
                .expect(200);
    }

    /** Saves a section that rests on this version. */
    public Future<Reply> save(UUID caseId, String section, int version, JsonObject data) {
        return device.command(
                HttpMethod.PUT,
                "/cases/" + caseId + "/intake/" + section,
                TestDevice.newId(),
                new JsonObject().put("version", version).put("data", data));
    }

    /** Records how a call went. */
    public Reply contact(UUID caseId, String guardianId, JsonObject outcome) {
        return device.command("/cases/" + caseId + "/guardians/" + guardianId + "/contacts", outcome);
    }
}
