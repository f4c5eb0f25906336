package io.github.ecsdiscovery.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.DnsServers;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.RawConnection;
import io.github.ecsdiscovery.service.fixture.RawConnection.Response;
import io.github.ecsdiscovery.service.fixture.ServiceProcess;
import io.github.ecsdiscovery.service.fixture.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaces the tasks of a service as an ECS deployment does, while another service sends requests to them. */
class ReplacementIT {

    private static final int TTL = 2;
    private static final int LAME_DUCK = TTL + 4;
    private static final int DRAIN = 3;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(LAME_DUCK + DRAIN + 5);
    private static final String ZONE = "shop.internal";
    private static final String CALLER = "127.0.0.1";

    @TempDir
    private Path folder;

    private final int port = Ports.free();
    private final Map<Integer, ServiceProcess> tasks = new HashMap<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final AtomicInteger responses = new AtomicInteger();
    private volatile boolean loaded = true;
    private DnsServers dns;

    @Test
    void losesNoRequestWhenAllTasksAreReplacedAndOneIsKilled() throws Exception {
        dns = DnsServers.start(Files.createDirectory(folder.resolve("dns")), ZONE);
        try (ServiceProcess caller =
                new ServiceProcess(folder.resolve("caller.log"), environment(CALLER)).awaitStart()) {
            startTrequest(2);
            startTrequest(3);
            register(2, 3);
            Waiting.until(Duration.ofSeconds(60), () -> request(CALLER).status() == 200);
            List<Thread> load = startLoad();

            replace(2, 4, 3);
            replace(3, 5, 4);
            kill(4, 5);
            Thread.sleep(3000);

            loaded = false;
            for (Thread client : load) {
                client.join();
            }
            assertThat(lost).as(caller.log()).isEmpty();
            assertThat(responses.get()).isGreaterThan(500);
        } finally {
            tasks.values().forEach(ServiceProcess::close);
            dns.close();
        }
    }

    /** Registers a new task when it runs. Deregisters the old task and sends it SIGTERM at the same time. */
    private void replace(int old, int next, int other) throws Exception {
        startTrequest(next);
        register(old, next, other);
        register(next, other);
        tasks.get(old).terminate();
        assertThat(tasks.get(old).awaitExit(STOP_TIMEOUT)).isZero();
    }

    /** Kills a task without notice, and deregisters it two seconds later. */
    private void kill(int task, int other) throws Exception {
        tasks.get(task).close();
        Thread.sleep(2000);
        register(other);
    }

    private void startTrequest(int number) {
        String address = "127.0.0." + number;
        tasks.put(number, new ServiceProcess(folder.resolve(number + ".log"), environment(address)).awaitStart());
    }

    private void register(int... numbers) {
        dns.setRecords(IntStream.of(numbers)
                .boxed()
                .flatMap(n -> Stream.of(
                        "orders %s SRV 1 1 %s %s.orders".formatted(TTL, port, n),
                        "%s.orders %s A 127.0.0.%s".formatted(n, TTL, n)))
                .toArray(String[]::new));
    }

    private Map<String, String> environment(String address) {
        return Map.of(
                "SERVICE_NAME",
                "orders",
                "BIND_ADDRESS",
                address,
                "PORT",
                Integer.toString(port),
                "SERVICE_CALLS",
                "orders",
                "ORDERS_URL",
                "http://orders." + ZONE + ":" + port,
                "DNS_SERVER",
                dns.address(),
                "SERVICE_LAME_DUCK",
                Integer.toString(LAME_DUCK),
                "SERVICE_DRAIN",
                Integer.toString(DRAIN));
    }

    private List<Thread> startLoad() {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(new Thread(this::load));
        }
        clients.forEach(Thread::start);
        return clients;
    }

    private void load() {
        while (loaded) {
            try (RawConnection connection = new RawConnection(CALLER, port)) {
                while (loaded) {
                    Response response = connection.get("/request");
                    responses.incrementAndGet();
                    if (response.status() != 200) {
                        lost.add(response.body());
                    }
                    Thread.sleep(10);
                }
            } catch (IOException | InterruptedException e) {
                lost.add(e.toString());
            }
        }
    }

    private Response request(String address) throws IOException {
        try (RawConnection connection = new RawConnection(address, port)) {
            return connection.get("/request");
        }
    }
}
