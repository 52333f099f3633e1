package nl.haltloket.notify.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.haltloket.notify.DeliveryReport;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.SendFailure;
import nl.haltloket.notify.Sms;
import nl.haltloket.refusal.Refusal;

/**
 * NotifyNL or GOV.UK Notify. Its template must hold nothing but {@code ((tekst))}: the whole text is filled in there,
 * since the texts of the desk have versions of their own. A submit without an answer is asked after by our id, and only
 * stays in doubt when that has no answer either, or when Notify does not know it yet.
 */
public final class NotifyGateway extends WebGateway {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ASK = Duration.ofSeconds(2);

    private final NotifyApi api;
    private final NotifyRefusals refusals;
    private final Outstanding outstanding;
    private final Duration look;

    public NotifyGateway(Vertx vertx, GatewaySettings.Notify settings, Clock clock) {
        this(vertx, settings, clock, NotifyApi.PATIENCE, LOOK);
    }

    /**
     * @param patience for an answer to a submit
     * @param look how often it is looked after what is outstanding
     */
    public NotifyGateway(Vertx vertx, GatewaySettings.Notify settings, Clock clock, Duration patience, Duration look) {
        super(vertx, settings, settings.window(), settings.callbackToken(), clock, "Notify is nog niet bereikt.");
        this.look = look;
        this.api = new NotifyApi(vertx, settings, clock, patience);
        this.refusals = new NotifyRefusals(state(), clock);
        this.outstanding = new Outstanding(clock);
    }

    /** Ends after the first answer, whatever it is. What was reported while this desk was off is read then. */
    @Override
    public Future<Void> start() {
        lookEvery(look, this::look);
        return readLatest();
    }

    @Override
    public Future<List<String>> send(Sms sms) {
        return api.submit(sms)
                .compose(answer -> answer.status() == 201 ? taken(answer) : settled(sms, answer))
                .recover(failure -> failure instanceof SendFailure.Unanswered doubt
                        ? ask(sms).compose(ids -> ids.isEmpty() ? Future.failedFuture(doubt) : taken(ids))
                        : Future.failedFuture(refusals.heard(failure)));
    }

    @Override
    public Future<List<String>> find(Sms sms) {
        return api.byReference(sms.id())
                .compose(answer -> answer.status() == 200
                        ? taken(NotifyApi.notifications(answer).stream()
                                .filter(found -> found.reference()
                                        .filter(sms.id()::equals)
                                        .isPresent())
                                .map(NotifyApi.Notification::id)
                                .limit(1)
                                .toList())
                        : Future.failedFuture(refusals.of(answer)));
    }

    /** A delivery receipt as Notify calls back with it. */
    Future<Void> reported(JsonObject receipt) {
        NotifyApi.Notification seen = NotifyApi.notification(receipt)
                .orElseThrow(() -> Refusal.invalid("gateway.report-invalid", "Deze melding noemt geen bericht."));
        String number = String.valueOf(receipt.getValue("to", "")).replaceAll("\\D", "");
        return keep(seen, number);
    }

    /** A received text as Notify calls back with it. */
    Future<Void> received(JsonObject text) {
        if (text.getValue("source_number") instanceof String from && text.getValue("message") instanceof String words) {
            String id = text.getValue("id") instanceof String given ? given : null;
            return keep(id, from, words);
        }
        throw Refusal.invalid("gateway.text-invalid", "Deze tekst heeft geen afzender of geen inhoud.");
    }

    @Override
    Future<Void> hangUp() {
        return api.close();
    }

    private Future<List<String>> taken(HttpCaller.Answer answer) {
        return NotifyApi.json(answer).map(body -> body.getValue("id")).orElse(null) instanceof String id
                ? taken(List.of(id))
                : Future.failedFuture(SendFailure.unanswered("notify-unreadable"));
    }

    private Future<List<String>> taken(List<String> ids) {
        refusals.fine();
        ids.forEach(outstanding::add);
        return Future.succeededFuture(ids);
    }

    /** A fault in the middle of Notify may come after it took the message. */
    private Future<List<String>> settled(Sms sms, HttpCaller.Answer answer) {
        SendFailure refusal = refusals.of(answer);
        return answer.status() < 500 || refusal instanceof SendFailure.Unanswered
                ? Future.failedFuture(refusal)
                : ask(sms).compose(ids -> ids.isEmpty() ? Future.failedFuture(refusal) : taken(ids));
    }

    private Future<List<String>> ask(Sms sms) {
        return find(sms).timeout(ASK.toMillis(), TimeUnit.MILLISECONDS).otherwise(List.of());
    }

    /** While down, whether it is up again; while up, what became of messages that no callback told of. */
    Future<Void> look() {
        return health().up() ? readOutstanding() : readLatest();
    }

    private Future<Void> readOutstanding() {
        return Future.join(outstanding.due().stream().map(this::readOne).toList())
                .mapEmpty();
    }

    private Future<Void> readOne(UUID id) {
        return api.byId(id)
                .compose(answer -> answer.status() == 200
                        ? NotifyApi.json(answer)
                                .flatMap(NotifyApi::notification)
                                .map(seen -> keep(seen, ""))
                                .orElseGet(Future::succeededFuture)
                        : Future.failedFuture(refusals.of(answer)))
                .recover(failure -> {
                    var _ = refusals.heard(failure);
                    return Future.succeededFuture();
                });
    }

    private Future<Void> readLatest() {
        return api.latest()
                .compose(answer -> {
                    if (answer.status() != 200) {
                        return Future.<Void>failedFuture(refusals.of(answer));
                    }
                    refusals.fine();
                    return Future.join(NotifyApi.notifications(answer).stream()
                                    .filter(seen -> seen.reference().isPresent() && isFinal(seen))
                                    .map(seen -> keep(seen, ""))
                                    .toList())
                            .mapEmpty();
                })
                .recover(failure -> {
                    var _ = refusals.heard(failure);
                    return Future.succeededFuture();
                });
    }

    private static boolean isFinal(NotifyApi.Notification seen) {
        return NotifyStatus.state(seen.status()).compareTo(DeliveryReport.State.ACCEPTED) > 0;
    }

    private Future<Void> keep(NotifyApi.Notification seen, String number) {
        DeliveryReport report = new DeliveryReport(
                seen.id(),
                NotifyStatus.state(seen.status()),
                NotifyStatus.code(seen.status()),
                number,
                clock().instant(),
                seen.reference().orElse(null));
        return keep(report).onSuccess(_ -> {
            if (isFinal(seen)) {
                outstanding.remove(seen.id());
            }
        });
    }
}
