package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.config.Reading;
import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.Severity;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.Acceptance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is wrong with a config: what reading told, and of the findings those that rest on nothing that was told already and
 * that the config does not accept, one of a kind at a place.
 *
 * @param problems sorted by place
 * @param unused a warning for each entry of {@code accept} that accepts nothing here; another environment may need it
 * @param used the places of the entries that accept something
 * @param isWhole whether every pass has looked at all of the config, so that the unused are known
 */
record Verdict(List<Problem> problems, List<Problem> unused, Set<Place> used, boolean isWhole) {
    Verdict {
        problems = problems.stream().sorted(Problem.BY_PLACE).toList();
        unused = List.copyOf(unused);
        used = Set.copyOf(used);
    }

    /** Of a config of which there is nothing to find anything in. */
    static Verdict unread(Reading reading) {
        return new Verdict(reading.problems(), List.of(), Set.of(), false);
    }

    static Verdict of(Reading reading, Config config, List<Finding> findings) {
        List<Finding> sound = findings.stream()
                .filter(finding -> !reading.restsOnBroken(finding))
                .toList();
        Acceptance acceptance = Acceptance.of(config, sound, reading::place);
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(placed(reading, acceptance.told()));
        boolean whole = !hasErrors(problems);
        return new Verdict(problems, placed(reading, acceptance.unused()), acceptance.used(), whole);
    }

    boolean hasErrors() {
        return hasErrors(problems);
    }

    Verdict map(UnaryOperator<Problem> change) {
        return new Verdict(problems.stream().map(change).toList(), unused, used, isWhole);
    }

    private static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private static List<Problem> placed(Reading reading, List<Finding> findings) {
        record Kind(Place place, ProblemId id) {}
        List<Problem> problems = new ArrayList<>();
        Set<Kind> seen = new HashSet<>();
        for (Finding finding : findings) {
            Place place = reading.place(finding);
            if (seen.add(new Kind(place, finding.id()))) {
                problems.add(new Problem(finding.id(), place, finding.message(), finding.hint()));
            }
        }
        return problems;
    }
}
