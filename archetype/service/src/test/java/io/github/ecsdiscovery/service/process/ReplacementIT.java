package io.github.ecsdiscovery.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.Connection;
import io.github.ecsdiscovery.service.fixture.Connection.Response;
import io.github.ecsdiscovery.service.fixture.DnsServers;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Program;
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

/** A deployment as ECS makes it, under load: a service with two tasks is asked by another one all the time. */
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
    private final Map<Integer, Program> tasks = new HashMap<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean loaded = true;
    private DnsServers dns;

    @Test
    void losesNoRequestWhenAllTasksAreReplacedAndOneIsKilled() throws Exception {
        dns = DnsServers.start(Files.createDirectory(folder.resolve("dns")), ZONE);
        try (Program caller = new Program(folder.resolve("caller.log"), environment(CALLER)).awaitStart()) {
            startTask(2);
            startTask(3);
            register(2, 3);
            Waiting.until(Duration.ofSeconds(60), () -> ask(CALLER).status() == 200);
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
            assertThat(answers.get()).isGreaterThan(500);
        } finally {
            tasks.values().forEach(Program::close);
            dns.close();
        }
    }

    /** A new task is registered when it runs; an old one is told to stop in the instant in which it is taken out. */
    private void replace(int old, int next, int other) throws Exception {
        startTask(next);
        register(old, next, other);
        register(next, other);
        tasks.get(old).terminate();
        assertThat(tasks.get(old).awaitExit(STOP_TIMEOUT)).isZero();
    }

    /** Nobody is told before; DNS learns of it some seconds later. */
    private void kill(int task, int other) throws Exception {
        tasks.get(task).close();
        Thread.sleep(2000);
        register(other);
    }

    private void startTask(int number) {
        String address = "127.0.0." + number;
        tasks.put(number, new Program(folder.resolve(number + ".log"), environment(address)).awaitStart());
    }

    private void register(int... numbers) {
        dns.hold(IntStream.of(numbers)
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
            try (Connection connection = new Connection(CALLER, port)) {
                while (loaded) {
                    Response response = connection.get("/request");
                    answers.incrementAndGet();
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

    private Response ask(String address) throws IOException {
        try (Connection connection = new Connection(address, port)) {
            return connection.get("/request");
        }
    }
}
