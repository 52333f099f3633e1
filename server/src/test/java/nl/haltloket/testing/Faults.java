package nl.haltloket.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Which fault the next submit meets. */
final class Faults {
    private final Deque<HttpFault> next = new ArrayDeque<>();
    private @Nullable HttpFault always;

    synchronized void next(HttpFault fault) {
        next.add(fault);
    }

    synchronized void always(HttpFault fault) {
        always = fault;
    }

    synchronized @Nullable HttpFault poll() {
        HttpFault one = next.poll();
        return one == null ? always : one;
    }
}
