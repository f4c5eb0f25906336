package io.github.ecsdiscovery.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks each kind of problem with two configs: one that has the problem, and a similar one that does not.
 */
final class RuleCasesTest {
    private static final Path BROKEN = Path.of("src", "test", "resources", "golden", "invalid");
    private static final Path PASSING = Path.of("src", "test", "resources", "rule");

    /** Kinds that need a large config. Other tests generate it. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of("policy-size", "task-definition-size");

    static Stream<ProblemKind> kinds() {
        return Rules.FAMILIES.stream()
                .flatMap(family -> family.kinds().stream())
                .filter(kind -> !TESTED_ELSEWHERE.contains(kind.id()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void reportsTheProblemAndNoOtherError(ProblemKind kind) throws IOException {
        Checked checked =
                Checked.of(Files.readString(BROKEN.resolve(kind.toString()).resolve("config.yaml")));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.ids())
                .contains(kind)
                .allMatch(other -> other.equals(kind) || other.severity() != Severity.ERROR);
        assertThat(checked.findings())
                .allSatisfy(finding -> assertThat(finding.hint()).isNotBlank())
                .allSatisfy(finding -> assertThat(finding.message()).doesNotEndWith("."));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void acceptsSimilarConfigWithoutTheProblem(ProblemKind kind) throws IOException {
        Checked checked = Checked.of(Files.readString(PASSING.resolve(kind + ".yaml")));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.ids()).noneMatch(other -> other.equals(kind) || other.severity() == Severity.ERROR);
    }

    @Test
    void everyPassingConfigBelongsToAKind() throws IOException {
        try (Stream<Path> files = Files.list(PASSING)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            kinds().map(ProblemKind::toString).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("validConfigs")
    void reportsNoErrorForValidConfigs(Path config) throws IOException {
        Checked checked = Checked.of(Files.readString(config));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.findings().stream().filter(finding -> finding.id().severity() == Severity.ERROR))
                .extracting(Finding::message)
                .isEmpty();
    }

    static List<Path> validConfigs() throws IOException {
        Path valid = BROKEN.resolveSibling("valid");
        Path examples = Path.of("..", "examples");
        try (Stream<Path> goldens = Files.list(valid);
                Stream<Path> exampleFolders = Files.list(examples)) {
            return Stream.concat(goldens, exampleFolders)
                    .map(folder -> folder.resolve("config.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }
}
