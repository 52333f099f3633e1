package nl.haltloket.notify.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.Sms;

/**
 * The requests of the Notify API that a sender of texts needs. Source: GOV.UK Notify, REST API documentation,
 * https://docs.notifications.service.gov.uk/rest-api.html, and NotifyNL's, https://docs.notifynl.nl: the same paths,
 * bodies and errors at an address of its own.
 */
final class NotifyApi {
    /** Submit and, without an answer, the question after it must both fit in what the outbox waits for an answer. */
    static final Duration PATIENCE = Duration.ofMillis(3500);

    /** The one placeholder of the template. */
    static final String PLACEHOLDER = "tekst";

    private static final String NOTIFICATIONS = "/v2/notifications";

    private final HttpCaller caller;
    private final NotifyKey key;
    private final String templateId;
    private final Clock clock;

    /** A message as Notify knows it. */
    record Notification(String id, String status, Optional<UUID> reference) {}

    NotifyApi(Vertx vertx, GatewaySettings.Notify settings, Clock clock, Duration patience) {
        this.caller = new HttpCaller(vertx, settings.url(), "notify", settings.window(), patience);
        this.key = NotifyKey.read(settings.key().value())
                .orElseThrow(() -> new IllegalArgumentException(
                        "sms." + settings.slot() + ".key: dit is geen API-sleutel van Notify (naam-dienst-geheim)"));
        this.templateId = settings.templateId();
        this.clock = clock;
    }

    /** The reference is our id of the message, so that it can be found again when no answer comes. */
    Future<HttpCaller.Answer> submit(Sms sms) {
        JsonObject body = new JsonObject()
                .put("phone_number", sms.number())
                .put("template_id", templateId)
                .put("personalisation", new JsonObject().put(PLACEHOLDER, sms.text()))
                .put("reference", sms.id().toString());
        return caller.call(HttpMethod.POST, NOTIFICATIONS + "/sms", headers(), body.toBuffer());
    }

    /** What is known under our id. */
    Future<HttpCaller.Answer> byReference(UUID messageId) {
        return get("?reference=" + messageId);
    }

    /** One message, by Notify's own id. */
    Future<HttpCaller.Answer> byId(UUID id) {
        return get("/" + id);
    }

    /** The 250 youngest messages. */
    Future<HttpCaller.Answer> latest() {
        return get("?template_type=sms");
    }

    Future<Void> close() {
        return caller.close();
    }

    private Future<HttpCaller.Answer> get(String path) {
        return caller.call(HttpMethod.GET, NOTIFICATIONS + path, headers(), null);
    }

    /** Signed at the last moment: a token lives for 30 seconds. */
    private Map<String, String> headers() {
        return Map.of(
                "Authorization", "Bearer " + key.token(clock.instant()),
                "Content-Type", "application/json",
                "Accept", "application/json");
    }

    /** The messages of an answer to {@link #byReference} or {@link #latest}; none when it cannot be read. */
    static List<Notification> notifications(HttpCaller.Answer answer) {
        return json(answer)
                .map(all -> all.getValue("notifications"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .map(NotifyApi::read)
                .orElse(List.of());
    }

    private static List<Notification> read(JsonArray all) {
        return all.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(NotifyApi::notification)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A message as it stands in an answer, or in what Notify calls back with. */
    static Optional<Notification> notification(JsonObject json) {
        return json.getValue("id") instanceof String id && json.getValue("status") instanceof String status
                ? Optional.of(new Notification(id, status, uuid(json.getValue("reference"))))
                : Optional.empty();
    }

    /** What Notify calls the fault; its messages may change, this may not. */
    static String error(HttpCaller.Answer answer) {
        return json(answer)
                .map(body -> body.getValue("errors"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .filter(errors -> !errors.isEmpty() && errors.getValue(0) instanceof JsonObject)
                .map(errors -> errors.getJsonObject(0).getValue("error"))
                .map(String::valueOf)
                .filter(name -> name.matches("[A-Za-z]{1,40}"))
                .orElse("");
    }

    static Optional<JsonObject> json(HttpCaller.Answer answer) {
        try {
            return Optional.of(new JsonObject(answer.body()));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(Object text) {
        try {
            return text instanceof String id && id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
