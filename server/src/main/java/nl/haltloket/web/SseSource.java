package nl.haltloket.web;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * What a stream shows: on opening and after every change under {@code topic} and {@code key}, the whole of it again.
 *
 * @param name name of the messages
 * @param topic what to listen to
 * @param key only changes with this key
 * @param read gives the present state, to be written as JSON
 */
public record SseSource(String name, String topic, String key, Supplier<Future<?>> read) {
    /** The same, but nothing is read unless this succeeds first. */
    SseSource onlyAfter(Supplier<Future<Void>> check) {
        return new SseSource(
                name, topic, key, () -> check.get().compose(_ -> read.get().map(state -> (Object) state)));
    }
}
