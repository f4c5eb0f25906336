package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.render.Renderer;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A config and the template that it renders.
 *
 * @param name the file of the config, and the environment if one is chosen
 */
public record RenderedConfig(String name, Config config, String template) {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path EXAMPLES = Path.of("..", "examples");

    /** Renders a config without an environment. */
    static RenderedConfig of(Path file) {
        return render(file, null);
    }

    private static RenderedConfig render(Path file, @Nullable String environment) {
        try {
            ConfigReadResult reading =
                    ConfigReader.read(file.toString(), Files.readAllBytes(file), environment, List.of());
            if (reading.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
                throw new AssertionError(reading.problems());
            }
            Config config = reading.config().orElseThrow();
            String name = file + (environment == null ? "" : " -e " + environment);
            return new RenderedConfig(name, config, new Renderer().render(StackPlan.of(config)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renders an example. */
    public static RenderedConfig example(String name) {
        return of(EXAMPLES.resolve(name).resolve("config.yaml"));
    }

    /** Renders a valid golden. */
    static RenderedConfig golden(String name) {
        return of(RESOURCES.resolve("golden").resolve("valid").resolve(name).resolve("config.yaml"));
    }

    /**
     * Renders every example, every valid golden and every config below {@code proof}, with each of its environments. Leaves
     * out stacks that join a platform.
     */
    static List<RenderedConfig> all() throws IOException {
        List<RenderedConfig> all = new ArrayList<>();
        for (Path file : files()) {
            all.add(of(file));
            ConfigReadResult reading = ConfigReader.read(file.toString(), Files.readAllBytes(file), null, List.of());
            reading.environments().forEach(environment -> all.add(render(file, environment)));
        }
        all.removeIf(rendered -> rendered.config().platform() != null);
        return all;
    }

    private static List<Path> files() throws IOException {
        Path proof = RESOURCES.resolve("proof");
        try (Stream<Path> goldens = Files.walk(RESOURCES.resolve("golden").resolve("valid"));
                Stream<Path> examples = Files.walk(EXAMPLES, 2);
                Stream<Path> proofConfigs = Files.list(proof)) {
            return Stream.of(goldens, examples, proofConfigs)
                    .flatMap(files -> files)
                    .filter(file -> file.getFileName().toString().equals("config.yaml")
                            || (file.startsWith(proof) && file.toString().endsWith(".yaml")))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
