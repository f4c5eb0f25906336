package io.github.ecsdiscovery.generator.proof.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions that must all hold, for example for a request to arrive or for a task to start.
 *
 * @param checks the conditions, in the order in which AWS meets them, each once
 * @param via what the traffic passes through, for a summary: {@code InternetGateway}, {@code NatGateway1}; empty if there is
 *     nothing to name
 */
public record CheckChain(List<Check> checks, List<String> via) {
    public CheckChain {
        checks = checks.stream().distinct().toList();
        via = via.stream().distinct().toList();
    }

    /** Returns a chain of the given checks that passes through nothing worth naming. */
    public static CheckChain of(Check... checks) {
        return of(List.of(checks));
    }

    /** Returns a chain of the given checks that passes through nothing worth naming. */
    public static CheckChain of(List<Check> checks) {
        return new CheckChain(checks, List.of());
    }

    /** Returns a chain of the given checks that passes through one resource or mechanism. */
    public static CheckChain via(String name, List<Check> checks) {
        return new CheckChain(checks, List.of(name));
    }

    /**
     * Returns what the traffic passes through, as a phrase: {@code NatGateway1, 2 and S3VpcEndpoint}. Names that differ only
     * in their number are grouped.
     */
    public String viaText() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String name : via) {
            String base = name.replaceFirst("\\d+$", "");
            groups.merge(base, name, (first, next) -> first + ", " + next.substring(base.length()));
        }
        List<String> names = List.copyOf(groups.values());
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Returns the worst result of all checks; {@link Tristate#YES} for an empty chain. */
    public Tristate result() {
        return checks.stream().map(Check::result).reduce(Tristate.YES, Tristate::and);
    }

    /** Returns the checks that have the worst result, or no checks if all passed. */
    public List<Check> obstacles() {
        Tristate worst = result();
        return worst == Tristate.YES
                ? List.of()
                : checks.stream().filter(check -> check.result() == worst).toList();
    }

    /** Returns a chain of only the checks with one of these subjects. */
    public CheckChain only(String... subjects) {
        return of(checks.stream()
                .filter(check -> List.of(subjects).contains(check.subject()))
                .toList());
    }

    /** Returns a chain of these checks followed by the other chain's checks. */
    public CheckChain then(CheckChain other) {
        List<Check> allChecks = new ArrayList<>(checks);
        allChecks.addAll(other.checks);
        List<String> allVia = new ArrayList<>(via);
        allVia.addAll(other.via);
        return new CheckChain(allChecks, allVia);
    }
}
