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

/** For each problem about several stacks, checks configs that cause it, and similar configs that do not. */
final class StackCasesTest {
    private static final Path BROKEN = Path.of("src", "test", "resources", "golden", "invalid");
    private static final Path PASSING = Path.of("src", "test", "resources", "stacks");
    private static final Pattern ID = Pattern.compile("\"id\":\"([a-z0-9-]+)\"");

    /** Problems that the environments of a single config can cause too. */
    private static final Set<String> ALONE = Set.of("same-domain", "same-namespace");

    static List<ProblemKind> ids() {
        return CrossStackRules.kinds().stream()
                .filter(kind -> Rules.FAMILIES.stream()
                        .noneMatch(family -> family.kinds().contains(kind)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void reportsProblemAndNoOtherError(ProblemKind id) throws IOException {
        Path folder = BROKEN.resolve(id.toString());

        Run run = check(folder, configs(folder));

        assertThat(reported(run))
                .contains(id)
                .allMatch(other -> other.equals(id) || other.severity() != Severity.ERROR);
        assertThat(run.err()).doesNotContain("\"hint\":null");
    }

    static List<ProblemKind> idsOfSeveral() {
        return ids().stream().filter(kind -> !ALONE.contains(kind.id())).toList();
    }

    @ParameterizedTest
    @MethodSource("idsOfSeveral")
    void reportsNothingForEachConfigAlone(ProblemKind id) throws IOException {
        Path folder = BROKEN.resolve(id.toString());

        assertThat(configs(folder))
                .hasSizeGreaterThan(1)
                .allSatisfy(config ->
                        assertThat(reported(check(folder, List.of(config)))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void reportsNeitherProblemNorErrorForSimilarConfigs(ProblemKind id) throws IOException {
        Path folder = PASSING.resolve(id.toString());
        List<String> configs = configs(folder);

        assertThat(configs).hasSizeGreaterThan(1);
        assertThat(reported(check(folder, configs)))
                .noneMatch(other -> other.equals(id) || other.severity() == Severity.ERROR);
    }

    @Test
    void everySimilarConfigBelongsToProblem() throws IOException {
        try (Stream<Path> folders = Files.list(PASSING)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            ids().stream().map(ProblemKind::toString).toList());
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

    private static List<ProblemKind> reported(Run run) {
        return ID.matcher(run.err())
                .results()
                .map(found -> ProblemCatalog.find(found.group(1)).orElseThrow())
                .toList();
    }
}
