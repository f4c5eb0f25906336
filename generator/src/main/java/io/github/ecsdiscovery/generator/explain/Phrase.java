package io.github.ecsdiscovery.generator.explain;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.ExternalEgress;
import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.traffic.RulePeer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Phrases that several tables share. */
final class Phrase {
    private static final Pattern OWN_ACCOUNT =
            Pattern.compile("^arn:\\$\\{AWS::Partition}:([a-z]+):\\$\\{AWS::Region}:\\$\\{AWS::AccountId}:");

    private Phrase() {}

    static String of(Tristate answer) {
        return switch (answer) {
            case YES -> "yes";
            case UNKNOWN -> "unknown";
            case NO -> "no";
        };
    }

    /** Returns {@code line 12} or {@code lines 12, 40}. */
    static String lines(int... lines) {
        String all = IntStream.of(lines).distinct().mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return (all.contains(",") ? "lines " : "line ") + all;
    }

    /** Returns whether a rule allows connections from the internet, and what that depends on. */
    static String origin(ExternalIngress ingress) {
        return switch (ingress.fromInternet()) {
            case YES -> "from the internet";
            case UNKNOWN ->
                "from the internet, depending on the "
                        + (ingress.rule().peer() instanceof RulePeer.PrefixList ? "list" : "routes");
            case NO -> "not from the internet";
        };
    }

    /**
     * Shortens an ARN of the stack's account and Region to {@code secretsmanager secret:shop/db}. Returns any other ARN
     * unchanged.
     */
    static String arn(String arn) {
        return OWN_ACCOUNT.matcher(arn).replaceFirst("$1 ");
    }

    /** Returns the gateway or endpoint through which traffic leaves. */
    static String route(ExternalEgress egress) {
        String through = egress.via().isEmpty() ? "" : "through " + egress.via();
        return switch (egress.reachable()) {
            case YES -> through;
            case UNKNOWN -> ("possibly " + through).strip();
            case NO -> "no route";
        };
    }
}
