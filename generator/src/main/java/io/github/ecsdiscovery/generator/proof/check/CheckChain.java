package io.github.ecsdiscovery.generator.proof.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be so, one after another, before something is.
 *
 * @param ways by which it leads, for a summary: {@code InternetGateway}; none where there is nothing to say
 */
public record CheckChain(List<Check> hops, List<String> ways) {
    public CheckChain {
        hops = hops.stream().distinct().toList();
        ways = ways.stream().distinct().toList();
    }

    public static CheckChain of(Check... hops) {
        return new CheckChain(List.of(hops), List.of());
    }

    public static CheckChain of(List<Check> hops) {
        return new CheckChain(hops, List.of());
    }

    public static CheckChain by(String way, List<Check> hops) {
        return new CheckChain(hops, List.of(way));
    }

    /** By which ways it leads, in words: {@code NatGateway1, 2 and S3VpcEndpoint}; empty where there is nothing to say. */
    public String through() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String way : ways) {
            String kind = way.replaceFirst("\\d+$", "");
            kinds.merge(kind, way, (before, next) -> before + ", " + next.substring(kind.length()));
        }
        List<String> all = List.copyOf(kinds.values());
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** The worst answer of all hops. */
    public Tristate answer() {
        return hops.stream().map(Check::answer).reduce(Tristate.YES, Tristate::and);
    }

    /** The hops that are in the way: those with the worst answer, none where that is yes. */
    public List<Check> obstacles() {
        Tristate worst = answer();
        return worst == Tristate.YES
                ? List.of()
                : hops.stream().filter(hop -> hop.answer() == worst).toList();
    }

    /** Only the hops of these kinds. */
    public CheckChain only(String... kinds) {
        return CheckChain.of(
                hops.stream().filter(hop -> List.of(kinds).contains(hop.what())).toList());
    }

    /** This one, then the other. */
    public CheckChain then(CheckChain other) {
        List<Check> all = new ArrayList<>(hops);
        all.addAll(other.hops);
        List<String> both = new ArrayList<>(ways);
        both.addAll(other.ways);
        return new CheckChain(all, both);
    }
}
