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
public record SseSource(String name, String topic, String key, Supplier<Future<?>> read) {}
