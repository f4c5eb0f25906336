package io.github.ecsdiscovery.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTest {

    private final PrintStream original = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(original);
    }

    @Test
    void writesOneJsonLinePerMessage() {
        Log.info("a \"quoted\"\nmessage, 日本", "port", 8080, "took", Duration.ofSeconds(2), "what", null);

        JsonObject line = onlyLine();
        assertThat(Instant.parse(line.getString("time"))).isBeforeOrEqualTo(Instant.now());
        line.remove("time");
        assertThat(line)
                .isEqualTo(new JsonObject()
                        .put("level", "info")
                        .put("message", "a \"quoted\"\nmessage, 日本")
                        .put("port", 8080)
                        .put("took", "PT2S")
                        .put("what", "null"));
    }

    @Test
    void writesTheStackTraceOnTheSameLine() {
        Log.error("it failed", new IllegalStateException("why"), "requestId", "id");

        assertThat(onlyLine().getString("trace"))
                .startsWith("java.lang.IllegalStateException: why\n\tat ")
                .contains("LogTest");
    }

    @Test
    void writesLibraryMessagesInTheSameForm() {
        Logger root = Logger.getLogger("");
        Handler[] handlers = root.getHandlers();
        try {
            Log.captureJavaLogging();
            LogRecord record = new LogRecord(Level.SEVERE, "{0} went wrong");
            record.setParameters(new Object[] {"this"});
            record.setLoggerName("io.library");
            root.log(record);
        } finally {
            List.of(root.getHandlers()).forEach(root::removeHandler);
            List.of(handlers).forEach(root::addHandler);
        }

        JsonObject line = onlyLine();
        assertThat(line.getString("level")).isEqualTo("error");
        assertThat(line.getString("message")).isEqualTo("this went wrong");
        assertThat(line.getString("logger")).isEqualTo("io.library");
    }

    private JsonObject onlyLine() {
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n");
        assertThat(text.lines()).hasSize(1);
        return new JsonObject(text);
    }
}
