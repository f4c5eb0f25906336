package io.github.ecsdiscovery.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
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
    private static final Set<ProblemId> ELSEWHERE = EnumSet.of(
            ProblemId.POLICY_SIZE, ProblemId.TASK_DEFINITION_SIZE, ProblemId.TEMPLATE_SIZE, ProblemId.TEMPLATE_LIMIT);

    static Stream<ProblemId> ids() {
        return EnumSet.range(ProblemId.UNKNOWN_CALLEE, ProblemId.TEMPLATE_LIMIT).stream()
                .filter(id -> !ELSEWHERE.contains(id));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void brokenConfigDrawsItAndNoOtherError(ProblemId id) throws IOException {
        Checked checked =
                Checked.of(Files.readString(BROKEN.resolve(id.toString()).resolve("config.yaml")));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.ids()).contains(id).allMatch(other -> other == id || other.severity() != Severity.ERROR);
        assertThat(checked.findings())
                .allSatisfy(finding -> assertThat(finding.hint()).isNotBlank())
                .allSatisfy(finding -> assertThat(finding.message()).doesNotEndWith("."));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void passingConfigDrawsNeitherItNorAnyError(ProblemId id) throws IOException {
        Checked checked = Checked.of(Files.readString(PASSING.resolve(id + ".yaml")));

        assertThat(checked.reading().problems()).isEmpty();
        assertThat(checked.ids()).noneMatch(other -> other == id || other.severity() == Severity.ERROR);
    }

    @Test
    void everyPassingConfigIsOfAnId() throws IOException {
        try (Stream<Path> files = Files.list(PASSING)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            ids().map(ProblemId::toString).toList());
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
