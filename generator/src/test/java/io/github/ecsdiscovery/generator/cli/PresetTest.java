package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Tests that the presets differ only by the values in their files. */
final class PresetTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PRESETS =
            Path.of("src", "main", "resources", "io", "github", "ecsdiscovery", "generator", "config", "preset");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"two-services", "shop", "no-internet", "production"})
    void productionEqualsDevelopmentWithTheKeysOfItsFile(String example) throws IOException {
        Map<String, Object> config = read(config(example));
        Map<String, Object> preset = read(PRESETS.resolve("production.yaml"));
        if (!config.containsKey("loadBalancer")) {
            // Adding the key would create a load balancer.
            preset.remove("loadBalancer");
        }
        Map<String, Object> merged = merge(preset, config);
        merged.put("preset", "development");
        Path written = Files.writeString(folder.resolve("config.yaml"), yaml().dump(merged));

        assertThat(rendered(written, "development")).isEqualTo(rendered(config(example), "production"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-services", "shop", "production"})
    void callsAndNamesAreTheSameInBothPresets(String example) {
        Map<String, Object> development = resources(rendered(config(example), "development"));
        Map<String, Object> production = resources(rendered(config(example), "production"));

        assertThat(graph(production)).isNotEmpty().isEqualTo(graph(development));
        // Production has no HTTP listener, but all other resources of development and more.
        assertThat(development.keySet())
                .filteredOn(id -> !id.equals("HttpListener"))
                .isSubsetOf(production.keySet());
    }

    /** Returns the security groups, the DNS names and the environment of containers. */
    private static Map<String, Object> graph(Map<String, Object> resources) {
        Map<String, Object> graph = new TreeMap<>();
        resources.forEach((id, resource) -> {
            String type = at(resource, "Type").toString();
            if (type.startsWith("AWS::EC2::SecurityGroup") || type.startsWith("AWS::ServiceDiscovery::")) {
                graph.put(id, at(resource, "Properties"));
            } else if (type.equals("AWS::ECS::TaskDefinition")) {
                List<?> containers = (List<?>) at(at(resource, "Properties"), "ContainerDefinitions");
                graph.put(id, at(containers.get(0), "Environment"));
            }
        });
        graph.keySet().removeIf(id -> id.equals("LoadBalancerSecurityGroup"));
        return graph;
    }

    private static Object at(Object map, String key) {
        return Objects.requireNonNull(((Map<?, ?>) map).get(key), key);
    }

    private static Path config(String example) {
        return ROOT.resolve("examples").resolve(example).resolve("config.yaml");
    }

    private static String rendered(Path config, String preset) {
        Run run = Run.of(ROOT, "render", config.toAbsolutePath().toString(), "-q", "--set", "preset=" + preset);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static Map<String, Object> resources(String template) {
        String plain = template.replaceAll("!(Ref|Sub|Select|GetAZs|Join) ", "");
        return new TreeMap<>(
                new Yaml().<Map<String, Map<String, Object>>>load(plain).get("Resources"));
    }

    private static Map<String, Object> merge(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> merged.merge(key, value, PresetTest::merged));
        return merged;
    }

    @SuppressWarnings("unchecked")
    private static Object merged(Object below, Object above) {
        boolean maps = below instanceof Map && above instanceof Map;
        return maps ? merge((Map<String, Object>) below, (Map<String, Object>) above) : above;
    }

    private static Map<String, Object> read(Path file) {
        try {
            return yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a parser and writer that treats every scalar as text. */
    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        DumperOptions dumping = new DumperOptions();
        dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Representer representer = new Representer(dumping) {
            {
                representers.put(
                        String.class,
                        text -> representScalar(
                                Tag.STR,
                                text.toString(),
                                text.toString().isEmpty() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN));
            }
        };
        return new Yaml(new SafeConstructor(loading), representer, dumping, loading, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // None, so that `yes` and `1.10` stay text.
            }
        });
    }
}
