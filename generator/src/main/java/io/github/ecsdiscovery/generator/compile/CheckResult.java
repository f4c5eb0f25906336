package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.config.ConfigReadResult;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import io.github.ecsdiscovery.generator.model.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The problems of a config: those of the reader, and those of the rules.
 *
 * <p>Leaves out findings that follow from a problem of the reader and findings that the config accepts. Equal findings at
 * one location are merged into one problem.
 *
 * @param problems the problems, sorted by location
 * @param unused a warning for each entry of {@code acceptWarnings} that suppresses nothing; another environment may need
 *     the entry
 * @param used the locations of the entries that suppress something
 * @param isComplete whether every rule has checked the whole config, so that {@code unused} is reliable
 */
record CheckResult(List<Problem> problems, List<Problem> unused, Set<SourceLocation> used, boolean isComplete) {
    private static final int MAX_NAMES = 4;

    CheckResult {
        problems = problems.stream().sorted(Problem.BY_LOCATION).toList();
        unused = List.copyOf(unused);
        used = Set.copyOf(used);
    }

    /** Returns the result of a config that cannot be read. */
    static CheckResult unreadable(ConfigReadResult readResult) {
        return new CheckResult(readResult.problems(), List.of(), Set.of(), false);
    }

    /** Returns the result of a config that was read, and possibly rendered, with the findings of the rules. */
    static CheckResult of(ConfigReadResult readResult, Config config, List<Finding> findings) {
        List<Finding> independent = findings.stream()
                .filter(finding -> !readResult.dependsOnInvalid(finding))
                .toList();
        WarningSuppressions suppressions = WarningSuppressions.of(config, independent, readResult::location);
        List<Problem> problems = new ArrayList<>(readResult.problems());
        problems.addAll(located(readResult, suppressions.reported()));
        boolean isComplete = !hasErrors(problems);
        return new CheckResult(problems, located(readResult, suppressions.unused()), suppressions.used(), isComplete);
    }

    boolean hasErrors() {
        return hasErrors(problems);
    }

    CheckResult map(UnaryOperator<Problem> change) {
        return new CheckResult(problems.stream().map(change).toList(), unused, used, isComplete);
    }

    CheckResult filter(Predicate<Problem> kept) {
        return new CheckResult(problems.stream().filter(kept).toList(), unused, used, isComplete);
    }

    private static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * Returns the findings as problems with locations. A finding that several services inherit from {@code defaults}
     * becomes one problem that names the services.
     */
    static List<Problem> located(ConfigReadResult readResult, List<Finding> findings) {
        record Key(SourceLocation location, ProblemKind id, String message) {}
        Map<Key, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String message = finding.message().replace("`" + service(finding) + "`", "``");
            Key key = new Key(readResult.location(finding), finding.id(), message);
            groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(finding);
        }
        return groups.entrySet().stream()
                .map(group -> problem(group.getKey().location(), group.getValue()))
                .toList();
    }

    private static Problem problem(SourceLocation location, List<Finding> equalFindings) {
        Finding first = equalFindings.get(0);
        List<String> others = equalFindings.stream()
                .map(CheckResult::service)
                .filter(name -> !name.equals(service(first)))
                .distinct()
                .sorted()
                .toList();
        String names =
                others.stream().limit(MAX_NAMES).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        String more = others.size() > MAX_NAMES ? " and " + (others.size() - MAX_NAMES) + " more" : "";
        String message = others.isEmpty() ? first.message() : first.message() + "; same for " + names + more;
        return new Problem(first.id(), location, message, first.hint());
    }

    private static String service(Finding finding) {
        List<String> steps = finding.path().steps();
        return steps.size() > 1 && steps.get(0).equals("services") ? steps.get(1) : "";
    }
}
