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
 * What is wrong with a config: what reading told, and of the findings those that rest on nothing that was told already and
 * that the config does not accept, one of a kind at a place.
 *
 * @param problems sorted by place
 * @param unused a warning for each entry of {@code acceptWarnings} that accepts nothing here; another environment may need it
 * @param used the places of the entries that accept something
 * @param isWhole whether every pass has looked at all of the config, so that the unused are known
 */
record CheckResult(List<Problem> problems, List<Problem> unused, Set<SourceLocation> used, boolean isWhole) {
    private static final int MOST_NAMED = 4;

    CheckResult {
        problems = problems.stream().sorted(Problem.BY_PLACE).toList();
        unused = List.copyOf(unused);
        used = Set.copyOf(used);
    }

    /** Of a config of which there is nothing to find anything in. */
    static CheckResult unread(ConfigReadResult reading) {
        return new CheckResult(reading.problems(), List.of(), Set.of(), false);
    }

    static CheckResult of(ConfigReadResult reading, Config config, List<Finding> findings) {
        List<Finding> sound = findings.stream()
                .filter(finding -> !reading.restsOnBroken(finding))
                .toList();
        WarningSuppressions acceptance = WarningSuppressions.of(config, sound, reading::place);
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(placed(reading, acceptance.reported()));
        boolean whole = !hasErrors(problems);
        return new CheckResult(problems, placed(reading, acceptance.unused()), acceptance.used(), whole);
    }

    boolean hasErrors() {
        return hasErrors(problems);
    }

    CheckResult map(UnaryOperator<Problem> change) {
        return new CheckResult(problems.stream().map(change).toList(), unused, used, isWhole);
    }

    CheckResult filter(Predicate<Problem> kept) {
        return new CheckResult(problems.stream().filter(kept).toList(), unused, used, isWhole);
    }

    private static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** What several services have from {@code defaults} is told once, and of whom. */
    static List<Problem> placed(ConfigReadResult reading, List<Finding> findings) {
        record Kind(SourceLocation place, ProblemKind id, String message) {}
        Map<Kind, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String message = finding.message().replace("`" + service(finding) + "`", "``");
            Kind kind = new Kind(reading.place(finding), finding.id(), message);
            alike.computeIfAbsent(kind, absent -> new ArrayList<>()).add(finding);
        }
        return alike.entrySet().stream()
                .map(one -> problem(one.getKey().place(), one.getValue()))
                .toList();
    }

    private static Problem problem(SourceLocation place, List<Finding> alike) {
        Finding first = alike.get(0);
        List<String> others = alike.stream()
                .map(CheckResult::service)
                .filter(name -> !name.equals(service(first)))
                .distinct()
                .sorted()
                .toList();
        String named =
                others.stream().limit(MOST_NAMED).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        String more = others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
        String message = others.isEmpty() ? first.message() : first.message() + "; likewise " + named + more;
        return new Problem(first.id(), place, message, first.hint());
    }

    private static String service(Finding finding) {
        List<String> steps = finding.path().steps();
        return steps.size() > 1 && steps.get(0).equals("services") ? steps.get(1) : "";
    }
}
