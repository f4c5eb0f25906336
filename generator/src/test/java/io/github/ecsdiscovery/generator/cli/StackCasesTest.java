package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.compile.ProblemCatalog;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.rule.crossstack.CrossStackRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> ALSO_WITHIN_ONE_CONFIG = Set.of("same-domain", "same-namespace");

    static List<ProblemKind> kinds() {
        return CrossStackRules.kinds().stream()
                .filter(kind -> Rules.FAMILIES.stream()
                        .noneMatch(family -> family.kinds().contains(kind)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void violatingConfigsCauseTheProblemAndNoOtherError(ProblemKind kind) throws IOException {
        Path folder = VIOLATING.resolve(kind.toString());

        Run run = check(folder, configs(folder));

        assertThat(problemKinds(run))
                .contains(kind)
                .allMatch(other -> other.equals(kind) || other.severity() != Severity.ERROR);
        assertThat(run.err()).doesNotContain("\"hint\":null");
    }

    static List<ProblemKind> kindsOfSeveralConfigs() {
        return kinds().stream()
                .filter(kind -> !ALSO_WITHIN_ONE_CONFIG.contains(kind.id()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kindsOfSeveralConfigs")
    void eachConfigAloneHasNoProblems(ProblemKind kind) throws IOException {
        Path folder = VIOLATING.resolve(kind.toString());

        assertThat(configs(folder))
                .hasSizeGreaterThan(1)
                .allSatisfy(config ->
                        assertThat(problemKinds(check(folder, List.of(config)))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void passingConfigsCauseNeitherTheProblemNorAnyError(ProblemKind kind) throws IOException {
        Path folder = PASSING.resolve(kind.toString());
        List<String> configs = configs(folder);

        assertThat(configs).hasSizeGreaterThan(1);
        assertThat(problemKinds(check(folder, configs)))
                .noneMatch(other -> other.equals(kind) || other.severity() == Severity.ERROR);
    }

    @Test
    void everyKindHasPassingConfigs() throws IOException {
        try (Stream<Path> folders = Files.list(PASSING)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            kinds().stream().map(ProblemKind::toString).toList());
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

    private static List<ProblemKind> problemKinds(Run run) {
        return ID.matcher(run.err())
                .results()
                .map(match -> ProblemCatalog.find(match.group(1)).orElseThrow())
                .toList();
    }
}
