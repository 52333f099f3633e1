package nl.haltloket.notify.http;

import java.time.Clock;
import nl.haltloket.notify.Health;

/** How a gateway does, and who is told when that changes. */
final class GatewayHealth {
    private final Clock clock;
    private volatile Health now;
    private volatile Runnable listener = () -> {};

    /** Down until the first answer. */
    GatewayHealth(Clock clock, String sentence) {
        this.clock = clock;
        this.now = new Health(false, sentence, clock.instant());
    }

    Health now() {
        return now;
    }

    void listener(Runnable told) {
        listener = told;
    }

    /** The same again keeps its beginning. */
    void is(boolean up, String sentence) {
        Health before = now;
        if (before.up() == up && before.sentence().equals(sentence)) {
            return;
        }
        now = new Health(up, sentence, clock.instant());
        listener.run();
    }
}
