package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write for a text that has not the form of its key, where that can be seen. */
final class FormatHints {
    private static final Set<String> EVERYBODY =
            Set.of("*", "all", "any", "anywhere", "everyone", "internet", "public");
    /** What is longer was no slip, and would take long to look at. */
    private static final int LONGEST = 300;

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern MAPPED_PORT = Pattern.compile("[0-9]+:([0-9]+(?:/[a-z]+)?)");
    private static final Pattern SPOKEN_PORT = Pattern.compile("([0-9]+)/([A-Za-z0-9]+)");
    private static final Pattern ADDRESSED = Pattern.compile("(?:[a-z]+://)?([A-Za-z][A-Za-z0-9-]*)[.:/].*");
    private static final Pattern KEY_OF_SECRET =
            Pattern.compile("arn:[^:]+:secretsmanager:[^:]+:[^:]+:secret:[^:]+:([^:]*):.*");

    private FormatHints() {}

    /** The hint, if there is one. */
    static Optional<String> hint(Format format, String text) {
        return text.length() > LONGEST ? Optional.empty() : ofShort(format, text);
    }

    private static Optional<String> ofShort(Format format, String text) {
        return switch (format) {
            case PORT -> port(text);
            case SOURCE, CIDR -> source(format, text);
            case SECRET, PARAMETER -> secret(format, text);
            case CALL ->
                meant(format, ADDRESSED.matcher(text).replaceFirst("$1"), text)
                        .or(() -> format.repaired(text).map(MessageText::meant));
            case LABEL_40, LABEL_50 ->
                format.repaired(text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")).map(MessageText::meant);
            case PORT_NAME ->
                text.matches("[0-9]+")
                        ? Optional.of("this is a port's name; where there is only one, leave it out")
                        : format.repaired(text).map(MessageText::meant);
            case HTTP_PATH -> meant(format, "/" + text.replaceAll("^/+|[/*]+$", ""), text);
            case HOST, HOST_PATTERN, NAMESPACE -> meant(format, host(text), text);
            case POLICY_ARN -> meant(format, "arn:aws:iam::aws:policy/" + text, text);
            case IMAGE_TAG -> meant(format, text.replaceAll("[^A-Za-z0-9_.-]+", "-"), text);
            case REGION -> meant(format, text.toLowerCase(Locale.ROOT).replaceFirst("(?<=[0-9])[a-z]$", ""), text);
            default -> format.repaired(text).map(MessageText::meant);
        };
    }

    private static Optional<String> port(String text) {
        Matcher mapped = MAPPED_PORT.matcher(text);
        if (mapped.matches()) {
            return Optional.of(
                    "write `" + mapped.group(1) + "`: each task has an address of its own, and all its ports");
        }
        Matcher spoken = SPOKEN_PORT.matcher(text);
        String protocol = spoken.matches() ? spoken.group(2).toLowerCase(Locale.ROOT) : "";
        return switch (protocol) {
            case "http2", "h2c" ->
                Optional.of("write `" + spoken.group(1) + "/grpc` for gRPC, or `" + spoken.group(1)
                        + "/tcp` for what else goes by HTTP/2");
            case "https", "tls", "ssl" ->
                Optional.of("write `" + spoken.group(1)
                        + "/tcp` where the program itself speaks TLS; a load balancer's ends there");
            default -> Format.PORT.repaired(text).map(MessageText::meant);
        };
    }

    private static Optional<String> source(Format format, String text) {
        if (EVERYBODY.contains(text.toLowerCase(Locale.ROOT)) || text.equals("0.0.0.0")) {
            return Optional.of("write `0.0.0.0/0` for everybody");
        }
        if (ADDRESS.matcher(text).matches()) {
            return meant(format, text + (format == Format.CIDR ? "/16" : "/32"), text);
        }
        if (text.contains(":")) {
            return Optional.of("networks of IPv6 are not taken");
        }
        boolean service = format == Format.SOURCE && Format.LABEL_50.matches(text) && !text.matches("(sg|pl)-.*");
        return service
                ? Optional.of("a service is let in by its own `calls`, and needs nothing here")
                : Optional.empty();
    }

    private static Optional<String> secret(Format format, String text) {
        Matcher key = KEY_OF_SECRET.matcher(text);
        if (format == Format.SECRET && key.matches()) {
            String name = key.group(1).isEmpty() ? "" : ", and `key: " + Node.shown(key.group(1)) + "` beside it";
            return Optional.of("write the ARN up to the secret's name" + name);
        }
        if (text.startsWith("arn:")) {
            boolean parameter = text.contains(":ssm:");
            boolean other = parameter == (format == Format.SECRET) && (parameter || text.contains(":secretsmanager:"));
            return other
                    ? Optional.of(
                            parameter
                                    ? "this is one of Parameter Store: write `ssm:`"
                                    : "this is one of Secrets Manager: write `secretsmanager:`")
                    : Optional.empty();
        }
        return format == Format.PARAMETER
                ? meant(format, "/" + text.replaceAll("^/+|/+$", ""), text)
                : Optional.empty();
    }

    private static String host(String text) {
        return text.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$|\\.$", "");
    }

    /** The text is meant if it has the form, and is not too long to be shown. */
    private static Optional<String> meant(Format format, String repaired, String written) {
        boolean shown = repaired.equals(Node.shown(repaired));
        return shown && !repaired.equals(written) && format.matches(repaired)
                ? Optional.of(MessageText.meant(repaired))
                : Optional.empty();
    }
}
