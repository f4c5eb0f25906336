package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A config that was read, with its problems in a short form. */
public record ParsedConfig(ConfigReadResult result) {
    public static ParsedConfig of(String yaml) {
        return of(yaml, null);
    }

    public static ParsedConfig of(String yaml, @Nullable String environment, String... settings) {
        return of(yaml.getBytes(StandardCharsets.UTF_8), environment, settings);
    }

    public static ParsedConfig of(byte[] bytes, @Nullable String environment, String... settings) {
        return new ParsedConfig(ConfigReader.read("config.yaml", bytes, environment, List.of(settings)));
    }

    /** Returns the config, which must have no problems. */
    public Config config() {
        if (!problems().isEmpty()) {
            throw new AssertionError(described());
        }
        return result.config().orElseThrow();
    }

    /** Returns a service of the config, which must have no problems. */
    public Service service(String name) {
        Service service = config().services().get(name);
        if (service == null) {
            throw new AssertionError("no service " + name);
        }
        return service;
    }

    /** Returns the problems in the order of their locations. */
    public List<Problem> problems() {
        return result.problems().stream().sorted(Problem.BY_LOCATION).toList();
    }

    /** Returns the problems as {@code 2:3+4 unknown-key: unknown key `x` -> did you mean `y`?}. */
    public List<String> described() {
        return problems().stream()
                .map(problem -> marked(problem) + ": " + problem.message()
                        + (problem.hint() == null ? "" : " -> " + problem.hint()))
                .toList();
    }

    /** Returns the problems as {@code 2:3+4 unknown-key}. */
    public List<String> marked() {
        return problems().stream().map(ParsedConfig::marked).toList();
    }

    private static String marked(Problem problem) {
        String location = problem.location().toString().replaceFirst("^config\\.yaml:", "");
        return location + "+" + problem.location().length() + " " + problem.id();
    }
}
