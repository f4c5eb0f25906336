package io.github.ecsdiscovery.service;

import io.github.ecsdiscovery.service.telemetry.Log;
import java.net.BindException;
import java.net.UnknownHostException;

/** Starts the service, and stops it when it is told to by SIGTERM or Ctrl-C. */
public final class Main {

    private static final int COULD_NOT_START = 1;
    private static final int UNUSABLE_SETTINGS = 2;

    private Main() {}

    public static void main(String[] arguments) {
        Log.takeOver();
        try {
            start(Settings.of(System.getenv()));
        } catch (UnusableSettings e) {
            Log.error(e.getMessage());
            System.exit(UNUSABLE_SETTINGS);
        }
    }

    private static void start(Settings settings) {
        try {
            Service service = Service.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        } catch (Exception e) {
            if (e instanceof BindException || e instanceof UnknownHostException) {
                // such as a port that is taken: no trace says more
                Log.error("could not start: cannot listen on " + settings.bindAddress() + ", port " + settings.port()
                        + ": " + e.getMessage());
            } else {
                Log.error("could not start", e);
            }
            System.exit(COULD_NOT_START);
        }
    }

    /** A JVM that ends by a signal exits with 143 unless it is halted; to be asked to stop is no failure. */
    private static void stop(Service service) {
        service.stop();
        Runtime.getRuntime().halt(0);
    }
}
