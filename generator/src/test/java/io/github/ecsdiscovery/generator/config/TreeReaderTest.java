package io.github.ecsdiscovery.generator.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TreeReaderTest {

    /** snakeyaml-engine 3.0.1 reads in pieces, and dies of a character that lies across the end of one. */
    @Test
    void readsACharacterOfTwoUnitsWhereverItStands() {
        for (int length = 1_000; length < 1_050; length++) {
            String value = "x".repeat(length) + "\ud83d\ude00".repeat(2);
            var problems = new ArrayList<Problem>();

            Node tree = TreeReader.read(new SourceText("config.yaml", "name: " + value + "\n"), problems::add);

            assertThat(problems).isEmpty();
            assertThat(tree)
                    .isInstanceOfSatisfying(
                            Node.Mapping.class,
                            mapping -> assertThat(mapping.entries().get("name"))
                                    .extracting(Node.Entry::value)
                                    .isInstanceOfSatisfying(
                                            Node.Scalar.class,
                                            scalar -> assertThat(scalar.text()).isEqualTo(value)));
        }
    }
}
