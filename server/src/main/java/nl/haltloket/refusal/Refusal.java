package nl.haltloket.refusal;

import java.util.Map;

/**
 * A refusal by a service, not a fault: what was asked is not possible and the person is told why.
 *
 * <p>{@link #code()} is stable and meant for programs ({@code handover.already-received}); the message is a Dutch
 * sentence for the screen and holds no personal data.
 */
public abstract sealed class Refusal extends RuntimeException {
    private final String code;
    private final transient Map<String, String> facts;

    private Refusal(String code, String sentence, Map<String, String> facts) {
        super(sentence, null, false, false);
        this.code = code;
        this.facts = facts;
    }

    /** Stable code, feature first: {@code card.unknown}. */
    public final String code() {
        return code;
    }

    /** Facts that help to act on the refusal, such as both hashes of a conflict; never personal data of a juvenile. */
    public final Map<String, String> facts() {
        return facts;
    }

    /** The thing does not exist, or not for this caller. */
    public static Refusal notFound(String code, String sentence) {
        return new NotFound(code, sentence);
    }

    /** The thing exists, but its state does not allow this. */
    public static Refusal conflict(String code, String sentence) {
        return new Conflict(code, sentence, Map.of());
    }

    /** As {@link #conflict(String, String)}, with facts. */
    public static Refusal conflict(String code, String sentence, Map<String, String> facts) {
        return new Conflict(code, sentence, facts);
    }

    /** The caller is known but may not do this. */
    public static Refusal notAllowed(String code, String sentence) {
        return new NotAllowed(code, sentence);
    }

    /** The caller is not known: no, an expired or a revoked credential. */
    public static Refusal notKnown(String code, String sentence) {
        return new NotKnown(code, sentence);
    }

    /** What was sent cannot be right. */
    public static Refusal invalid(String code, String sentence) {
        return new Invalid(code, sentence);
    }

    /** A limit is reached; the sentence says which. */
    public static Refusal tooMany(String code, String sentence) {
        return new TooMany(code, sentence, 0);
    }

    /** As {@link #tooMany(String, String)}, and after so many seconds it is worth another try. */
    public static Refusal tooMany(String code, String sentence, long retryAfterSeconds) {
        return new TooMany(code, sentence, retryAfterSeconds);
    }

    /** Not now, whoever asks; after so many seconds it is worth another try. */
    public static Refusal unavailable(String code, String sentence, long retryAfterSeconds) {
        return new Unavailable(code, sentence, retryAfterSeconds);
    }

    /** Seconds after which the same request may succeed; 0 when that is not known. */
    public long retryAfterSeconds() {
        return 0;
    }

    public static final class NotFound extends Refusal {
        private NotFound(String code, String sentence) {
            super(code, sentence, Map.of());
        }
    }

    public static final class Conflict extends Refusal {
        private Conflict(String code, String sentence, Map<String, String> facts) {
            super(code, sentence, facts);
        }
    }

    public static final class NotAllowed extends Refusal {
        private NotAllowed(String code, String sentence) {
            super(code, sentence, Map.of());
        }
    }

    public static final class NotKnown extends Refusal {
        private NotKnown(String code, String sentence) {
            super(code, sentence, Map.of());
        }
    }

    public static final class Invalid extends Refusal {
        private Invalid(String code, String sentence) {
            super(code, sentence, Map.of());
        }
    }

    public static final class TooMany extends Refusal {
        private final long retryAfterSeconds;

        private TooMany(String code, String sentence, long retryAfterSeconds) {
            super(code, sentence, Map.of());
            this.retryAfterSeconds = retryAfterSeconds;
        }

        @Override
        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    public static final class Unavailable extends Refusal {
        private final long retryAfterSeconds;

        private Unavailable(String code, String sentence, long retryAfterSeconds) {
            super(code, sentence, Map.of());
            this.retryAfterSeconds = retryAfterSeconds;
        }

        @Override
        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }
}
