package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.config.check.StructureProblems;
import io.github.ecsdiscovery.generator.config.jsonschema.JsonSchema;
import io.github.ecsdiscovery.generator.config.yaml.YamlProblems;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Compares the JSON Schema with the reader: both must accept and reject the same configs. */
class SchemaTest {
    private static final Path FILE = Path.of("src/main/resources/io/github/ecsdiscovery/generator/config");

    /** The problems that the schema must report too. */
    private static final Set<ProblemKind> STRUCTURE = Set.of(
            StructureProblems.UNKNOWN_KEY,
            StructureProblems.MISSING_KEY,
            StructureProblems.WRONG_TYPE,
            StructureProblems.UNKNOWN_VALUE,
            StructureProblems.OUT_OF_RANGE,
            StructureProblems.MALFORMED,
            StructureProblems.TOO_MANY);

    /** The problems of YAML itself, which a schema cannot report because it applies to parsed values. */
    private static final Set<ProblemKind> YAML_ONLY = Set.of(
            YamlProblems.YAML_ANCHOR,
            YamlProblems.YAML_TYPE_TAG,
            YamlProblems.DUPLICATE_KEY,
            YamlProblems.TOO_DEEP,
            YamlProblems.CONTROL_CHARACTER);

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final com.networknt.schema.Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(JsonSchema.text());

    static List<Path> configs() throws IOException {
        List<Path> configs = new ArrayList<>();
        for (String folder :
                List.of("src/test/resources/golden/valid", "src/test/resources/golden/invalid", "../examples")) {
            try (Stream<Path> found = Files.walk(Path.of(folder), 2)) {
                found.filter(path -> path.endsWith("config.yaml")).sorted().forEach(configs::add);
            }
        }
        return configs;
    }

    static List<Path> validConfigs() throws IOException {
        return configs().stream()
                .filter(path -> !path.toString().contains("invalid"))
                .toList();
    }

    @Test
    void resourceMatchesTheSchema() {
        new Golden(FILE, "config.schema.json"::equals)
                .verify(
                        Map.of("config.schema.json", JsonSchema.text()),
                        Golden.Mode.requested(
                                System.getProperty("golden.update") != null, System.getenv("CI") != null));
    }

    @Test
    void commandPrintsTheSchema() {
        Run run = Run.of(Path.of(""), "schema");
        assertThat(run.out()).isEqualTo(JsonSchema.text());
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void agreesWithTheReaderOnGoldens(Path config) throws IOException {
        agree(
                config.toString(),
                Files.readString(config, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("validConfigs")
    void agreesWithTheReaderOnMutatedConfigs(Path config) throws IOException {
        Random random = new Random(config.toString().length());
        for (int i = 0; i < 100; i++) {
            JsonNode tree = YAML.readTree(Files.readString(config));
            mutate(tree, random);
            agree(config + " mutation " + i, YAML.writeValueAsBytes(tree));
        }
    }

    private static void agree(String name, byte[] config) {
        Optional<JsonNode> tree = tree(config);
        if (tree.isEmpty() || !tree.get().isObject()) {
            return;
        }
        List<Problem> problems =
                ConfigReader.read("config.yaml", config, null, List.of()).problems();
        if (problems.stream().anyMatch(problem -> YAML_ONLY.contains(problem.id()))) {
            return;
        }
        List<Problem> structure = problems.stream()
                .filter(problem -> STRUCTURE.contains(problem.id()))
                .toList();
        // A map may inherit a required key from another layer, which a schema cannot know.
        boolean isInherited = !structure.isEmpty()
                && structure.stream()
                        .allMatch(problem -> problem.id().equals(StructureProblems.MISSING_KEY)
                                && !problem.message().startsWith("the config"));
        if (isInherited) {
            return;
        }
        boolean isAccepted = SCHEMA.validate(tree.get()).isEmpty();
        assertThat(isAccepted)
                .as(
                        "%s%n%s%n%s%n%s",
                        name, structure, SCHEMA.validate(tree.get()), new String(config, StandardCharsets.UTF_8))
                .isEqualTo(structure.isEmpty());
    }

    /** Returns the tree; empty if the parser rejects the YAML. */
    private static Optional<JsonNode> tree(byte[] config) {
        try {
            return Optional.ofNullable(YAML.readTree(config));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void mutate(JsonNode tree, Random random) {
        List<Runnable> edits = new ArrayList<>();
        collect(tree, random, edits);
        edits.get(random.nextInt(edits.size())).run();
    }

    private static void collect(JsonNode node, Random random, List<Runnable> edits) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                edits.add(() -> object.set(entry.getKey(), replacement(random)));
                edits.add(() -> object.set(entry.getKey() + "x", entry.getValue()));
                collect(entry.getValue(), random, edits);
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int position = i;
                edits.add(() -> list.set(position, replacement(random)));
                collect(list.get(i), random, edits);
            }
        }
    }

    private static JsonNode replacement(Random random) {
        List<String> replacements = List.of(
                "[]",
                "{}",
                "[a]",
                "{a: b}",
                "text",
                "Text",
                "true",
                "\"true\"",
                "0",
                "7",
                "\"7\"",
                "256",
                "99999",
                "1.5",
                "10.0.0.0/16",
                "8080/tcp",
                "[orders]",
                "{orders: orders}",
                "no",
                "\"\"",
                "public",
                "a b");
        return YAML.readTree(replacements.get(random.nextInt(replacements.size())));
    }
}
