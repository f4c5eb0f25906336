package io.github.ecsdiscovery.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Checks that WiringIT passes for the rendered template and fails for each change of the template. */
class WiringFailsIT {

    private static final String TEST_CLASS = "io.github.ecsdiscovery.service.WiringIT";
    private static final Path FOLDER = Path.of("target", "wiring");

    /** A text to replace everywhere in the template of a config, and the test that must fail. */
    record Alteration(String config, String from, String to, String test) {

        static Alteration inSeed(String from, String to, String test) {
            return new Alteration("seed", from, to, test);
        }

        static Alteration inPlatform(String from, String to, String test) {
            return new Alteration("platform", from, to, test);
        }
    }

    private static final String NAME =
            "environmentHasTheRegisteredName(io.github.ecsdiscovery.service.fixture.RenderedTemplate$Deployment)";
    private static final String PORT = "listensOnTheRegisteredPort(java.lang.String)";
    private static final String LOOK_UP = "looksUpRegisteredNamesAndPorts(java.lang.String)";
    private static final String LAME_DUCK = "lameDuckCoversTheDnsTtl(java.lang.String)";
    private static final String STOP = "stopsBeforeItIsKilled(java.lang.String)";
    private static final String HEALTH = "answersTheHealthCheck(java.lang.String)";

    static final List<Alteration> ALTERATIONS = List.of(
            // registration
            Alteration.inSeed("      Name: myservice-b\n", "      Name: myservice-c\n", LOOK_UP),
            Alteration.inSeed("      Name: myservice-b\n", "      Name: myservice-c\n", NAME),
            Alteration.inSeed("      Name: seed.internal\n", "      Name: other.internal\n", LOOK_UP),
            Alteration.inSeed("      Name: seed.internal\n", "      Name: other.internal\n", NAME),
            Alteration.inSeed("        Port: 8080\n", "        Port: 8081\n", PORT),
            Alteration.inSeed("        Port: 8080\n", "        Port: 8081\n", LOOK_UP),
            Alteration.inSeed("{ContainerPort: 8080,", "{ContainerPort: 8081,", PORT),
            Alteration.inSeed("{ContainerPort: 8080,", "{ContainerPort: 8081,", LOOK_UP),
            // environment
            Alteration.inSeed("{Name: PORT, Value: '8080'}", "{Name: PORT, Value: '8081'}", PORT),
            Alteration.inSeed("'http://myservice-b.seed", "'http://myservice-c.seed", LOOK_UP),
            Alteration.inSeed(
                    "'http://myservice-b.seed.internal:8080'", "'http://myservice-b.seed.internal:80'", LOOK_UP),
            Alteration.inSeed("SERVICE_NAME, Value: myservice-a", "SERVICE_NAME, Value: myservice-b", NAME),
            Alteration.inSeed("SERVICE_NAMESPACE, Value: seed", "SERVICE_NAMESPACE, Value: other", NAME),
            Alteration.inPlatform(
                    "'http://myservice-a.${Domain}:8080', {Domain: !ImportValue seed-",
                    "'http://myservice-a.${Domain}:8080', {Domain: !ImportValue other-",
                    LOOK_UP),
            // times
            Alteration.inSeed("{Type: SRV, TTL: 10}", "{Type: SRV, TTL: 26}", LAME_DUCK),
            Alteration.inSeed("SERVICE_LAME_DUCK, Value: '25'", "SERVICE_LAME_DUCK, Value: '9'", LAME_DUCK),
            Alteration.inSeed("SERVICE_LAME_DUCK, Value: '25'", "SERVICE_LAME_DUCK, Value: '28'", STOP),
            Alteration.inSeed("SERVICE_DRAIN, Value: '15'", "SERVICE_DRAIN, Value: '18'", STOP),
            Alteration.inSeed("StopTimeout: 45", "StopTimeout: 42", STOP),
            // health check
            Alteration.inSeed("bash, /app/bin/healthy", "wget, 'http://127.0.0.1:8080/health/life'", HEALTH));

    @BeforeAll
    static void render() throws Exception {
        Files.createDirectories(FOLDER);
        for (String config : List.of("seed", "platform")) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            System.getProperty("generator.jar"),
                            Path.of("src", "test", "resources", "expected", config + ".yaml")
                                    .toString())
                    .redirectOutput(FOLDER.resolve(config + ".yaml").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void passesForTheRenderedTemplate() throws Exception {
        run("seed", template("seed"), null)
                .testEvents()
                .assertStatistics(events -> events.started(12).succeeded(12));
        run("platform", template("platform"), null)
                .testEvents()
                .assertStatistics(events -> events.started(6).succeeded(6));
    }

    @ParameterizedTest
    @FieldSource("ALTERATIONS")
    void failsForAChangedTemplate(Alteration alteration) throws Exception {
        String template = template(alteration.config);
        assertThat(template).contains(alteration.from);

        EngineExecutionResults results =
                run(alteration.config, template.replace(alteration.from, alteration.to), alteration.test);

        assertThat(results.testEvents().failed().count()).isPositive();
    }

    private static String template(String config) throws Exception {
        return Files.readString(FOLDER.resolve(config + ".yaml"));
    }

    /** Runs one test of WiringIT, or all. Uses a new class loader, because the class reads the template only once. */
    private static EngineExecutionResults run(String config, String template, @Nullable String test) throws Exception {
        Path file = Files.writeString(FOLDER.resolve("altered.yaml"), template);
        System.setProperty("template", file.toString());
        System.setProperty("services", config.equals("seed") ? "myservice-a,myservice-b" : "myservice-c");
        System.setProperty("config", "config.yaml");
        String basedir = System.setProperty("basedir", "service");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(service(), before)) {
            Thread.currentThread().setContextClassLoader(loader);
            DiscoverySelector selector = test == null
                    ? selectClass(loader.loadClass(TEST_CLASS))
                    : selectMethod(loader, TEST_CLASS + "#" + test);
            return EngineTestKit.engine("junit-jupiter").selectors(selector).execute();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            System.setProperty("basedir", basedir);
        }
    }

    private static URL[] service() throws Exception {
        Path target = Path.of("service", "target");
        List<URL> urls = new ArrayList<>();
        for (String classes : List.of("test-classes", "classes")) {
            urls.add(target.resolve(classes).toUri().toURL());
        }
        try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
            for (Path jar : (Iterable<Path>) jars::iterator) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
