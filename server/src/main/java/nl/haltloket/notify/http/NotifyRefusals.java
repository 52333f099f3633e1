package nl.haltloket.notify.http;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import nl.haltloket.notify.SendFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a refusal of Notify means for the message and for the gateway. By status and by the name of the error only, as
 * its documentation asks ("Error messages": the wording may change).
 */
final class NotifyRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyRefusals.class);

    /** Notify takes 30 seconds of difference; what is just under it will be over it soon. */
    private static final Duration SKEW_MAX = Duration.ofSeconds(25);

    private final GatewayHealth health;
    private final Clock clock;

    NotifyRefusals(GatewayHealth health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    /** Notify did what was asked. */
    void fine() {
        health.is(true, "Notify neemt berichten aan.");
    }

    /** No answer at all; gives the failure back. */
    Throwable heard(Throwable failure) {
        if (failure instanceof SendFailure.Retryable none && none.code().equals("notify-unreachable")) {
            health.is(false, "Notify is niet bereikbaar.");
        }
        return failure;
    }

    /**
     * 400 about the number is for good; 400 about the account (BadRequestError: template, trial mode, no foreign
     * numbers) is not, since another gateway may take the message.
     */
    SendFailure of(HttpCaller.Answer answer) {
        String error = NotifyApi.error(answer);
        String code = "notify-" + answer.status() + (error.isEmpty() ? "" : "-" + error);
        LOG.warn("Notify refuses: {}", code);
        return switch (answer.status()) {
            case 400 -> error.equals("BadRequestError") ? SendFailure.refused(code) : SendFailure.permanent(code);
            case 401, 403 -> {
                health.is(false, accountSentence(answer));
                yield SendFailure.retryable(code);
            }
            case 404, 405 -> {
                health.is(false, "Op het adres van Notify is geen Notify.");
                yield SendFailure.retryable(code);
            }
            case 429 ->
                error.equals("TooManyRequestsError")
                        ? SendFailure.retryable(code)
                        : SendFailure.throttled(code, answer.pause());
            // Somebody between us and Notify lost its answer.
            case 504 -> SendFailure.unanswered(code);
            default ->
                answer.status() >= 400 && answer.status() < 500
                        ? SendFailure.permanent(code)
                        : SendFailure.retryable(code);
        };
    }

    private String accountSentence(HttpCaller.Answer answer) {
        Duration ahead = ahead(answer);
        if (ahead.abs().compareTo(SKEW_MAX) > 0) {
            return "Notify weigert: de klok van deze computer loopt %d seconden %s. Zet de klok gelijk."
                    .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "achter" : "voor");
        }
        return "Notify weigert de API-sleutel.";
    }

    private Duration ahead(HttpCaller.Answer answer) {
        String date = answer.date();
        try {
            return date == null
                    ? Duration.ZERO
                    : Duration.between(
                            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant(),
                            clock.instant());
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
