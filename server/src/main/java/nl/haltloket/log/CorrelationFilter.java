package nl.haltloket.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;

/** Gives every line that will be written the correlation id of its request, as {@code request} in the MDC. */
public final class CorrelationFilter extends TurboFilter {
    /** Its key in the MDC. */
    public static final String KEY = "request";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        if (level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            String id = RequestLocal.current();
            if (id == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, id);
            }
        }
        return FilterReply.NEUTRAL;
    }
}
