package nl.haltloket.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sets the log up as configured; until then {@code logback.xml} writes plain lines to the terminal. */
public final class Logs {
    private static final String CONSOLE = "console";
    private static final int DAYS = 7;
    private static final FileSize FILE_MAX = FileSize.valueOf("20MB");
    private static final FileSize ALL_MAX = FileSize.valueOf("200MB");

    private Logs() {}

    /** Applies the configuration to the running log. */
    public static void use(LogConfig config) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            use(context, config);
        }
    }

    static void use(LoggerContext context, LogConfig config) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (config.format() == LogConfig.Format.JSON
                && root.getAppender(CONSOLE) instanceof OutputStreamAppender<ILoggingEvent> console) {
            console.setEncoder(json(context));
        }
        config.file().ifPresent(file -> root.addAppender(file(context, file)));
    }

    /** One JSON object a line: time, level, logger, message, what belongs to it, and the request. */
    public static JsonEncoder json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setName("file");
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(json(context));
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%d{yyyy-MM-dd}.%i");
        rolling.setMaxFileSize(FILE_MAX);
        rolling.setMaxHistory(DAYS);
        rolling.setTotalSizeCap(ALL_MAX);
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        return appender;
    }
}
