package nl.haltloket.notify;

import java.time.Duration;

/** Why a message was not accepted. The code is the provider's or ours, and holds no personal data. */
public abstract sealed class SendFailure extends Exception {
    private final String code;

    private SendFailure(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** For the record, such as {@code smpp-0x58}. */
    public final String code() {
        return code;
    }

    /** Surely not sent; a later attempt may go well. */
    public static SendFailure retryable(String code) {
        return new Retryable(code);
    }

    /** Surely not sent, because the provider wants fewer at a time; it keeps its place in the queue. */
    public static SendFailure throttled(String code) {
        return throttled(code, Duration.ZERO);
    }

    /**
     * The same, with what the provider asks for.
     *
     * @param pause zero when it does not say
     */
    public static SendFailure throttled(String code, Duration pause) {
        return new Throttled(code, pause);
    }

    /** Surely not sent, and this gateway never will: it does not take our sender or has no road there. */
    public static SendFailure refused(String code) {
        return new Refused(code);
    }

    /** Surely not sent, and no gateway ever will: the number is wrong. */
    public static SendFailure permanent(String code) {
        return new Permanent(code);
    }

    /** Sent or not: nobody knows. */
    public static SendFailure unanswered(String code) {
        return new Unanswered(code);
    }

    /** Whatever is not a {@link SendFailure} came out of the middle of sending, so nobody knows. */
    static SendFailure of(Throwable failure) {
        return failure instanceof SendFailure known
                ? known
                : unanswered(failure.getClass().getSimpleName());
    }

    public static final class Retryable extends SendFailure {
        private Retryable(String code) {
            super(code);
        }
    }

    public static final class Throttled extends SendFailure {
        private final Duration pause;

        private Throttled(String code, Duration pause) {
            super(code);
            this.pause = pause;
        }

        /** What the provider asked for; zero when it did not say. */
        public Duration pause() {
            return pause;
        }
    }

    public static final class Refused extends SendFailure {
        private Refused(String code) {
            super(code);
        }
    }

    public static final class Permanent extends SendFailure {
        private Permanent(String code) {
            super(code);
        }
    }

    public static final class Unanswered extends SendFailure {
        private Unanswered(String code) {
            super(code);
        }
    }
}
