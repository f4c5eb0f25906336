package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be so, one after another, before something is.
 *
 * @param through by which way it leads, for a summary: {@code InternetGateway}; empty where there is nothing to say
 */
public record Trail(List<Hop> hops, String through) {
    public Trail {
        hops = hops.stream().distinct().toList();
    }

    static Trail of(Hop... hops) {
        return new Trail(List.of(hops), "");
    }

    static Trail of(List<Hop> hops) {
        return new Trail(hops, "");
    }

    /** The worst answer of all hops. */
    public Answer answer() {
        return hops.stream().map(Hop::answer).reduce(Answer.YES, Answer::and);
    }

    /** The hops that are in the way: those with the worst answer, none where that is yes. */
    public List<Hop> obstacles() {
        Answer worst = answer();
        return worst == Answer.YES
                ? List.of()
                : hops.stream().filter(hop -> hop.answer() == worst).toList();
    }

    /** Only the hops of these kinds. */
    Trail only(String... kinds) {
        return Trail.of(
                hops.stream().filter(hop -> List.of(kinds).contains(hop.what())).toList());
    }

    /** This one, then the other. */
    Trail then(Trail other) {
        List<Hop> all = new ArrayList<>(hops);
        all.addAll(other.hops);
        List<String> ways = List.of(through, other.through).stream()
                .filter(way -> !way.isEmpty())
                .distinct()
                .toList();
        return new Trail(all, String.join(" and ", ways));
    }
}
