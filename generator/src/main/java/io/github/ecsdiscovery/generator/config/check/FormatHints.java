package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hints for texts that do not match the format of their key. */
final class FormatHints {
    private static final Set<String> ANY_SOURCE =
            Set.of("*", "all", "any", "anywhere", "everyone", "internet", "public");
    /** Longer texts get no hint: they are not typos, and repairing them would take long. */
    private static final int MAX_LENGTH = 300;

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern MAPPED_PORT = Pattern.compile("[0-9]+:([0-9]+(?:/[a-z]+)?)");
    private static final Pattern PORT_AND_PROTOCOL = Pattern.compile("([0-9]+)/([A-Za-z0-9]+)");
    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(?:[a-z]+://)?([A-Za-z][A-Za-z0-9-]*)[.:/].*");
    private static final Pattern SECRET_ARN_WITH_KEY =
            Pattern.compile("arn:[^:]+:secretsmanager:[^:]+:[^:]+:secret:[^:]+:([^:]*):.*");

    private FormatHints() {}

    /** Returns what to write instead of the text, if that is clear. */
    static Optional<String> hint(Format format, String text) {
        return text.length() > MAX_LENGTH ? Optional.empty() : repair(format, text);
    }

    private static Optional<String> repair(Format format, String text) {
        return switch (format) {
            case PORT -> port(text);
            case SOURCE, CIDR -> source(format, text);
            case SECRET, PARAMETER -> secret(format, text);
            case CALL ->
                repaired(format, SERVICE_ADDRESS.matcher(text).replaceFirst("$1"), text)
                        .or(() -> format.repaired(text).map(MessageText::write));
            case LABEL_40, LABEL_50 ->
                format.repaired(text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")).map(MessageText::write);
            case PORT_NAME ->
                text.matches("[0-9]+")
                        ? Optional.of("write the name of a port, or omit it if there is only one port")
                        : format.repaired(text).map(MessageText::write);
            case HTTP_PATH -> repaired(format, "/" + text.replaceAll("^/+|[/*]+$", ""), text);
            case HOST, HOST_PATTERN, NAMESPACE -> repaired(format, host(text), text);
            case POLICY_ARN -> repaired(format, "arn:aws:iam::aws:policy/" + text, text);
            case AWS_SERVICE ->
                repaired(
                        format,
                        text.toLowerCase(Locale.ROOT).replaceFirst("^com\\.amazonaws\\.[a-z0-9-]+\\.", ""),
                        text);
            case TOPIC_ARN ->
                text.endsWith(".fifo")
                        ? Optional.of("use a standard topic; CloudWatch alarms cannot notify FIFO topics")
                        : Optional.empty();
            case IMAGE_TAG ->
                text.matches("[^,=]*")
                        ? repaired(format, text.replaceAll("[^A-Za-z0-9_.-]+", "-"), text)
                        : Optional.empty();
            case REGION -> repaired(format, text.toLowerCase(Locale.ROOT).replaceFirst("(?<=[0-9])[a-z]$", ""), text);
            default -> format.repaired(text).map(MessageText::write);
        };
    }

    private static Optional<String> port(String text) {
        Matcher mapped = MAPPED_PORT.matcher(text);
        if (mapped.matches()) {
            return Optional.of(
                    "write `" + mapped.group(1) + "`; each task has its own IP address, so there is no host port");
        }
        Matcher parts = PORT_AND_PROTOCOL.matcher(text);
        String protocol = parts.matches() ? parts.group(2).toLowerCase(Locale.ROOT) : "";
        return switch (protocol) {
            case "http2", "h2c" ->
                Optional.of("write `" + parts.group(1) + "/grpc` for gRPC, or `" + parts.group(1)
                        + "/tcp` for other HTTP/2 traffic");
            case "https", "tls", "ssl" ->
                Optional.of("write `" + parts.group(1)
                        + "/tcp` if the service itself terminates TLS; with `http`, the load balancer terminates it");
            default -> Format.PORT.repaired(text).map(MessageText::write);
        };
    }

    private static Optional<String> source(Format format, String text) {
        if (ANY_SOURCE.contains(text.toLowerCase(Locale.ROOT)) || text.equals("0.0.0.0")) {
            return Optional.of("write `0.0.0.0/0` for all IPv4 addresses");
        }
        if (ADDRESS.matcher(text).matches()) {
            return repaired(format, text + (format == Format.CIDR ? "/16" : "/32"), text);
        }
        if (text.contains(":")) {
            return Optional.of("IPv6 is not supported; write an IPv4 CIDR");
        }
        boolean service = format == Format.SOURCE && Format.LABEL_50.matches(text) && !text.matches("(sg|pl)-.*");
        return service
                ? Optional.of(
                        "list the service in the `calls` of its caller; services of the same config need no entry here")
                : Optional.empty();
    }

    private static Optional<String> secret(Format format, String text) {
        Matcher key = SECRET_ARN_WITH_KEY.matcher(text);
        if (format == Format.SECRET && key.matches()) {
            String name = key.group(1).isEmpty() ? "" : ", and add `key: " + Node.shown(key.group(1)) + "`";
            return Optional.of("end the ARN after the name of the secret" + name);
        }
        if (text.startsWith("arn:")) {
            boolean parameter = text.contains(":ssm:");
            boolean other = parameter == (format == Format.SECRET) && (parameter || text.contains(":secretsmanager:"));
            return other
                    ? Optional.of(
                            parameter
                                    ? "this is a Parameter Store ARN; write it at `ssm`"
                                    : "this is a Secrets Manager ARN; write it at `secretsmanager`")
                    : Optional.empty();
        }
        return format == Format.PARAMETER
                ? repaired(format, "/" + text.replaceAll("^/+|/+$", ""), text)
                : Optional.empty();
    }

    private static String host(String text) {
        return text.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$|\\.$", "");
    }

    /** Returns the repaired text if it differs, matches the format and is short enough to be shown. */
    private static Optional<String> repaired(Format format, String repaired, String written) {
        boolean shown = repaired.equals(Node.shown(repaired));
        return shown && !repaired.equals(written) && format.matches(repaired)
                ? Optional.of(MessageText.write(repaired))
                : Optional.empty();
    }
}
