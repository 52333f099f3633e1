package nl.haltloket.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.haltloket.config.Secret;
import nl.haltloket.notify.GatewaySettings;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Notify API that sends texts, as strict as the published one. Its rules are those of GOV.UK Notify's
 * REST API documentation (https://docs.notifications.service.gov.uk/rest-api.html, "Authorisation header", "Send a text
 * message", "Get message data", "Error messages") and its public OpenAPI description; NotifyNL publishes the same at
 * https://docs.notifynl.nl. Tokens are checked by a library that the gateway does not use.
 */
public final class NotifyPeer implements AutoCloseable {
    public static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    public static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    public static final String CALLBACK_TOKEN = "wachtwoord-van-notify";

    private static final Set<String> FIELDS =
            Set.of("phone_number", "template_id", "personalisation", "reference", "sms_sender_id", "scheduled_for");
    private static final int SKEW_SECONDS = 30;
    private static final int YEARS_SECONDS = 500_000_000;

    private final Vertx vertx;
    private final Clock clock;
    private final JWTAuth tokens;
    private final List<JsonObject> posted = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Map<String, JsonObject> taken = new ConcurrentHashMap<>();
    private final Faults faults = new Faults();
    private final AtomicInteger hidden = new AtomicInteger();
    private volatile String first = "created";
    private HttpServer server;

    /** @param clock by which it judges tokens */
    public NotifyPeer(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.tokens = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        // The age of a token is judged here, by the peer's own clock.
                        .setJWTOptions(
                                new JWTOptions().setIgnoreExpiration(true).setLeeway(YEARS_SECONDS))
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(SECRET)));
        this.server = listen(0);
    }

    /** The settings of a gateway that talks to it. */
    public GatewaySettings.Notify settings() {
        return settings("loket-" + SERVICE + "-" + SECRET);
    }

    public GatewaySettings.Notify settings(String key) {
        return new GatewaySettings.Notify(
                1, URI.create("http://127.0.0.1:" + port()), new Secret(key), TEMPLATE, new Secret(CALLBACK_TOKEN), 10);
    }

    public int port() {
        return server.actualPort();
    }

    /** What happens to the next submit instead of the rules. */
    public void next(HttpFault fault) {
        faults.next(fault);
    }

    /** What happens to every submit from now on. */
    public void always(HttpFault fault) {
        faults.always(fault);
    }

    /** Every message that it takes from now on is delivered when it is asked. */
    public void deliversAtOnce() {
        first = "delivered";
    }

    /** Of none that it takes from now on anything more is known. */
    public void deliversNever() {
        first = "created";
    }

    /** The next so many questions by reference find nothing, as when it has not come so far yet. */
    public void hideNext(int questions) {
        hidden.set(questions);
    }

    /** Bodies of all submits that came with a good token, in order. */
    public List<JsonObject> posted() {
        return posted;
    }

    /** Of all requests, in order. */
    public List<String> authorizations() {
        return authorizations;
    }

    /** The ids of the messages it has, by our reference. */
    public List<String> idsOf(UUID reference) {
        return taken.values().stream()
                .filter(message -> reference.toString().equals(message.getString("reference")))
                .map(message -> message.getString("id"))
                .toList();
    }

    /** From now on it answers this status when it is asked. */
    public void becomes(String id, String status) {
        var _ = Objects.requireNonNull(taken.get(id)).put("status", status);
    }

    /** What it would call back with. */
    public JsonObject receipt(String id) {
        JsonObject message = Objects.requireNonNull(taken.get(id));
        return new JsonObject()
                .put("id", id)
                .put("reference", message.getString("reference"))
                .put("to", message.getString("phone_number"))
                .put("status", message.getString("status"))
                .put("created_at", "2026-11-22T20:00:00.000000Z")
                .put("completed_at", "2026-11-22T20:00:01.000000Z")
                .put("sent_at", "2026-11-22T20:00:00.000000Z")
                .put("notification_type", "sms")
                .put("template_id", TEMPLATE)
                .put("template_version", 1);
    }

    /** Gone, with all its connections. */
    public void die() {
        TestApp.await(server.close());
    }

    /** Back at the same port, with all it had. */
    public void rise() {
        server = listen(server.actualPort());
    }

    @Override
    public void close() {
        die();
    }

    private HttpServer listen(int port) {
        return TestApp.await(
                vertx.createHttpServer().requestHandler(this::handle).listen(port, "127.0.0.1"));
    }

    private void handle(HttpServerRequest request) {
        request.response()
                .putHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
        String authorization = String.valueOf(request.getHeader("Authorization"));
        authorizations.add(authorization);
        var _ = request.body().compose(body -> admit(authorization).onSuccess(refusal -> {
            if (!refusal.isEmpty()) {
                error(request, 403, "AuthError", refusal);
            } else if (request.method().name().equals("POST") && "/v2/notifications/sms".equals(request.path())) {
                post(request, body.toString());
            } else if (request.method().name().equals("GET")) {
                get(request);
            } else {
                error(request, 404, "NoResultFound", "No result found");
            }
        }));
    }

    /** Empty when the token is good. */
    private Future<String> admit(String authorization) {
        if (!authorization.startsWith("Bearer ")) {
            return Future.succeededFuture("Unauthorized: authentication token must be provided");
        }
        return tokens.authenticate(new TokenCredentials(authorization.substring("Bearer ".length())))
                .map(known -> {
                    JsonObject claims = known.attributes().getJsonObject("accessToken");
                    if (!SERVICE.equals(claims.getString("iss"))) {
                        return "Invalid token: service not found";
                    }
                    long age = clock.instant().getEpochSecond() - claims.getLong("iat");
                    return Math.abs(age) > SKEW_SECONDS
                            ? "Error: Your system clock must be accurate to within 30 seconds"
                            : "";
                })
                .otherwise(why -> "Invalid token: " + why.getMessage());
    }

    private void post(HttpServerRequest request, String body) {
        JsonObject message;
        try {
            message = new JsonObject(body);
        } catch (DecodeException e) {
            error(request, 400, "BadRequestError", "Invalid JSON supplied in POST data");
            return;
        }
        posted.add(message);
        HttpFault fault = faults.poll();
        if (fault != null && !fault.takes()) {
            refuse(request, fault);
            return;
        }
        String wrong = wrong(message);
        if (!wrong.isEmpty()) {
            error(request, 400, "ValidationError", wrong);
        } else if (!TEMPLATE.equals(message.getString("template_id"))) {
            error(request, 400, "BadRequestError", "Template not found");
        } else if (!message.getJsonObject("personalisation", new JsonObject())
                .fieldNames()
                .equals(Set.of("tekst"))) {
            error(request, 400, "BadRequestError", "Missing personalisation: tekst");
        } else {
            answer(request, take(message), fault);
        }
    }

    private static String wrong(JsonObject message) {
        if (!FIELDS.containsAll(message.fieldNames())) {
            return "Additional properties are not allowed";
        }
        if (!(message.getValue("phone_number") instanceof String number) || !number.matches("\\+[1-9][0-9]{7,14}")) {
            return "phone_number Not enough digits";
        }
        if (number.startsWith("+999")) {
            return "phone_number Not a valid country prefix";
        }
        if (!(message.getValue("template_id") instanceof String)) {
            return "template_id is a required property";
        }
        return message.getString("reference", "").length() > 1000 ? "reference is too long" : "";
    }

    private JsonObject take(JsonObject message) {
        String id = UUID.randomUUID().toString();
        JsonObject kept = new JsonObject()
                .put("id", id)
                .put("reference", message.getString("reference"))
                .put("phone_number", message.getString("phone_number"))
                .put("type", "sms")
                .put("status", first)
                .put("body", message.getJsonObject("personalisation").getString("tekst"))
                .put(
                        "template",
                        new JsonObject().put("id", TEMPLATE).put("version", 1).put("uri", uri("template")))
                .put("created_at", "2026-11-22T20:00:00.000000Z");
        taken.put(id, kept);
        return kept;
    }

    private void answer(HttpServerRequest request, JsonObject kept, @Nullable HttpFault fault) {
        if (fault != null) {
            refuse(request, fault);
            return;
        }
        json(
                request,
                201,
                new JsonObject()
                        .put("id", kept.getString("id"))
                        .put("reference", kept.getString("reference"))
                        .put(
                                "content",
                                new JsonObject()
                                        .put("body", kept.getString("body"))
                                        .put("from_number", "HALT"))
                        .put("uri", uri("v2/notifications/" + kept.getString("id")))
                        .put("template", kept.getJsonObject("template"))
                        .putNull("scheduled_for"));
    }

    private static void refuse(HttpServerRequest request, HttpFault fault) {
        switch (fault) {
            case RATE_LIMIT -> {
                request.response().putHeader("Retry-After", HttpFault.RETRY_AFTER);
                error(
                        request,
                        429,
                        "RateLimitError",
                        "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds");
            }
            case DAY_LIMIT ->
                error(request, 429, "TooManyRequestsError", "Exceeded send limits (sms: 250000) for today");
            case FAULT, TAKES_AND_FAULTS -> error(request, 500, "Exception", "Internal server error");
            case TRIAL_MODE ->
                error(request, 400, "BadRequestError", "Cannot send to this recipient when service is in trial mode");
            default -> fault.of(request);
        }
    }

    private void get(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        if (path.equals("/v2/notifications")) {
            String reference = request.getParam("reference");
            JsonArray found = new JsonArray();
            boolean hides = reference != null && hidden.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            taken.values().stream()
                    .filter(_ -> !hides)
                    .filter(message -> reference == null || reference.equals(message.getString("reference")))
                    .forEach(found::add);
            json(
                    request,
                    200,
                    new JsonObject()
                            .put("notifications", found)
                            .put("links", new JsonObject().put("current", uri("v2/notifications"))));
            return;
        }
        @Nullable JsonObject message = taken.get(path.replace("/v2/notifications/", ""));
        if (message == null) {
            error(request, 404, "NoResultFound", "No result found");
        } else {
            json(request, 200, message);
        }
    }

    private String uri(String path) {
        return "http://127.0.0.1:" + port() + "/" + path;
    }

    private static void error(HttpServerRequest request, int status, String error, String message) {
        json(
                request,
                status,
                new JsonObject()
                        .put("status_code", status)
                        .put(
                                "errors",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("error", error)
                                                .put("message", message))));
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        var _ = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
