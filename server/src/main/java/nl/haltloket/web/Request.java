package nl.haltloket.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A request that passed the contract and the access check. */
public final class Request {
    private static final String CALLER = "caller";
    private final RoutingContext context;

    Request(RoutingContext context) {
        this.context = context;
    }

    static void identify(RoutingContext context, Caller caller) {
        context.put(CALLER, caller);
    }

    /** Who calls, as far as that is known. */
    static @Nullable Caller callerOf(RoutingContext context) {
        return context.get(CALLER);
    }

    /** Who calls; only for operations that are not public. */
    public Caller caller() {
        return Objects.requireNonNull(context.<@Nullable Caller>get(CALLER), "A public operation has no caller");
    }

    /** A path parameter. */
    public String text(String name) {
        return Objects.requireNonNull(context.pathParam(name), name);
    }

    /** A path parameter that is an id. */
    public UUID id(String name) {
        return UUID.fromString(text(name));
    }

    /** The case or the handover that the path names; empty when it names none. */
    public Optional<UUID> subject() {
        return Optional.ofNullable(context.pathParam("caseId"))
                .or(() -> Optional.ofNullable(context.pathParam("handoverId")))
                .map(UUID::fromString);
    }

    /** A header of the request. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    /** A parameter behind the question mark. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.request().getParam(name));
    }

    /** The client-made id of this command. */
    public UUID commandId() {
        return UUID.fromString(Objects.requireNonNull(context.request().getHeader("Idempotency-Key")));
    }

    /** Where the command goes: method and path. */
    public byte[] address() {
        return (context.request().method().name() + " " + context.normalizedPath()).getBytes(StandardCharsets.UTF_8);
    }

    /** What the command is: method, path and body, for telling a repeat from another command under the same id. */
    public byte[] fingerprint() {
        return Buffer.buffer(address())
                .appendString("\n")
                .appendBuffer(buffer())
                .getBytes();
    }

    /** The JSON body as a record; refused where it fits the contract and still is no number or time that there is. */
    public <T> T body(Class<T> type) {
        try {
            return Json.read(buffer().getBytes(), type);
        } catch (IllegalStateException e) {
            throw Refusal.invalid("request.value", "In dit verzoek staat een getal of een tijdstip dat niet kan.");
        }
    }

    /** The body as it came. */
    public byte[] bytes() {
        return buffer().getBytes();
    }

    /** The remote address, for limits per source. */
    public String remote() {
        return context.request().remoteAddress().hostAddress();
    }

    private Buffer buffer() {
        Buffer buffer = context.body().buffer();
        return buffer == null ? Buffer.buffer() : buffer;
    }
}
