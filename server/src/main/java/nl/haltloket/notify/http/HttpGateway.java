package nl.haltloket.notify.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.notify.DeliveryReport;
import nl.haltloket.notify.DeliveryReport.State;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.SendFailure;
import nl.haltloket.notify.Sms;
import nl.haltloket.notify.SmsText;

/**
 * Kannel's {@code sendsms}, by POST: password, number and text stand in headers and body, so that they reach no access
 * log. Kannel gives no id, so our own is the provider's id too, and the address for reports carries it. Source: Kannel
 * 1.4.5 User's Guide, chapter "Setting up a SMS Gateway", sections "Using the HTTP interface to send SMS messages" and
 * "Delivery reports", https://www.kannel.org/download/1.4.5/userguide-1.4.5/userguide.html.
 */
public final class HttpGateway extends WebGateway {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Delivered, not delivered, queued, handed to the centre, refused by the centre. */
    private static final int ALL_REPORTS = 31;

    private static final Map<Integer, State> STATES =
            Map.of(1, State.DELIVERED, 2, State.FAILED, 4, State.ACCEPTED, 8, State.ACCEPTED, 16, State.FAILED);
    private static final int URGENT = 3;

    private final GatewaySettings.Http settings;
    private final Duration look;
    private final HttpCaller caller;
    private final ReportSeal seal;
    private final Supplier<String> here;
    /** @param here where the gateway reaches this desk: scheme, host and port */
    public HttpGateway(
            Vertx vertx, GatewaySettings.Http settings, ReportSeal seal, Supplier<String> here, Clock clock) {
        this(vertx, settings, seal, here, clock, PATIENCE, LOOK);
    }

    /**
     * @param patience for an answer to a submit
     * @param look how often it is looked whether a gateway that was down is up again
     */
    public HttpGateway(
            Vertx vertx,
            GatewaySettings.Http settings,
            ReportSeal seal,
            Supplier<String> here,
            Clock clock,
            Duration patience,
            Duration look) {
        super(
                vertx,
                settings,
                settings.window(),
                settings.callbackToken(),
                clock,
                "De http-gateway is nog niet bereikt.");
        this.settings = settings;
        this.look = look;
        this.caller = new HttpCaller(vertx, settings.url(), "http", settings.window(), patience);
        this.seal = seal;
        this.here = here;
    }

    /** Ends after the first answer, whatever it is. */
    @Override
    public Future<Void> start() {
        lookEvery(look, () -> health().up() ? Future.succeededFuture() : look());
        return look();
    }

    @Override
    public Future<List<String>> send(Sms sms) {
        Map<String, String> headers = account();
        headers.put("X-Kannel-To", sms.number());
        headers.put("X-Kannel-From", settings.sender());
        headers.put("X-Kannel-Coding", SmsText.encoding(sms.text()) == SmsText.Encoding.GSM_7 ? "0" : "2");
        headers.put("X-Kannel-Validity", String.valueOf(minutesLeft(sms)));
        headers.put("X-Kannel-DLR-Mask", String.valueOf(ALL_REPORTS));
        headers.put("X-Kannel-DLR-URL", reportAddress(sms.id()));
        settings.smsc().ifPresent(smsc -> headers.put("X-Kannel-SMSC", smsc));
        if (sms.urgent()) {
            headers.put("X-Kannel-Priority", String.valueOf(URGENT));
        }
        return caller.call(HttpMethod.POST, "", headers, Buffer.buffer(sms.text()))
                .compose(answer ->
                        answer.status() / 100 == 2 ? taken(sms) : Future.<List<String>>failedFuture(refused(answer)))
                .recover(this::heard);
    }

    private Future<List<String>> taken(Sms sms) {
        state().is(true, "De http-gateway neemt berichten aan.");
        return Future.succeededFuture(List.of(sms.id().toString()));
    }

    /** A refused account is a fault of ours and not of the message: another gateway may take it. */
    private SendFailure refused(HttpCaller.Answer answer) {
        int status = answer.status();
        String code = "http-" + status;
        return switch (status) {
            case 401, 403 -> {
                state().is(false, "De http-gateway weigert de aanmelding.");
                yield SendFailure.retryable(code);
            }
            case 404, 405 -> {
                state().is(false, "Op het adres van de http-gateway is geen sendsms.");
                yield SendFailure.retryable(code);
            }
            case 429 -> SendFailure.throttled(code, answer.pause());
            // Somebody between us and the gateway lost its answer.
            case 504 -> SendFailure.unanswered(code);
            default -> status >= 400 && status < 500 ? SendFailure.permanent(code) : SendFailure.retryable(code);
        };
    }

    private <T> Future<T> heard(Throwable failure) {
        if (failure instanceof SendFailure.Retryable none && none.code().equals("http-unreachable")) {
            state().is(false, "De http-gateway is niet bereikbaar.");
        }
        return Future.failedFuture(failure);
    }

    /** A message to nobody: Kannel looks at the account first, and refuses the rest with 400. */
    Future<Void> look() {
        return caller.call(HttpMethod.POST, "", account(), Buffer.buffer())
                .onSuccess(answer -> {
                    if (answer.status() == 400 || answer.status() / 100 == 2) {
                        state().is(true, "De http-gateway neemt berichten aan.");
                    } else if (answer.status() >= 500) {
                        state().is(false, "De http-gateway kan nu niets versturen.");
                    } else {
                        var _ = refused(answer);
                    }
                })
                .<Void>mapEmpty()
                .recover(this::heard)
                .otherwiseEmpty();
    }

    private Map<String, String> account() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "text/plain; charset=UTF-8");
        headers.put("X-Kannel-Username", settings.username());
        headers.put("X-Kannel-Password", settings.password().value());
        return headers;
    }

    private long minutesLeft(Sms sms) {
        return Math.max(1, Duration.between(clock().instant(), sms.expiresAt()).toMinutes());
    }

    /** Kannel fills in {@code %d}, the kind of report; nothing personal is asked for. */
    String reportAddress(UUID messageId) {
        return "%s/api/v1/gateways/%s/reports/%s/%s?type=%%d"
                .formatted(here.get(), name(), messageId, seal.of(name(), messageId));
    }

    /** Whether we made the address for reports on this message. */
    boolean isSealed(UUID messageId, String given) {
        return seal.fits(name(), messageId, given);
    }

    /** @param type as Kannel's {@code %d} says it */
    Future<Void> reported(UUID messageId, int type) {
        State state = STATES.getOrDefault(type, State.UNKNOWN);
        return keep(new DeliveryReport(messageId.toString(), state, "dlr-" + type, "", clock().instant(), messageId));
    }

    /** @param time as Kannel says it; a text that is offered again has the same */
    Future<Void> received(String from, String time, String text) {
        return keep(seal.inbound(name(), from, time, text), from, text);
    }

    @Override
    Future<Void> hangUp() {
        return caller.close();
    }
}
