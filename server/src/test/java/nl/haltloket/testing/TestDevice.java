package nl.haltloket.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.crypto.P256;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** A phone, tablet or laptop with a P-256 key of its own, that knows the server only by HTTP. */
public final class TestDevice {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Door door;
    private final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final KeyPair keys;
    private @Nullable String token;
    private JsonObject mandate = new JsonObject();

    /** Not enrolled yet. */
    public TestDevice(Door door) {
        this.door = door;
        try {
            this.keys = P256.generate(RANDOM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enrolled by a fresh code. */
    public static TestDevice enrolled(Loket loket, Profile profile) {
        TestDevice device = new TestDevice(loket);
        device.keep(device.enrol(device.enrolment(loket.invite(profile))).expect(201));
        return device;
    }

    /** Enrolled by this code. */
    public static TestDevice enrolled(Door door, String code) {
        TestDevice device = new TestDevice(door);
        device.keep(device.enrol(device.enrolment(code)).expect(201));
        return device;
    }

    /** Enrolled, and this worker signed in. */
    public static TestDevice signedIn(Loket loket, Profile profile, String login) {
        TestDevice device = enrolled(loket, profile);
        device.signIn(login, loket.password(login)).expect(201);
        return device;
    }

    public UUID id() {
        return id;
    }

    public KeyPair keys() {
        return keys;
    }

    /** What it was given to make handovers with. */
    public JsonObject mandate() {
        return mandate;
    }

    /** The public key as it goes over the wire. */
    public String publicKey() {
        return base64(P256.point(keys.getPublic()));
    }

    /** A right request to be let in by this code. */
    public JsonObject enrolment(String code) {
        return enrolment("token", code);
    }

    /** A right request to be let in with a coordinator's password. */
    public JsonObject enrolmentByPassword(String login, String password) {
        return enrolment("login", login).put("password", password);
    }

    private JsonObject enrolment(String field, String holder) {
        String message = "halt-loket/enrol/1|" + id + "|" + holder + "|" + publicKey();
        return new JsonObject()
                .put("id", id.toString())
                .put("publicKey", publicKey())
                .put("proof", sign(message))
                .put("label", "Toestel van de test")
                .put("drillConfirmed", true)
                .put(field, holder);
    }

    /** Asks to be let in. */
    public Reply enrol(JsonObject enrolment) {
        return post("/devices", enrolment);
    }

    private void keep(JsonObject enrolled) {
        token = enrolled.getJsonObject("token").getString("accessToken");
        mandate = enrolled.getJsonObject("mandate");
    }

    /** Signs a worker in, and goes on with the token that this gives. */
    @CanIgnoreReturnValue
    public Reply signIn(String login) {
        return signIn(login, TestApp.PASSWORD);
    }

    /** The same with this password. */
    @CanIgnoreReturnValue
    public Reply signIn(String login, String password) {
        return using(post("/sessions", new JsonObject().put("login", login).put("password", password)));
    }

    /** Lets itself in as a coordinator's laptop does, with the password, and goes on signed in. */
    public static TestDevice coordinator(Loket loket, String login) {
        TestDevice device = new TestDevice(loket);
        device.keep(device.enrol(device.enrolmentByPassword(login, loket.password(login)))
                .expect(201));
        device.signIn(login, loket.password(login)).expect(201);
        return device;
    }

    /** Gives this tablet to the juvenile of a case, and goes on as that juvenile. */
    @CanIgnoreReturnValue
    public Reply giveToJuvenile(UUID caseId) {
        return using(post("/sessions/current/juvenile", new JsonObject().put("caseId", caseId.toString())));
    }

    /** Signs the server's challenge, and goes on with the token that this gives. */
    @CanIgnoreReturnValue
    public Reply renew() {
        String challenge = challenge();
        return using(renew(challenge, sign("halt-loket/token/1|" + id + "|" + challenge)));
    }

    /** A challenge to sign. */
    public String challenge() {
        return post("/devices/" + id + "/challenges", null).expect(201).getString("challenge");
    }

    /** Sends this challenge and signature. */
    public Reply renew(String challenge, String signature) {
        return post(
                "/devices/" + id + "/tokens",
                new JsonObject().put("challenge", challenge).put("signature", signature));
    }

    private Reply using(Reply reply) {
        if (reply.status() < 300) {
            token = reply.json().getString("accessToken");
        }
        return reply;
    }

    /** ES256 over a text, r then s, base64url. */
    public String sign(String message) {
        try {
            return base64(P256.sign(keys.getPrivate(), message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The present token, or none before it is enrolled. */
    public @Nullable String token() {
        return token;
    }

    /** Goes on with this token. */
    public void use(@Nullable String other) {
        token = other;
    }

    public Reply get(String path) {
        return TestApp.await(send(HttpMethod.GET, path, Map.of(), null));
    }

    public Reply delete(String path) {
        return TestApp.await(send(HttpMethod.DELETE, path, Map.of(), null));
    }

    public Reply post(String path, @Nullable JsonObject body) {
        return TestApp.await(send(HttpMethod.POST, path, Map.of(), body));
    }

    /** A POST under a fresh command id. */
    public Reply command(String path, @Nullable JsonObject body) {
        return TestApp.await(command(HttpMethod.POST, path, newId(), body));
    }

    /** A command under this id. */
    public Future<Reply> command(HttpMethod method, String path, UUID commandId, @Nullable JsonObject body) {
        return send(method, path, Map.of("Idempotency-Key", commandId.toString()), body);
    }

    /** Sends bytes that are not JSON. */
    public Future<Reply> sendBytes(String path, byte[] bytes) {
        Map<String, String> headers = headers(Map.of());
        headers.put("Content-Type", "application/octet-stream");
        return door.send(HttpMethod.POST, "/api/v1" + path, headers, Buffer.buffer(bytes));
    }

    /** A command of bytes that are not JSON. */
    public Future<Reply> commandBytes(String path, UUID commandId, byte[] bytes) {
        Map<String, String> headers = headers(Map.of("Idempotency-Key", commandId.toString()));
        headers.put("Content-Type", "application/octet-stream");
        return door.send(HttpMethod.POST, "/api/v1" + path, headers, Buffer.buffer(bytes));
    }

    /** Any request with its token. */
    public Future<Reply> send(HttpMethod method, String path, Map<String, String> more, @Nullable JsonObject body) {
        Map<String, String> headers = headers(more);
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return door.send(method, "/api/v1" + path, headers, body == null ? null : body.toBuffer());
    }

    private Map<String, String> headers(Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    /** An id such as devices make. */
    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
