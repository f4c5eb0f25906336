package io.github.ecsdiscovery.service;

import io.github.ecsdiscovery.service.telemetry.Log;
import java.net.BindException;
import java.net.UnknownHostException;

/** Starts the service, and stops it on SIGTERM or Ctrl-C. */
public final class Main {

    private static final int START_FAILED = 1;
    private static final int INVALID_SETTINGS = 2;

    private Main() {}

    public static void main(String[] arguments) {
        Log.captureJavaLogging();
        try {
            start(Settings.of(System.getenv()));
        } catch (InvalidSettingException e) {
            Log.error(e.getMessage());
            System.exit(INVALID_SETTINGS);
        }
    }

    private static void start(Settings settings) {
        try {
            Service service = Service.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        } catch (Exception e) {
            if (e instanceof BindException || e instanceof UnknownHostException) {
                // For example, the port is in use. A stack trace would not help.
                Log.error("cannot start: cannot listen on " + settings.bindAddress() + ", port " + settings.port()
                        + ": " + e.getMessage());
            } else {
                Log.error("cannot start", e);
            }
            System.exit(START_FAILED);
        }
    }

    /** Stops the service with exit code 0. Without the halt, the JVM would exit with 143 after a signal. */
    private static void stop(Service service) {
        service.stop();
        Runtime.getRuntime().halt(0);
    }
}
