package io.github.ecsdiscovery.generator.explain;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.ExternalEgress;
import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How things are said that several tables say. */
final class Phrase {
    private static final Pattern OWN =
            Pattern.compile("^arn:\\$\\{AWS::Partition}:([a-z]+):\\$\\{AWS::Region}:\\$\\{AWS::AccountId}:");

    private Phrase() {}

    static String of(Tristate answer) {
        return switch (answer) {
            case YES -> "yes";
            case UNKNOWN -> "unknown";
            case NO -> "no";
        };
    }

    /** {@code line 12}, {@code lines 12, 40}. */
    static String lines(int... lines) {
        String all = IntStream.of(lines).distinct().mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return (all.contains(",") ? "lines " : "line ") + all;
    }

    /** Whether who comes in comes from the internet, and what that hangs on. */
    static String origin(ExternalIngress opening) {
        return switch (opening.fromInternet()) {
            case YES -> "from the internet";
            case UNKNOWN ->
                "from the internet, if "
                        + (opening.rule().peer() instanceof RulePeer.PrefixList ? "listed there" : "routed there");
            case NO -> "not from the internet";
        };
    }

    /** {@code secretsmanager secret:shop/db} for an ARN of the stack's own account and Region; any other as it is. */
    static String arn(String arn) {
        return OWN.matcher(arn).replaceFirst("$1 ");
    }

    /** By which way traffic leaves. */
    static String way(ExternalEgress outlet) {
        return switch (outlet.reachable()) {
            case YES -> outlet.via().isEmpty() ? "" : "through " + outlet.via();
            case UNKNOWN -> "perhaps" + (outlet.via().isEmpty() ? "" : ", through " + outlet.via());
            case NO -> "no way leads there";
        };
    }
}
