package io.github.ecsdiscovery.service;

import io.github.ecsdiscovery.service.peer.Target;
import io.github.ecsdiscovery.service.web.AccessLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the environment tells the service. Most of it is set by the CloudFormation template; what is absent has a default
 * that suits a laptop.
 *
 * @param name who answers, as in `THIS IS orders!!`
 * @param targets who may be asked, in the order of `SERVICE_CALLS`
 * @param lameDuck for how long it goes on serving after SIGTERM, while DNS caches still hand out its address
 * @param drain for how long running requests may go on after that
 * @param dnsServer `address` or `address:port`, instead of those that the system names
 */
public record Settings(
        String name,
        String bindAddress,
        int port,
        List<Target> targets,
        Duration lameDuck,
        Duration drain,
        AccessLog accessLog,
        Optional<String> dnsServer) {

    static final String ALL_ADDRESSES = "0.0.0.0";

    // java.net.URI finds no host in a name with an underscore, which a namespace may have.
    private static final Pattern URL = Pattern.compile("http://([A-Za-z0-9._-]+):([0-9]{1,5})/?");
    private static final Pattern DNS_SERVER = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}(:[0-9]{1,5})?");
    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    public Settings {
        targets = List.copyOf(targets);
    }

    /** Fails with {@link UnusableSettings} at the first variable that is wrong. */
    public static Settings of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new Settings(
                variables.text("SERVICE_NAME", "service"),
                variables.text("BIND_ADDRESS", ALL_ADDRESSES),
                (int) variables.number("PORT", 8080, port -> port >= 1 && port <= 65_535, "a number from 1 to 65535"),
                targets(variables),
                variables.seconds("SERVICE_LAME_DUCK", 0),
                variables.seconds("SERVICE_DRAIN", 5),
                accessLog(variables),
                dnsServer(variables));
    }

    /** The variables of an alias begin with it: `serviceA` has `SERVICE_A_URL`, `orders-admin` has `ORDERS_ADMIN_URL`. */
    static String prefix(String alias) {
        return WORD_BOUNDARY.matcher(alias).replaceAll("_").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static List<Target> targets(Variables variables) {
        List<Target> targets = new ArrayList<>();
        for (String alias : variables.text("SERVICE_CALLS", "").split(",")) {
            if (!alias.isBlank()) {
                target(alias.strip(), variables).ifPresent(targets::add);
            }
        }
        return targets;
    }

    /** Nothing for a callee that does not speak HTTP: it has a host and a port, and no URL. */
    private static Optional<Target> target(String alias, Variables variables) {
        String variable = prefix(alias) + "_URL";
        Optional<String> url = variables.find(variable);
        if (url.isEmpty()) {
            if (variables.find(prefix(alias) + "_HOST").isPresent()) {
                return Optional.empty();
            }
            throw new UnusableSettings("SERVICE_CALLS names `%s`, but %s is not set".formatted(alias, variable));
        }
        Matcher parts = URL.matcher(url.get());
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            throw new UnusableSettings(
                    "%s is `%s`, expected http://HOST:PORT without a path".formatted(variable, url.get()));
        }
        return Optional.of(new Target(alias, parts.group(1), port));
    }

    private static Optional<String> dnsServer(Variables variables) {
        Optional<String> server = variables.find("DNS_SERVER");
        if (server.isPresent() && !DNS_SERVER.matcher(server.get()).matches()) {
            throw new UnusableSettings("DNS_SERVER is `%s`, expected ADDRESS or ADDRESS:PORT".formatted(server.get()));
        }
        return server;
    }

    private static AccessLog accessLog(Variables variables) {
        String name = variables.text("ACCESS_LOG", "errors");
        return AccessLog.named(name)
                .orElseThrow(
                        () -> new UnusableSettings("ACCESS_LOG is `%s`, expected all, errors or none".formatted(name)));
    }

    /** The environment; a variable that is empty is absent. */
    private record Variables(Map<String, String> environment) {

        Optional<String> find(String variable) {
            return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
        }

        String text(String variable, String otherwise) {
            return find(variable).orElse(otherwise);
        }

        Duration seconds(String variable, long otherwise) {
            return Duration.ofSeconds(number(variable, otherwise, seconds -> seconds <= 600, "seconds, at most 600"));
        }

        long number(String variable, long otherwise, LongPredicate allowed, String expected) {
            String text = text(variable, Long.toString(otherwise));
            if (!text.matches("[0-9]{1,9}") || !allowed.test(Long.parseLong(text))) {
                throw new UnusableSettings("%s is `%s`, expected %s".formatted(variable, text, expected));
            }
            return Long.parseLong(text);
        }
    }
}
