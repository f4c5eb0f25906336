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
 * Writes lines of JSON to standard output, where ECS takes them from. What libraries log by java.util.logging comes out in
 * the same form, until SIGTERM: then the JVM closes java.util.logging, while this log goes on to the end.
 */
public final class Log {

    private Log() {}

    /** Makes all that is logged by java.util.logging a line of this log. */
    public static void takeOver() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new FromLibraries());
    }

    /** Its fields are names and values in turn, such as `"port", 8080`. */
    public static void info(String message, Object... fields) {
        write("info", line(message, fields));
    }

    /** Its fields are names and values in turn. */
    public static void warning(String message, Object... fields) {
        write("warning", line(message, fields));
    }

    public static void error(String message) {
        write("error", line(message));
    }

    /** Its fields are names and values in turn. */
    public static void error(String message, Throwable cause, Object... fields) {
        write("error", line(message, fields).put("trace", trace(cause)));
    }

    private static JsonObject line(String message, Object... fields) {
        JsonObject line = new JsonObject().put("message", message);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            line.put((String) fields[i], value(fields[i + 1]));
        }
        return line;
    }

    /** What JSON has no form for is text, so that no log line ever fails. */
    private static Object value(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof JsonArray
                ? value
                : String.valueOf(value);
    }

    private static void write(String level, JsonObject line) {
        JsonObject all = new JsonObject()
                .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("level", level)
                .mergeIn(line);
        byte[] bytes = (all.encode() + "\n").getBytes(StandardCharsets.UTF_8);
        PrintStream out = System.out;
        synchronized (out) {
            out.writeBytes(bytes);
            out.flush();
        }
    }

    private static String trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class FromLibraries extends Handler {

        @Override
        public void publish(LogRecord record) {
            String level = record.getLevel().equals(Level.SEVERE)
                    ? "error"
                    : record.getLevel().getName().toLowerCase(Locale.ROOT);
            JsonObject line = line(new SimpleFormatter().formatMessage(record), "logger", record.getLoggerName());
            if (record.getThrown() != null) {
                line.put("trace", trace(record.getThrown()));
            }
            write(level, line);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // standard output stays open
        }
    }
}
