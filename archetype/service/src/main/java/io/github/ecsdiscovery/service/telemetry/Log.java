package io.github.ecsdiscovery.service.telemetry;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Writes JSON lines to standard output, where ECS collects them. Libraries' java.util.logging messages have the same form
 * until SIGTERM. Then the JVM closes java.util.logging, but this log works until the process ends.
 */
public final class Log {

    private Log() {}

    /** Redirects java.util.logging to this log. */
    public static void captureJavaLogging() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new JavaLoggingHandler());
    }

    /** Logs a message with fields: alternating names and values, such as `"port", 8080`. */
    public static void info(String message, Object... fields) {
        write("info", line(message, fields));
    }

    /** Logs a message with fields: alternating names and values. */
    public static void warning(String message, Object... fields) {
        write("warning", line(message, fields));
    }

    public static void error(String message) {
        write("error", line(message));
    }

    /** Logs a message with fields: alternating names and values. */
    public static void error(String message, Throwable cause, Object... fields) {
        write("error", line(message, fields).put("trace", stackTrace(cause)));
    }

    private static JsonObject line(String message, Object... fields) {
        JsonObject line = new JsonObject().put("message", message);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            line.put((String) fields[i], value(fields[i + 1]));
        }
        return line;
    }

    /** Converts other types to text, so that logging never fails. */
    private static Object value(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof JsonArray
                ? value
                : String.valueOf(value);
    }

    private static void write(String level, JsonObject line) {
        JsonObject event = new JsonObject()
                .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("level", level)
                .mergeIn(line);
        byte[] bytes = (event.encode() + "\n").getBytes(StandardCharsets.UTF_8);
        PrintStream out = System.out;
        synchronized (out) {
            out.writeBytes(bytes);
            out.flush();
        }
    }

    private static String stackTrace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class JavaLoggingHandler extends Handler {

        @Override
        public void publish(LogRecord record) {
            String level = record.getLevel().equals(Level.SEVERE)
                    ? "error"
                    : record.getLevel().getName().toLowerCase(Locale.ROOT);
            JsonObject line = line(new SimpleFormatter().formatMessage(record), "logger", record.getLoggerName());
            if (record.getThrown() != null) {
                line.put("trace", stackTrace(record.getThrown()));
            }
            write(level, line);
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // keep standard output open
        }
    }
}
