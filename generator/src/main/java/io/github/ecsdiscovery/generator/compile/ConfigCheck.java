package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.rule.crossstack.StackUnderCheck;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A config compiled as it is and with each of its environments.
 *
 * @param problems each told once
 * @param environments that were looked at
 * @param stacks what the config makes, as it is and with each environment, as far as it could be read
 */
public record ConfigCheck(
        ConfigSource file,
        List<Problem> problems,
        List<String> environments,
        List<StackUnderCheck> stacks,
        SourceLines lines) {
    private static final Path NAME = Path.of("name");

    public ConfigCheck {
        problems = List.copyOf(problems);
        environments = List.copyOf(environments);
        stacks = List.copyOf(stacks);
    }

    public static ConfigCheck of(ConfigSource file) {
        Compilation base = Compilation.of(Compilation.Request.of(file, null));
        List<String> environments = base.reading().environments();
        List<StackUnderCheck> stacks = new ArrayList<>();
        stack(file, null, base).ifPresent(stacks::add);
        List<Problem> problems = base.problems();
        List<CheckResult> verdicts = new ArrayList<>(List.of(base.verdict()));
        for (String environment : environments) {
            Compilation compilation = Compilation.of(Compilation.Request.of(file, environment));
            problems = joined(problems, environment, compilation.problems());
            verdicts.add(compilation.verdict());
            stack(file, environment, compilation).ifPresent(stacks::add);
        }
        problems = Stream.concat(problems.stream(), unused(verdicts).stream()).toList();
        return new ConfigCheck(file, problems, environments, stacks, base.lines());
    }

    /** The same, with what was found in one more look at the config. */
    ConfigCheck with(@Nullable String environment, List<Problem> found) {
        return new ConfigCheck(file, joined(problems, environment, found), environments, stacks, lines);
    }

    private static Optional<StackUnderCheck> stack(
            ConfigSource file, @Nullable String environment, Compilation compilation) {
        ConfigReadResult reading = compilation.reading();
        return reading.config()
                .filter(config -> !reading.isInvalid(NAME))
                .map(config -> new StackUnderCheck(
                        new StackUnderCheck.Origin(file.name(), environment),
                        StackPlan.stackName(config, environment),
                        config));
    }

    /** What an environment shares with the config is told once. */
    private static List<Problem> joined(List<Problem> problems, @Nullable String environment, List<Problem> found) {
        List<Problem> all = new ArrayList<>(problems);
        if (environment == null) {
            all.addAll(found);
            return all;
        }
        Set<Kind> told = problems.stream().map(Kind::of).collect(Collectors.toSet());
        found.stream()
                .filter(problem -> !told.contains(Kind.of(problem)))
                .forEach(problem -> all.add(within(environment, problem)));
        return all;
    }

    /** The entries of {@code acceptWarnings} that accept nothing anywhere, if all was looked at. */
    private static Set<Problem> unused(List<CheckResult> verdicts) {
        Set<Problem> unused = new HashSet<>();
        if (verdicts.stream().allMatch(CheckResult::isWhole)) {
            verdicts.forEach(verdict -> unused.addAll(verdict.unused()));
            verdicts.forEach(verdict -> unused.removeIf(entry -> verdict.used().contains(entry.place())));
        }
        return unused;
    }

    /** Without the environment's name, nobody would see what is wrong with a line of the config itself. */
    private static Problem within(String environment, Problem problem) {
        if (problem.message().contains("`" + environment + "`")) {
            return problem;
        }
        return new Problem(
                problem.id(),
                problem.severity(),
                problem.place(),
                problem.message() + " (with `-e " + environment + "`)",
                problem.hint());
    }

    private record Kind(SourceLocation place, ProblemKind id) {
        static Kind of(Problem problem) {
            return new Kind(problem.place(), problem.id());
        }
    }
}
