package io.github.ecsdiscovery.generator.explain;

import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.Connection;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * How one service reaches another, hop by hop, and what is in the way.
 *
 * @param connections to each port that is open, or to one that is shut where none is
 * @param ports that the other listens at
 */
public record PathReport(List<Connection> connections, List<Traffic> ports) {
    public PathReport {
        connections = List.copyOf(connections);
        ports = List.copyOf(ports);
    }

    /** The way between two services of the template. */
    public static PathReport of(Proof proof, String from, String to) {
        List<Traffic> ports = proof.services().stream()
                .filter(one -> one.name().equals(to))
                .flatMap(one -> one.tasks().ports().stream())
                .toList();
        return new PathReport(proof.connections(from, to), ports);
    }

    /** Each way with a line for each of its hops, and the template's line before it. */
    public String text() {
        List<String> parts = new ArrayList<>();
        connections.forEach(
                one -> parts.add(title(one) + "\n\n" + hops(one.path().checks())));
        return String.join("\n", parts);
    }

    /** The ports of the other that the one does not reach, in the order in which they stand there. */
    public List<Traffic> shut() {
        return ports.stream()
                .filter(port -> connections.stream()
                        .noneMatch(
                                one -> one.traffic().equals(port) && one.path().result() != Tristate.NO))
                .toList();
    }

    private static String title(Connection one) {
        String at = one.traffic().isAll() ? "" : " at " + one.traffic();
        String pair = one.from() + " %s " + (one.to().equals(one.from()) ? "itself" : one.to()) + at;
        return switch (one.path().result()) {
            case YES -> pair.replace("%s", "reaches") + ":";
            case UNKNOWN -> pair.replace("%s", "reaches") + ", if what has a question mark is so:";
            case NO -> pair.replace("%s", "does not reach") + ":";
        };
    }

    private static String hops(List<Check> hops) {
        int numbers = hops.stream()
                .mapToInt(hop -> Integer.toString(hop.line()).length())
                .max()
                .orElse(0);
        int words = hops.stream().mapToInt(hop -> hop.subject().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Check hop : hops) {
            String number = Integer.toString(hop.line());
            String mark = switch (hop.result()) {
                case YES -> "    ";
                case UNKNOWN -> "?   ";
                case NO -> "NO  ";
            };
            String start = "  " + " ".repeat(numbers - number.length()) + number + "  " + mark
                    + WrappedText.padded(hop.subject(), words) + "  ";
            text.append(WrappedText.behind(start, hop.finding()));
        }
        return text.toString();
    }
}
