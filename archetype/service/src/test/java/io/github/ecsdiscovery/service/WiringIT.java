package io.github.ecsdiscovery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.RenderedTemplate;
import io.github.ecsdiscovery.service.fixture.RenderedTemplate.Deployment;
import io.github.ecsdiscovery.service.fixture.RenderedTemplate.Registration;
import io.github.ecsdiscovery.service.peer.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Checks that the code and the template agree on names, ports, times and the health check. */
class WiringIT {

    private static final List<Deployment> DEPLOYMENTS =
            RenderedTemplate.read(Path.of(System.getProperty("template"))).deployments();
    /** The services of the template that run this program. */
    private static final List<String> SERVICES =
            List.of(System.getProperty("services").split(","));

    private static final int NO_SRV = 0;
    private static final Pattern HEALTH_PATH = Pattern.compile("(?:GET |http://[^/\\s]+)(/[^\\s'\"]*)");
    /** The folder in the image to which the Dockerfile copies src/main/image. */
    private static final String SCRIPTS = "/app/bin/";

    @BeforeAll
    static void everyServiceIsInTheConfig() {
        String config = System.getProperty("config");
        for (String service : SERVICES) {
            assertThat(DEPLOYMENTS)
                    .as("""
                            %1$s has no service `%2$s`. To add it:
                              java -jar target/ecs-discovery/generator.jar add %1$s %2$s --port 8080
                            Add `--calls NAME` for each service that it calls. If the service has another name, set \
                            `ecs-discovery.services` in pom.xml to that name.
                            """, config, service)
                    .anyMatch(deployment -> deployment.name().equals(service));
        }
    }

    @ParameterizedTest
    @FieldSource("DEPLOYMENTS")
    void environmentHasTheRegisteredName(Deployment deployment) {
        deployment.registration().ifPresent(registration -> {
            assertThat(registration.name()).isEqualTo(deployment.name());
            assertThat(deployment.environment())
                    .containsEntry("SERVICE_NAME", registration.name())
                    .containsEntry("SERVICE_NAMESPACE", registration.domain());
        });
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void listensOnTheRegisteredPort(String service) {
        Deployment deployment = deployment(service);
        int port = settings(deployment).port();

        assertThat(deployment.ports()).as("ports of the container").contains(port);
        deployment
                .registration()
                .ifPresent(registration -> assertThat(registration.port())
                        .as("port of SRV records")
                        .isIn(NO_SRV, port));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void looksUpRegisteredNamesAndPorts(String service) {
        Deployment caller = deployment(service);
        for (Target target : settings(caller).targets()) {
            Optional<Deployment> callee = registeredAs(target.host());
            if (callee.isEmpty()) {
                assertThat(target.host())
                        .as("host registered by this template, or by another stack in the same domain")
                        .endsWith("." + foreignDomain(caller));
                continue;
            }
            List<Integer> ports = callee.get().ports();
            int registered = callee.get().registration().orElseThrow().port();
            assertThat(ports).as("ports of `%s`", callee.get().name()).contains(target.port());
            if (ports.indexOf(target.port()) == 0) {
                assertThat(registered).as("port of SRV records").isIn(NO_SRV, target.port());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void lameDuckCoversTheDnsTtl(String service) {
        Deployment deployment = deployment(service);

        deployment
                .registration()
                .ifPresent(registration -> assertThat(settings(deployment).lameDuck())
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(registration.ttl())));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void stopsBeforeItIsKilled(String service) {
        Deployment deployment = deployment(service);

        assertThat(Duration.ofSeconds(deployment.stopTimeout()))
                .isGreaterThanOrEqualTo(Service.maxStopTime(settings(deployment)));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void answersTheHealthCheck(String service) throws Exception {
        Deployment deployment = deployment(service);
        List<String> paths = healthPaths(deployment);
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(deployment.environment());
        environment.putAll(Map.of("PORT", Integer.toString(port), "BIND_ADDRESS", "127.0.0.1"));
        environment.putAll(Map.of("SERVICE_CALLS", "", "SERVICE_LAME_DUCK", "0", "SERVICE_DRAIN", "0"));

        assertThat(paths.isEmpty())
                .as("the health check requests a path")
                .isEqualTo(deployment.healthCheck().isEmpty());
        Service running = Service.start(Settings.of(environment));
        try {
            for (String path : paths) {
                assertThat(status(port, path)).as(path).isEqualTo(200);
            }
        } finally {
            running.stop();
        }
    }

    private static Settings settings(Deployment deployment) {
        return Settings.of(deployment.environment());
    }

    private static Deployment deployment(String service) {
        return DEPLOYMENTS.stream()
                .filter(deployment -> deployment.name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Deployment> registeredAs(String host) {
        return DEPLOYMENTS.stream()
                .filter(deployment -> deployment
                        .registration()
                        .filter(registration -> registration.host().equals(host))
                        .isPresent())
                .findFirst();
    }

    /** Returns the domain in which other stacks may register names. There is none if this template creates the domain. */
    private static String foreignDomain(Deployment caller) {
        boolean ownsDomain = caller.registration().map(Registration::ownsDomain).orElse(false);
        return ownsDomain
                ? "(this template creates the domain)"
                : caller.environment().get("SERVICE_NAMESPACE");
    }

    /** Returns the paths in the health check's command, or in the script that it runs. */
    private static List<String> healthPaths(Deployment deployment) throws Exception {
        List<String> paths = new ArrayList<>();
        for (String word : deployment.healthCheck()) {
            String text = word.startsWith(SCRIPTS)
                    ? Files.readString(
                            Path.of(System.getProperty("basedir"), "src/main/image", word.substring(SCRIPTS.length())))
                    : word;
            HEALTH_PATH.matcher(text).results().map(path -> path.group(1)).forEach(paths::add);
        }
        return paths;
    }

    private static int status(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
