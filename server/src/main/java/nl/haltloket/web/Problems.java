package nl.haltloket.web;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.json.FileProblem;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of 4xx and 5xx: every failure becomes {@code application/problem+json}. The title is the Dutch sentence
 * for the screen.
 */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Integer, Title> TITLES = Map.ofEntries(
            Map.entry(400, new Title("request.invalid", "Dit verzoek klopt niet.")),
            Map.entry(401, new Title("access.unknown", "Dit toestel is niet (meer) aangemeld.")),
            Map.entry(403, new Title("access.denied", "Dit mag niet.")),
            Map.entry(404, new Title("not-found", "Dit bestaat niet.")),
            Map.entry(405, new Title("method.not-allowed", "Dit kan hier niet.")),
            Map.entry(406, new Title("media.not-acceptable", "In deze vorm is het niet te krijgen.")),
            Map.entry(408, new Title("request.slow", "Het versturen duurde te lang.")),
            Map.entry(409, new Title("conflict", "Dit past niet bij wat er al is.")),
            Map.entry(413, new Title("body.too-large", "Dit bericht is te groot.")),
            Map.entry(414, new Title("address.too-long", "Dit adres is te lang.")),
            Map.entry(415, new Title("media.unsupported", "Deze vorm kennen wij niet.")),
            Map.entry(417, new Title("expectation.failed", "Dit kan hier niet.")),
            Map.entry(422, new Title("refused", "Dit kan niet zo.")),
            Map.entry(429, new Title("too-many", "Dit is te vaak. Wacht even.")),
            Map.entry(431, new Title("headers.too-large", "Het begin van dit bericht is te groot.")),
            Map.entry(
                    507,
                    new Title(
                            "disk.full",
                            "De schijf van het loket is vol. Uw werk blijft hier bewaard. Waarschuw de coördinator.")),
            Map.entry(503, new Title("unavailable", "Het loket kan dit nu even niet. Probeer het zo opnieuw.")));

    /** PostgreSQL's class 53, insufficient resources. */
    private static final String DISK_FULL = "53100";

    /** Of its class 57, operator intervention: stopped, crashed, or not started yet. */
    private static final String STOPPING = "57P";

    /** A database that died is back by then; a queue in a browser knows its own pace. */
    private static final String RETRY_AFTER_SECONDS = "2";

    private static final int FILE_PROBLEMS_MAX = 200;

    private Problems() {}

    private record Title(String code, String text) {}

    static void write(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended() || context.response().headWritten()) {
            context.response().reset();
            return;
        }
        if (failure instanceof Refusal refusal) {
            String sentence = String.valueOf(refusal.getMessage());
            if (refusal.retryAfterSeconds() > 0) {
                context.response().putHeader("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
            }
            write(context, status(refusal), refusal.code(), sentence, null, refusal.facts());
            return;
        }
        if (failure instanceof FileProblem.Found found) {
            write(context, found);
            return;
        }
        int status = status(context, failure);
        Title title = title(status);
        log(failure, status);
        String detail = failure instanceof ValidatorException invalid ? ContractFault.words(invalid) : null;
        write(context, status, title.code(), title.text(), detail, Map.of());
    }

    /** Answers a request that is no HTTP, or of which the first line or the headers are too long, and hangs up. */
    static void unreadable(HttpServerRequest request, UUID id) {
        Throwable cause = request.decoderResult().cause();
        int status =
                switch (cause) {
                    case TooLongHttpLineException _ -> 414;
                    case TooLongHttpHeaderException _ -> 431;
                    case null, default -> 400;
                };
        Title title = title(status);
        HttpServerResponse response = request.response().putHeader("Request-Id", id.toString());
        write(response, problem(id.toString(), status, title.code(), title.text()), status);
        var _ = request.connection().close();
    }

    private static void write(RoutingContext context, FileProblem.Found found) {
        RequestLog.refused(context, "file.refused");
        JsonArray problems = new JsonArray();
        found.problems().stream()
                .limit(FILE_PROBLEMS_MAX)
                .forEach(each -> problems.add(new JsonObject()
                        .put("file", each.file())
                        .put("line", each.line())
                        .put("reason", each.reason())));
        JsonObject problem = problem(
                        CorrelationId.of(context),
                        422,
                        "file.refused",
                        "Er klopt iets niet in de bestanden; wat er gold blijft gelden.")
                .put("problems", problems);
        write(context.response(), problem, 422);
    }

    private static void write(
            RoutingContext context,
            int status,
            String code,
            String title,
            @Nullable String detail,
            Map<String, String> facts) {
        RequestLog.refused(context, code);
        JsonObject problem = problem(CorrelationId.of(context), status, code, title);
        if (detail != null) {
            problem.put("detail", detail);
        }
        facts.forEach(problem::put);
        write(context.response(), problem, status);
    }

    private static JsonObject problem(String id, int status, String code, String title) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("status", status)
                .put("code", code)
                .put("title", title)
                .put("instance", "urn:request:" + id);
    }

    private static void write(HttpServerResponse response, JsonObject problem, int status) {
        if (status == 503 && !response.headers().contains("Retry-After")) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        var _ = response.end(problem.toBuffer());
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> 404;
            case Refusal.Conflict _ -> 409;
            case Refusal.NotAllowed _ -> 403;
            case Refusal.NotKnown _ -> 401;
            case Refusal.Invalid _ -> 422;
            case Refusal.TooMany _ -> 429;
            case Refusal.Unavailable _ -> 503;
        };
    }

    private static int status(RoutingContext context, @Nullable Throwable failure) {
        if (failure instanceof ValidatorException invalid) {
            return invalid.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT ? 415 : 400;
        }
        if (failure instanceof PgException database) {
            return status(database);
        }
        if (failure instanceof ConnectException || failure instanceof ConnectionPoolTooBusyException) {
            return 503;
        }
        if (isUndecodable(context)) {
            return 400;
        }
        int status = context.statusCode();
        return status < 400 ? 500 : status;
    }

    /** The path has a percent sign with no two hexadecimal digits behind it. */
    private static boolean isUndecodable(RoutingContext context) {
        try {
            return context.normalizedPath() == null;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** A value that cannot be kept, or is there already, stays so however often it is sent; the rest may pass. */
    private static int status(PgException failure) {
        String state = String.valueOf(failure.getSqlState());
        if (state.startsWith("22")) {
            return 400;
        }
        if (state.equals(DISK_FULL)) {
            return 507;
        }
        return state.equals("23505") ? 409 : 503;
    }

    private static final Title REFUSED = new Title("refused", "Dit kan niet zo.");
    private static final Title FAULT = new Title("fault", "Er ging hier iets mis. Probeer het opnieuw.");

    private static Title title(int status) {
        return TITLES.getOrDefault(status, status >= 500 ? FAULT : REFUSED);
    }

    /** While the database is away every request finds that out; where in the code is nothing to know. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof ConnectException
                || (failure instanceof PgException refused
                        && String.valueOf(refused.getSqlState()).startsWith(STOPPING));
    }

    private static void log(@Nullable Throwable failure, int status) {
        if (status == 507) {
            LOG.error("The disk is full: PostgreSQL can not write. Free space; nothing that was acknowledged is lost.");
        } else if (failure != null && isAway(failure)) {
            LOG.warn("The database is away: {}", failure.getMessage());
        } else if (status >= 500) {
            LOG.error("Failed with {}", status, failure);
        }
    }
}
