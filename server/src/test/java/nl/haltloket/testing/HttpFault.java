package nl.haltloket.testing;

import io.vertx.core.http.HttpServerRequest;

/** What happens to a submit at a provider by HTTP instead of what should. */
public enum HttpFault {
    /** Not taken, and no answer. */
    SILENT,
    /** Taken, and no answer. */
    TAKES_SILENTLY,
    /** Taken, and the connection breaks. */
    TAKES_AND_BREAKS,
    /** 429 that says when to come back. */
    RATE_LIMIT,
    DAY_LIMIT,
    FAULT,
    /** Taken, and 500. */
    TAKES_AND_FAULTS,
    /** 503, and not taken. */
    UNAVAILABLE,
    /** 504 of somebody in between, and not taken. */
    TIMEOUT,
    /** 504 of somebody in between, but taken. */
    TAKES_AND_TIMEOUT,
    /** 201 with a body that is no JSON. */
    GARBAGE,
    TRIAL_MODE;

    /** Seconds that {@link #RATE_LIMIT} asks for. */
    public static final String RETRY_AFTER = "1";

    /** Whether the message goes on to the phone. */
    public boolean takes() {
        return name().startsWith("TAKES");
    }

    /** Answers so, or not at all, where a provider has no words of its own for it. */
    void of(HttpServerRequest request) {
        switch (this) {
            case SILENT, TAKES_SILENTLY -> {
                // No answer.
            }
            case TAKES_AND_BREAKS -> {
                var _ = request.connection().close();
            }
            case RATE_LIMIT -> {
                request.response().putHeader("Retry-After", RETRY_AFTER);
                end(request, 429, "Too Many Requests");
            }
            case DAY_LIMIT -> end(request, 429, "Too Many Requests");
            case FAULT, TAKES_AND_FAULTS -> end(request, 500, "Internal Server Error");
            case UNAVAILABLE -> end(request, 503, "Service Unavailable");
            case TIMEOUT, TAKES_AND_TIMEOUT -> end(request, 504, "Gateway Timeout");
            case GARBAGE -> end(request, 201, "<html>");
            case TRIAL_MODE -> end(request, 400, "Bad Request");
        }
    }

    private static void end(HttpServerRequest request, int status, String body) {
        var _ = request.response().setStatusCode(status).end(body);
    }
}
