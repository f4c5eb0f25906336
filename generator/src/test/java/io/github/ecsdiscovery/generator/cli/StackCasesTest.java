package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each cross-stack rule has configs that violate it and similar configs that do not. */
final class StackCasesTest {
    private static final Path VIOLATING = Path.of("src", "test", "resources", "golden", "invalid");
    private static final Path PASSING = Path.of("src", "test", "resources", "stacks");
    private static final Pattern ID = Pattern.compile("\"id\":\"([a-z0-9-]+)\"");

    /** Ids that the environments of one config can cause, too. */
    private static final EnumSet<ProblemId> ALSO_WITHIN_ONE_CONFIG =
            EnumSet.of(ProblemId.SAME_DOMAIN, ProblemId.SAME_NAMESPACE);

    static EnumSet<ProblemId> ids() {
        return EnumSet.range(ProblemId.SAME_STACK, ProblemId.PLATFORM_WITHOUT_ENDPOINT);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void violatingConfigsCauseTheProblemAndNoOtherError(ProblemId id) throws IOException {
        Path folder = VIOLATING.resolve(id.toString());

        Run run = check(folder, configs(folder));

        assertThat(problemIds(run)).contains(id).allMatch(other -> other == id || other.severity() != Severity.ERROR);
        assertThat(run.err()).doesNotContain("\"hint\":null");
    }

    static EnumSet<ProblemId> idsOfSeveralConfigs() {
        EnumSet<ProblemId> ids = ids();
        ids.removeAll(ALSO_WITHIN_ONE_CONFIG);
        return ids;
    }

    @ParameterizedTest
    @MethodSource("idsOfSeveralConfigs")
    void eachConfigAloneHasNoProblems(ProblemId id) throws IOException {
        Path folder = VIOLATING.resolve(id.toString());

        assertThat(configs(folder))
                .hasSizeGreaterThan(1)
                .allSatisfy(config ->
                        assertThat(problemIds(check(folder, List.of(config)))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void passingConfigsCauseNeitherTheProblemNorAnyError(ProblemId id) throws IOException {
        Path folder = PASSING.resolve(id.toString());
        List<String> configs = configs(folder);

        assertThat(configs).hasSizeGreaterThan(1);
        assertThat(problemIds(check(folder, configs)))
                .noneMatch(other -> other == id || other.severity() == Severity.ERROR);
    }

    @Test
    void everyIdHasPassingConfigs() throws IOException {
        try (Stream<Path> folders = Files.list(PASSING)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            ids().stream().map(ProblemId::toString).toList());
        }
    }

    private static List<String> configs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Run check(Path folder, List<String> configs) {
        Stream<String> args = Stream.concat(Stream.of("check", "--format", "json"), configs.stream());
        return Run.of(folder, args.toArray(String[]::new));
    }

    private static List<ProblemId> problemIds(Run run) {
        return ID.matcher(run.err())
                .results()
                .map(match -> ProblemId.of(match.group(1)).orElseThrow())
                .toList();
    }
}
