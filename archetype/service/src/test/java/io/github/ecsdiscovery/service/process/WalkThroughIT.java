package io.github.ecsdiscovery.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.DnsServers;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.ServiceProcess;
import io.github.ecsdiscovery.service.fixture.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs two services that find each other by DNS and request each other's messages. */
class WalkThroughIT {

    private static final String NAMESPACE = "ecs_service_discovery.local";
    private static final String A = "127.0.0.2";
    private static final String B = "127.0.0.3";

    @TempDir
    private Path folder;

    private final int port = Ports.free();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void returnsTheMessagesOfBothServices() throws Exception {
        try (DnsServers dns = DnsServers.start(Files.createDirectory(folder.resolve("dns")), NAMESPACE)) {
            dns.setRecords(
                    "myservice-a 10 A " + A,
                    "myservice-a 10 SRV 1 1 " + port + " 0a.myservice-a",
                    "0a.myservice-a 10 A " + A,
                    "myservice-b 10 A " + B,
                    "myservice-b 10 SRV 1 1 " + port + " 0b.myservice-b",
                    "0b.myservice-b 10 A " + B);
            try (ServiceProcess a = new ServiceProcess(folder.resolve("a.log"), environment("myservice-a", A, dns))
                            .awaitStart();
                    ServiceProcess b = new ServiceProcess(folder.resolve("b.log"), environment("myservice-b", B, dns))
                            .awaitStart()) {
                for (String address : List.of(A, B)) {
                    // The first response of a cold JVM may take longer than the timeout.
                    Waiting.until(Duration.ofSeconds(30), () -> get(address).statusCode() == 200);
                    assertThat(get(address).body())
                            .isEqualTo(
                                    "{\"serviceA\":\"THIS IS myservice-a!!\",\"serviceB\":\"THIS IS myservice-b!!\"}");
                }
                String traced = "\"requestId\":\"from-" + A + "\",\"method\":\"GET\",\"path\":\"/message\"";
                Waiting.until(
                        Duration.ofSeconds(5),
                        () -> a.log().contains(traced) && b.log().contains(traced));
            }
        }
    }

    /** Returns the environment that the template sets for each service. */
    private Map<String, String> environment(String name, String address, DnsServers dns) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVICE_NAME", name);
        environment.put("SERVICE_NAMESPACE", NAMESPACE);
        environment.put("PORT", Integer.toString(port));
        environment.put("SERVICE_CALLS", "serviceA,serviceB");
        for (String callee : List.of("a", "b")) {
            String variable = "SERVICE_" + callee.toUpperCase(Locale.ROOT);
            String host = "myservice-" + callee + "." + NAMESPACE;
            environment.put(variable + "_HOST", host);
            environment.put(variable + "_PORT", Integer.toString(port));
            environment.put(variable + "_URL", "http://" + host + ":" + port);
        }
        environment.put("SERVICE_LAME_DUCK", "25");
        environment.put("SERVICE_DRAIN", "15");
        environment.put("BIND_ADDRESS", address);
        environment.put("DNS_SERVER", dns.address());
        environment.put("ACCESS_LOG", "all");
        return environment;
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + "/request"))
                        .header("X-Request-Id", "from-" + address)
                        .build(),
                BodyHandlers.ofString());
    }
}
