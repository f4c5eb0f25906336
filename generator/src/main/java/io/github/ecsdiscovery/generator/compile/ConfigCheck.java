package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.rule.crossstack.StackUnderCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The problems of a config, compiled alone and with each of its environments.
 *
 * @param problems the problems, each once
 * @param environments the environments of the config
 * @param stacks the stacks of the config, alone and with each environment; without those that could not be read
 */
public record ConfigCheck(
        ConfigSource file,
        List<Problem> problems,
        List<String> environments,
        List<StackUnderCheck> stacks,
        SourceLines lines) {

    public ConfigCheck {
        problems = List.copyOf(problems);
        environments = List.copyOf(environments);
        stacks = List.copyOf(stacks);
    }

    /** Compiles a config alone and with each of its environments, and collects the problems. */
    public static ConfigCheck of(ConfigSource file) {
        Compilation base = Compilation.of(Compilation.Request.of(file));
        List<String> environments = base.readResult().environments();
        List<StackUnderCheck> stacks = new ArrayList<>();
        base.stackUnderCheck().ifPresent(stacks::add);
        List<Problem> problems = base.problems();
        List<CheckResult> results = new ArrayList<>(List.of(base.result()));
        for (String environment : environments) {
            Compilation compilation = Compilation.of(Compilation.Request.of(file, environment));
            problems = merged(problems, environment, compilation.problems());
            results.add(compilation.result());
            compilation.stackUnderCheck().ifPresent(stacks::add);
        }
        problems = Stream.concat(problems.stream(), unused(results).stream()).toList();
        return new ConfigCheck(file, problems, environments, stacks, base.lines());
    }

    /** Returns the same check with more problems of the config alone (null) or of one environment. */
    ConfigCheck with(@Nullable String environment, List<Problem> added) {
        return new ConfigCheck(file, merged(problems, environment, added), environments, stacks, lines);
    }

    /** Adds the problems of an environment, except those that the config has already without it. */
    private static List<Problem> merged(List<Problem> problems, @Nullable String environment, List<Problem> added) {
        List<Problem> all = new ArrayList<>(problems);
        if (environment == null) {
            all.addAll(added);
            return all;
        }
        Set<Key> known = problems.stream().map(Key::of).collect(Collectors.toSet());
        added.stream()
                .filter(problem -> !known.contains(Key.of(problem)))
                .forEach(problem -> all.add(withEnvironment(environment, problem)));
        return all;
    }

    /** Returns the entries of {@code acceptWarnings} that suppress nothing in any environment, if all checks are complete. */
    private static Set<Problem> unused(List<CheckResult> results) {
        Set<Problem> unused = new HashSet<>();
        if (results.stream().allMatch(CheckResult::isComplete)) {
            results.forEach(result -> unused.addAll(result.unused()));
            results.forEach(result -> unused.removeIf(entry -> result.used().contains(entry.location())));
        }
        return unused;
    }

    /** Names the environment in the message, because the marked line may be outside the environment. */
    private static Problem withEnvironment(String environment, Problem problem) {
        if (problem.message().contains("`" + environment + "`")) {
            return problem;
        }
        return new Problem(
                problem.id(),
                problem.severity(),
                problem.location(),
                problem.message() + " (with `-e " + environment + "`)",
                problem.hint());
    }

    private record Key(SourceLocation location, ProblemKind id) {
        static Key of(Problem problem) {
            return new Key(problem.location(), problem.id());
        }
    }
}
