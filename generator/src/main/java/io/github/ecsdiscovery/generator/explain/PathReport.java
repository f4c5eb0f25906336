package io.github.ecsdiscovery.generator.explain;

import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.Connection;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * The hops from one service to another, and the hops that block the path.
 *
 * @param connections one connection to each reachable port, or to one blocked port if no port is reachable
 * @param ports the ports that the called service listens on
 */
public record PathReport(List<Connection> connections, List<Traffic> ports) {
    public PathReport {
        connections = List.copyOf(connections);
        ports = List.copyOf(ports);
    }

    /** Returns the report about two services of the template. */
    public static PathReport of(Proof proof, String from, String to) {
        List<Traffic> ports = proof.services().stream()
                .filter(service -> service.name().equals(to))
                .flatMap(service -> service.tasks().ports().stream())
                .toList();
        return new PathReport(proof.connections(from, to), ports);
    }

    /** Returns each connection with one line per hop. A line starts with the line number in the template. */
    public String text() {
        List<String> parts = new ArrayList<>();
        connections.forEach(connection ->
                parts.add(title(connection) + "\n\n" + hops(connection.path().checks())));
        return String.join("\n", parts);
    }

    /** Returns the ports of the called service that the caller does not reach, in the order of the template. */
    public List<Traffic> blockedPorts() {
        return ports.stream()
                .filter(port -> connections.stream()
                        .noneMatch(connection -> connection.traffic().equals(port)
                                && connection.path().result() != Tristate.NO))
                .toList();
    }

    private static String title(Connection connection) {
        String from = connection.from();
        String to = (connection.to().equals(from) ? "itself" : connection.to())
                + (connection.traffic().isAll() ? "" : " on " + connection.traffic());
        return switch (connection.path().result()) {
            case YES -> from + " reaches " + to + ":";
            case UNKNOWN -> from + " reaches " + to + " if the hops marked with ? work:";
            case NO -> from + " does not reach " + to + ":";
        };
    }

    private static String hops(List<Check> hops) {
        int numberWidth = hops.stream()
                .mapToInt(hop -> Integer.toString(hop.line()).length())
                .max()
                .orElse(0);
        int labelWidth =
                hops.stream().mapToInt(hop -> hop.subject().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Check hop : hops) {
            String number = Integer.toString(hop.line());
            String mark = switch (hop.result()) {
                case YES -> "    ";
                case UNKNOWN -> "?   ";
                case NO -> "NO  ";
            };
            String start = "  " + " ".repeat(numberWidth - number.length()) + number + "  " + mark
                    + WrappedText.padded(hop.subject(), labelWidth) + "  ";
            text.append(WrappedText.after(start, hop.finding()));
        }
        return text.toString();
    }
}
