package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.SourceLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A config compiled as it is and with each of its environments.
 *
 * @param problems each told once
 * @param environments that were looked at
 */
record Survey(List<Problem> problems, List<String> environments, SourceLines lines) {
    static Survey of(ConfigFile file) {
        Compilation base = Compilation.of(Compilation.Request.of(file, null));
        List<Problem> problems = new ArrayList<>(base.problems());
        List<Verdict> verdicts = new ArrayList<>(List.of(base.verdict()));
        List<String> environments = base.reading().environments();
        for (String environment : environments) {
            Verdict verdict =
                    Compilation.of(Compilation.Request.of(file, environment)).verdict();
            Set<Kind> told = problems.stream().map(Kind::of).collect(Collectors.toSet());
            verdict.problems().stream()
                    .filter(problem -> !told.contains(Kind.of(problem)))
                    .forEach(problem -> problems.add(within(environment, problem)));
            verdicts.add(verdict);
        }
        problems.addAll(unused(verdicts));
        return new Survey(problems, environments, base.lines());
    }

    /** The entries of {@code accept} that accept nothing anywhere, if all was looked at. */
    private static Set<Problem> unused(List<Verdict> verdicts) {
        Set<Problem> unused = new HashSet<>();
        if (verdicts.stream().allMatch(Verdict::isWhole)) {
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

    private record Kind(Place place, ProblemId id) {
        static Kind of(Problem problem) {
            return new Kind(problem.place(), problem.id());
        }
    }
}
