package nl.haltloket.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.haltloket.log.Logs;
import org.slf4j.LoggerFactory;

/** What our own code logs at DEBUG while this is open, as the JSON lines that a server writes. */
public final class CapturedLog implements AutoCloseable {
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger ours = loggers.getLogger("nl.haltloket");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Appender appender = new Appender();

    public CapturedLog() {
        appender.setContext(loggers);
        appender.start();
        ours.setLevel(Level.DEBUG);
        ours.setAdditive(false);
        ours.addAppender(appender);
    }

    /** The lines as they are written. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines as JSON; fails when one is none. */
    public List<JsonObject> json() {
        return lines.stream().map(JsonObject::new).toList();
    }

    @Override
    public void close() {
        ours.detachAppender(appender);
        ours.setAdditive(true);
        ours.setLevel(null);
    }

    private final class Appender extends AppenderBase<ILoggingEvent> {
        private final JsonEncoder encoder = Logs.json(loggers);

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        }
    }
}
