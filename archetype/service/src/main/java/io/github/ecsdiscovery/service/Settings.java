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
 * Settings from environment variables. The CloudFormation template sets most of them. The defaults suit a laptop.
 *
 * @param name the service's name, as in `THIS IS orders!!`
 * @param targets the peers, in the order of `SERVICE_CALLS`
 * @param lameDuck how long to keep serving after SIGTERM, while DNS caches still return this address
 * @param drain how long running requests may continue after that
 * @param dnsServer `address` or `address:port` of a DNS server to use instead of the system's
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

    // java.net.URI rejects host names with an underscore, but a namespace may have one.
    private static final Pattern PEER_URL = Pattern.compile("http://([A-Za-z0-9._-]+):([0-9]{1,5})/?");
    private static final Pattern DNS_SERVER = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}(:[0-9]{1,5})?");
    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    public Settings {
        targets = List.copyOf(targets);
    }

    /** Reads the settings. Fails with {@link InvalidSettingException} at the first invalid variable. */
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

    /** Returns the prefix of an alias's variables: `SERVICE_A` for `serviceA`, `ORDERS_ADMIN` for `orders-admin`. */
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

    /** Returns a peer's target, or empty if the peer does not use HTTP. Such a peer has a host and a port, but no URL. */
    private static Optional<Target> target(String alias, Variables variables) {
        String variable = prefix(alias) + "_URL";
        Optional<String> url = variables.find(variable);
        if (url.isEmpty()) {
            if (variables.find(prefix(alias) + "_HOST").isPresent()) {
                return Optional.empty();
            }
            throw new InvalidSettingException(
                    "SERVICE_CALLS contains `%s`, but %s is not set".formatted(alias, variable));
        }
        Matcher matcher = PEER_URL.matcher(url.get());
        int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            throw new InvalidSettingException(
                    "%s is `%s`; expected http://HOST:PORT without a path".formatted(variable, url.get()));
        }
        return Optional.of(new Target(alias, matcher.group(1), port));
    }

    private static Optional<String> dnsServer(Variables variables) {
        Optional<String> server = variables.find("DNS_SERVER");
        if (server.isPresent() && !DNS_SERVER.matcher(server.get()).matches()) {
            throw new InvalidSettingException(
                    "DNS_SERVER is `%s`; expected ADDRESS or ADDRESS:PORT".formatted(server.get()));
        }
        return server;
    }

    private static AccessLog accessLog(Variables variables) {
        String name = variables.text("ACCESS_LOG", "errors");
        return AccessLog.parse(name)
                .orElseThrow(() -> new InvalidSettingException(
                        "ACCESS_LOG is `%s`; expected all, errors or none".formatted(name)));
    }

    /** The environment. Ignores empty variables. */
    private record Variables(Map<String, String> environment) {

        Optional<String> find(String variable) {
            return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
        }

        String text(String variable, String defaultValue) {
            return find(variable).orElse(defaultValue);
        }

        Duration seconds(String variable, long defaultValue) {
            return Duration.ofSeconds(
                    number(variable, defaultValue, seconds -> seconds <= 600, "a number of seconds from 0 to 600"));
        }

        long number(String variable, long defaultValue, LongPredicate allowed, String expected) {
            String text = text(variable, Long.toString(defaultValue));
            if (!text.matches("[0-9]{1,9}") || !allowed.test(Long.parseLong(text))) {
                throw new InvalidSettingException("%s is `%s`; expected %s".formatted(variable, text, expected));
            }
            return Long.parseLong(text);
        }
    }
}
