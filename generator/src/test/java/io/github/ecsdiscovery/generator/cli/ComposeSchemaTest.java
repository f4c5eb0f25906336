package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Validates every Compose file against the JSON Schema of the Compose Specification. */
final class ComposeSchemaTest {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Schema SCHEMA = schema();

    /** Returns the Compose files of all goldens and examples. */
    static List<Path> files() throws IOException {
        try (Stream<Path> goldens = Files.walk(Path.of("src", "test", "resources", "golden", "valid"), 2);
                Stream<Path> examples = Files.walk(Path.of("..", "examples"), 2)) {
            return Stream.concat(goldens, examples)
                    .filter(file -> file.endsWith("compose.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void matchesTheSchema(Path file) throws IOException {
        JsonNode tree = YAML.readTree(Files.readString(file));

        assertThat(SCHEMA.validate(tree)).isEmpty();
        assertThat(tree.path("services").size()).isPositive();
    }

    @Test
    void schemaRejectsInvalidFiles() {
        assertThat(SCHEMA.validate(YAML.readTree("services: {orders: {imagee: a}}")))
                .isNotEmpty();
        assertThat(SCHEMA.validate(YAML.readTree("services: {orders: {ports: 8080}}")))
                .isNotEmpty();
    }

    private static Schema schema() {
        try (InputStream in = ComposeSchemaTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            // The id in the schema is relative and needs a base.
            SchemaLocation base = SchemaLocation.of("https://compose-spec.example/");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(base, Objects.requireNonNull(in), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
