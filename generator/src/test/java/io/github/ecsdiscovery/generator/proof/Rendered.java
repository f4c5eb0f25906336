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

/** A config, with one of its environments or none, and the template that is rendered from it. */
record Rendered(String name, Config config, String template) {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path EXAMPLES = Path.of("..", "examples");

    static Rendered of(Path file, @Nullable String environment) {
        try {
            ConfigReadResult reading =
                    ConfigReader.read(file.toString(), Files.readAllBytes(file), environment, List.of());
            if (reading.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
                throw new AssertionError(reading.problems());
            }
            Config config = reading.config().orElseThrow();
            String name = file + (environment == null ? "" : " -e " + environment);
            return new Rendered(name, config, new Renderer().render(StackPlan.of(config)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rendered example(String name) {
        return of(EXAMPLES.resolve(name).resolve("config.yaml"), null);
    }

    /** A valid golden. */
    static Rendered golden(String name) {
        return of(RESOURCES.resolve("golden").resolve("valid").resolve(name).resolve("config.yaml"), null);
    }

    /** A config of this package's own tests. */
    static Rendered own(String name) {
        return of(RESOURCES.resolve("proof").resolve(name + ".yaml"), null);
    }

    /** Every example, golden and config of this package's tests that needs no other stack, with each of its environments. */
    static List<Rendered> all() throws IOException {
        List<Rendered> all = new ArrayList<>();
        for (Path file : files()) {
            all.add(of(file, null));
            ConfigReadResult reading = ConfigReader.read(file.toString(), Files.readAllBytes(file), null, List.of());
            reading.environments().forEach(environment -> all.add(of(file, environment)));
        }
        all.removeIf(one -> one.config().platform() != null);
        return all;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> goldens = Files.walk(RESOURCES.resolve("golden").resolve("valid"));
                Stream<Path> examples = Files.walk(EXAMPLES, 2);
                Stream<Path> own = Files.list(RESOURCES.resolve("proof"))) {
            return Stream.of(goldens, examples, own)
                    .flatMap(files -> files)
                    .filter(file -> file.getFileName().toString().equals("config.yaml")
                            || (file.startsWith(RESOURCES.resolve("proof"))
                                    && file.toString().endsWith(".yaml")))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
