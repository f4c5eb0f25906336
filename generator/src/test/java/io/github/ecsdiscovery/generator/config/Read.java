package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A config that was read, and what is said of it. */
public record Read(ConfigReadResult reading) {
    public static Read of(String yaml) {
        return of(yaml, null);
    }

    public static Read of(String yaml, @Nullable String environment, String... settings) {
        return of(yaml.getBytes(StandardCharsets.UTF_8), environment, settings);
    }

    public static Read of(byte[] bytes, @Nullable String environment, String... settings) {
        return new Read(ConfigReader.read("config.yaml", bytes, environment, List.of(settings)));
    }

    /** The config, in which nothing is wrong. */
    public Config config() {
        if (!problems().isEmpty()) {
            throw new AssertionError(told());
        }
        return reading.config().orElseThrow();
    }

    /** A service of the config, in which nothing is wrong. */
    public Service service(String name) {
        Service service = config().services().get(name);
        if (service == null) {
            throw new AssertionError("no service " + name);
        }
        return service;
    }

    /** What is wrong, in reading order. */
    public List<Problem> problems() {
        return reading.problems().stream().sorted(Problem.BY_LOCATION).toList();
    }

    /** {@code 2:3+4 unknown-key: there is no key `x` -> did you mean `y`?}; the source where it is not the config. */
    public List<String> told() {
        return problems().stream()
                .map(problem -> marked(problem) + ": " + problem.message()
                        + (problem.hint() == null ? "" : " -> " + problem.hint()))
                .toList();
    }

    /** {@code 2:3+4 unknown-key}. */
    public List<String> marked() {
        return problems().stream().map(Read::marked).toList();
    }

    private static String marked(Problem problem) {
        String place = problem.location().toString().replaceFirst("^config\\.yaml:", "");
        return place + "+" + problem.location().length() + " " + problem.id();
    }
}
