package nl.haltloket.testing;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** A tablet at the desk, with a worker signed in. */
public final class TestTablet {
    private final TestDevice device;

    public TestTablet(Loket loket, String login) {
        this(TestDevice.signedIn(loket, Profile.LOKET, login));
    }

    /** A worker signed in on it already. */
    public TestTablet(TestDevice signedIn) {
        device = signedIn;
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
    public Reply move(UUID caseId, String to, @Nullable String reason) {
        JsonObject step = new JsonObject().put("to", to);
        return device.command("/cases/" + caseId + "/transitions", reason == null ? step : step.put("reason", reason));
    }

    /** Begins the intake, and shows the juvenile the rights card. */
    public void beginIntake(UUID caseId) {
        device.command("/cases/" + caseId + "/transitions", new JsonObject().put("to", "INTAKE"))
                .expect(200);
        showRights(caseId);
    }

    /** Shows the juvenile the rights card: before it nothing is asked. */
    public void showRights(UUID caseId) {
        device.command("/cases/" + caseId + "/rights", rights()).expect(201);
    }

    /** That the rights card was shown, on the screen and in Dutch. */
    public static JsonObject rights() {
        return new JsonObject()
                .put("language", "nl")
                .put("version", 1)
                .put("medium", "SCREEN")
                .put("readAloud", false)
                .put("interpreter", false);
    }

    /** Saves a section that rests on this version. */
    public Future<Reply> save(UUID caseId, String section, int version, JsonObject data) {
        return device.command(
                HttpMethod.PUT,
                "/cases/" + caseId + "/intake/" + section,
                TestDevice.newId(),
                new JsonObject().put("version", version).put("data", data));
    }

    /** A guardian is spoken with: what becomes of a text to that number changes nothing in the case any more. */
    public void speak(UUID caseId, String guardianId) {
        contact(
                        caseId,
                        guardianId,
                        new JsonObject()
                                .put("outcome", "REACHED")
                                .put("how", "CALLED")
                                .put("spokenWith", "Moeder")
                                .put("words", "Veilig."))
                .expect(200);
    }

    /** Records how a call went. */
    public Reply contact(UUID caseId, String guardianId, JsonObject outcome) {
        return device.command("/cases/" + caseId + "/guardians/" + guardianId + "/contacts", outcome);
    }
}
