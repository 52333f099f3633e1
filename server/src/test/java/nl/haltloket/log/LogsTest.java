package nl.haltloket.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a line goes, and in which form. */
class LogsTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("test");
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @BeforeEach
    void plainConsole() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        PatternLayoutEncoder plain = new PatternLayoutEncoder();
        plain.setContext(context);
        plain.setPattern("%level %msg%n");
        plain.start();
        OutputStreamAppender<ILoggingEvent> console = new OutputStreamAppender<>();
        console.setName("console");
        console.setContext(context);
        console.setEncoder(plain);
        console.setOutputStream(terminal);
        console.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(console);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void the_terminal_is_plain_and_a_file_is_json() throws IOException {
        Path file = directory.resolve("log.json");
        Logs.use(context, new LogConfig(LogConfig.Format.PLAIN, Optional.of(file)));
        logger.info("Begonnen, {}", 7);
        assertThat(written()).isEqualTo("INFO Begonnen, 7\n");
        JsonObject line = new JsonObject(Files.readString(file));
        assertThat(line.getString("level")).isEqualTo("INFO");
        assertThat(line.getString("loggerName")).isEqualTo("test");
        assertThat(line.getString("formattedMessage")).isEqualTo("Begonnen, 7");
    }

    @Test
    void the_terminal_can_be_json_with_every_failure_on_one_line() {
        Logs.use(context, new LogConfig(LogConfig.Format.JSON, Optional.empty()));
        logger.error("Mis", new IllegalStateException("twee\nregels"));
        assertThat(written().strip().lines()).hasSize(1);
        assertThat(new JsonObject(written()).getJsonObject("throwable").getString("className"))
                .isEqualTo("java.lang.IllegalStateException");
    }

    private String written() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
