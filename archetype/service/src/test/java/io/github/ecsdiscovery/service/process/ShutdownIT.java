package io.github.ecsdiscovery.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.PeerInstance;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.RawConnection;
import io.github.ecsdiscovery.service.fixture.RawConnection.Response;
import io.github.ecsdiscovery.service.fixture.ServiceProcess;
import io.github.ecsdiscovery.service.fixture.Waiting;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the real process stops gracefully under load. */
class ShutdownIT {

    private static final Duration LAME_DUCK = Duration.ofSeconds(4);
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final Duration STOP_TIMEOUT = LAME_DUCK.plus(DRAIN).plusSeconds(5);
    private static final String ADDRESS = "127.0.0.1";

    @TempDir
    private Path folder;

    private final int port = Ports.free();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger responses = new AtomicInteger();
    private final AtomicInteger closingResponses = new AtomicInteger();
    private volatile boolean loaded = true;

    @Test
    void losesNoRequestAndExitsWithZero() throws Exception {
        try (PeerInstance slow = new PeerInstance(ADDRESS, 0).respondWith(200, "{\"message\":\"late\"}");
                ServiceProcess program = new ServiceProcess(folder.resolve("log"), environment(slow)).awaitStart()) {
            assertThat(get("/request").status()).isEqualTo(200);
            List<Thread> load = startLoad();
            Thread.sleep(1500);
            int before = responses.get();

            long start = System.nanoTime();
            program.terminate();
            assertThat(readyWithin(Duration.ofSeconds(1))).isEqualTo(503);
            assertThat(get("/health/live").status()).isEqualTo(200);

            sleepUntil(start, LAME_DUCK.minusMillis(700));
            assertThat(program.isAlive()).isTrue();
            loaded = false;
            for (Thread client : load) {
                client.join();
            }
            assertThat(failures).isEmpty();
            assertThat(responses.get() - before).isGreaterThan(100);
            assertThat(closingResponses.get()).isGreaterThan(100);

            slow.delayBy(Duration.ofMillis(500));
            try (RawConnection connection = new RawConnection(ADDRESS, port)) {
                sleepUntil(start, LAME_DUCK.minusMillis(300));
                connection.send("/request");
                Waiting.until(STOP_TIMEOUT, this::isRefused);
                assertThat(connection.receive()).isEqualTo(new Response(200, true, "{\"slow\":\"late\"}"));
                assertThat(connection.isClosedByServer()).isTrue();
            }

            assertThat(program.awaitExit(STOP_TIMEOUT)).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(LAME_DUCK, STOP_TIMEOUT);
            assertThat(program.log().lines())
                    .allMatch(line -> line.startsWith("{\"time\":"))
                    .anyMatch(line -> line.contains("\"message\":\"stopped\""));
        }
    }

    @Test
    void abortsRequestsAfterTheDrain() throws Exception {
        try (PeerInstance slow = new PeerInstance(ADDRESS, 0).delayBy(Duration.ofSeconds(30));
                ServiceProcess program =
                        new ServiceProcess(folder.resolve("log"), withShortTimes(environment(slow))).awaitStart();
                RawConnection idle = new RawConnection(ADDRESS, port);
                RawConnection running = new RawConnection(ADDRESS, port)) {
            assertThat(idle.get("/message").status()).isEqualTo(200);
            running.send("/request");
            long start = System.nanoTime();

            program.terminate();

            assertThat(idle.isClosedByServer()).isTrue();
            assertThat(program.awaitExit(Duration.ofSeconds(6))).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
    }

    private Map<String, String> environment(PeerInstance slow) {
        return Map.of(
                "PORT",
                Integer.toString(port),
                "BIND_ADDRESS",
                ADDRESS,
                "SERVICE_CALLS",
                "slow",
                "SLOW_URL",
                "http://" + ADDRESS + ":" + slow.port(),
                "SERVICE_LAME_DUCK",
                Long.toString(LAME_DUCK.toSeconds()),
                "SERVICE_DRAIN",
                Long.toString(DRAIN.toSeconds()));
    }

    private static Map<String, String> withShortTimes(Map<String, String> environment) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("SERVICE_LAME_DUCK", "0");
        changed.put("SERVICE_DRAIN", "1");
        return changed;
    }

    private List<Thread> startLoad() {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(new Thread(() -> load(Integer.MAX_VALUE)));
        }
        clients.add(new Thread(() -> load(1)));
        clients.forEach(Thread::start);
        return clients;
    }

    /** Sends requests continuously. Reconnects after this many requests, or when the server closes the connection. */
    private void load(int perConnection) {
        while (loaded) {
            try (RawConnection connection = new RawConnection(ADDRESS, port)) {
                boolean last = false;
                for (int i = 0; loaded && !last && i < perConnection; i++) {
                    Response response = connection.get("/message");
                    assertThat(response.status()).isEqualTo(200);
                    last = response.closes();
                    responses.incrementAndGet();
                    Thread.sleep(5);
                }
                if (last) {
                    closingResponses.incrementAndGet();
                    assertThat(connection.isClosedByServer()).isTrue();
                }
            } catch (Exception e) {
                failures.add(e);
            } catch (AssertionError e) {
                failures.add(new IllegalStateException(e));
            }
        }
    }

    private int readyWithin(Duration limit) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        int status = get("/health/ready").status();
        while (status == 200 && System.nanoTime() < end) {
            Thread.sleep(20);
            status = get("/health/ready").status();
        }
        return status;
    }

    private boolean isRefused() throws IOException {
        try {
            new RawConnection(ADDRESS, port).close();
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private Response get(String path) throws IOException {
        try (RawConnection connection = new RawConnection(ADDRESS, port)) {
            return connection.get(path);
        }
    }

    private static void sleepUntil(long start, Duration time) throws InterruptedException {
        long left = start + time.toNanos() - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left).toMillis());
        }
    }
}
