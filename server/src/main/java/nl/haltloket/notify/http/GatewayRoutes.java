package nl.haltloket.notify.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.notify.SmsGateway;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/**
 * HTTP for what providers tell us of their own accord. They get their answer when it is kept, so that they offer it
 * again when it could not be.
 */
public final class GatewayRoutes {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9_.:-]{1,40})\"?");
    private static final int NUMBER_MAX = 40;
    private static final int TYPE_MAX_DIGITS = 4;

    private final Supplier<List<? extends SmsGateway>> gateways;

    /** @param gateways all there are; those that nobody calls back for may be among them */
    public GatewayRoutes(Supplier<List<? extends SmsGateway>> gateways) {
        this.gateways = gateways;
    }

    /** Registers the operations. */
    public void on(Api api) {
        api.outside(
                "keepDeliveryReceipt",
                request -> need(notify(request).knows(authorization(request))),
                request -> notify(request).reported(json(request)).map(_ -> Answer.nothing()));
        api.outside(
                "takeText",
                request -> need(notify(request).knows(authorization(request))),
                request -> notify(request).received(json(request)).map(_ -> Answer.nothing()));
        api.outside(
                "keepDeliveryReport",
                request -> need(http(request).isSealed(messageId(request), request.text("seal"))),
                request -> http(request)
                        .reported(messageId(request), type(request))
                        .map(_ -> Answer.nothing()));
        api.outside("takePlainText", request -> need(http(request).knows(authorization(request))), request -> plain(
                        http(request), request)
                .map(_ -> Answer.nothing()));
    }

    private static void need(boolean known) {
        if (!known) {
            throw Refusal.notKnown("gateway.not-known", "Deze melding draagt niet het geheim van de sms-gateway.");
        }
    }

    private NotifyGateway notify(Request request) {
        return named(request.text("gatewayId"), NotifyGateway.class);
    }

    private HttpGateway http(Request request) {
        return named(request.text("gatewayId"), HttpGateway.class);
    }

    private <G extends SmsGateway> G named(String name, Class<G> kind) {
        return gateways.get().stream()
                .filter(gateway -> gateway.name().equals(name) && kind.isInstance(gateway))
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("gateway.unknown", "Deze sms-gateway is hier niet ingesteld."));
    }

    private static @Nullable String authorization(Request request) {
        return request.header("Authorization").orElse(null);
    }

    /** The contract has checked that it is an object. */
    private static JsonObject json(Request request) {
        return new JsonObject(Buffer.buffer(request.bytes()));
    }

    private static UUID messageId(Request request) {
        try {
            return request.id("messageId");
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("gateway.message-unknown", "Dit bericht bestaat niet.");
        }
    }

    /** Kannel's %d; the contract has checked that it is a number. */
    private static int type(Request request) {
        return request.query("type")
                .filter(type -> type.matches("\\d{1," + TYPE_MAX_DIGITS + "}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Kannel says who wrote in a header, and in the media type how the body is to be read. */
    private static Future<Void> plain(HttpGateway gateway, Request request) {
        String from = request.header("X-Kannel-From").orElse("");
        if (from.isBlank() || from.length() > NUMBER_MAX) {
            throw Refusal.invalid("gateway.text-invalid", "Deze tekst heeft geen afzender of geen inhoud.");
        }
        String time = request.header("X-Kannel-Time").orElse("");
        return gateway.received(from, time, new String(request.bytes(), charset(request)));
    }

    private static Charset charset(Request request) {
        Matcher named = CHARSET.matcher(request.header("Content-Type").orElse(""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
