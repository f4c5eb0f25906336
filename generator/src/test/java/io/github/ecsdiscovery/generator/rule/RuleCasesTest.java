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

/** Each id that rules tell has a config that draws it, and one just beside that does not. */
final class RuleCasesTest {
    private static final Path BROKEN = Path.of("src", "test", "resources", "golden", "invalid");
    private static final Path PASSING = Path.of("src", "test", "resources", "rule");

    /** What takes many bytes; their own tests make them. */
    private static final Set<String> ELSEWHERE = Set.of("policy-size", "task-definition-size");

    static Stream<ProblemKind> ids() {
        return Rules.FAMILIES.stream()
                .flatMap(family -> family.kinds().stream())
                .filter(kind -> !ELSEWHERE.contains(kind.id()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void brokenConfigDrawsItAndNoOtherError(ProblemKind id) throws IOException {
        Checked checked =
                Checked.of(Files.readString(BROKEN.resolve(id.toString()).resolve("config.yaml")));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.ids())
                .contains(id)
                .allMatch(other -> other.equals(id) || other.severity() != Severity.ERROR);
        assertThat(checked.findings())
                .allSatisfy(finding -> assertThat(finding.hint()).isNotBlank())
                .allSatisfy(finding -> assertThat(finding.message()).doesNotEndWith("."));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void passingConfigDrawsNeitherItNorAnyError(ProblemKind id) throws IOException {
        Checked checked = Checked.of(Files.readString(PASSING.resolve(id + ".yaml")));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.ids()).noneMatch(other -> other.equals(id) || other.severity() == Severity.ERROR);
    }

    @Test
    void everyPassingConfigIsOfAnId() throws IOException {
        try (Stream<Path> files = Files.list(PASSING)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            ids().map(ProblemKind::toString).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("realConfigs")
    void realConfigDrawsNoError(Path config) throws IOException {
        Checked checked = Checked.of(Files.readString(config));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.findings().stream().filter(one -> one.id().severity() == Severity.ERROR))
                .extracting(Finding::message)
                .isEmpty();
    }

    static List<Path> realConfigs() throws IOException {
        Path valid = BROKEN.resolveSibling("valid");
        Path examples = Path.of("..", "examples");
        try (Stream<Path> goldens = Files.list(valid);
                Stream<Path> shown = Files.list(examples)) {
            return Stream.concat(goldens, shown)
                    .map(folder -> folder.resolve("config.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }
}
