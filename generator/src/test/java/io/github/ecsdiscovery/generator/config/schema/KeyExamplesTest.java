package io.github.ecsdiscovery.generator.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.config.ParsedConfig;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.KeyDefinition;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.RecordOf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the example of each key in a config, at the place where the key belongs. */
final class KeyExamplesTest {
    /** A config that contains the example of a key. */
    record Example(String path, String key, String line, String config) {
        @Override
        public String toString() {
            return path + ": " + line;
        }
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        collect(KeySchemas.document(), "", UnaryOperator.identity(), examples);
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readerAcceptsTheExample(Example example) {
        assertThat(example.line()).startsWith(example.key() + ": ").doesNotContain("\n", "`");
        assertThat(ParsedConfig.of(example.config()).described())
                .as(example.config())
                .isEmpty();
    }

    /** @param wrap puts the entries of the record into a whole config */
    private static void collect(RecordOf schema, String path, UnaryOperator<String> wrap, List<Example> examples) {
        for (KeyDefinition key : schema.keys()) {
            String line = key.annotation().example();
            String at = path.isEmpty() ? key.name() : path + "." + key.name();
            examples.add(new Example(at, key.name(), line, "{" + wrap.apply(entries(schema, key, line)) + "}\n"));
            if (!path.isEmpty() || !isLayer(key)) {
                children(
                        key.schema(),
                        at,
                        value -> wrap.apply(entries(schema, key, key.name() + ": " + value)),
                        examples);
            }
        }
    }

    private static boolean isLayer(KeyDefinition key) {
        return key.name().equals("defaults") || key.name().equals("environments");
    }

    private static void children(KeySchema schema, String path, UnaryOperator<String> wrap, List<Example> examples) {
        if (schema instanceof RecordOf fixed) {
            collect(fixed, path, entries -> wrap.apply("{" + entries + "}"), examples);
        } else if (schema instanceof KeySchema.ListOf list) {
            children(list.item(), path, item -> wrap.apply("[" + item + "]"), examples);
        } else if (schema instanceof KeySchema.MapOf map) {
            children(map.value(), path, value -> wrap.apply("{a: " + value + "}"), examples);
        } else if (schema instanceof KeySchema.AnyOf choice) {
            choice.alternatives().forEach(alternative -> children(alternative.schema(), path, wrap, examples));
        }
    }

    /** Returns a line for the key, and the examples of the other required keys of its record. */
    private static String entries(RecordOf schema, KeyDefinition key, String line) {
        return Stream.concat(
                        Stream.of(line),
                        schema.keys().stream()
                                .filter(other -> other.annotation().required()
                                        && !other.name().equals(key.name()))
                                .map(other -> other.annotation().example()))
                .collect(Collectors.joining(", "));
    }
}
