package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.Endpoints;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import io.github.ecsdiscovery.generator.stack.network.AwsService;
import io.github.ecsdiscovery.generator.stack.network.EndpointPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tasks in private subnets reach what they need to start: by the internet, or by endpoints. */
public final class PrivateSubnetEgress implements Rule {
    private static final ProblemKind NO_WAY_OUT = ProblemKind.error(
            "no-way-out",
            "Tasks run in private subnets that have neither NAT nor all the endpoints that they ask for.");

    /** Whether tasks of the stack's own VPC have endpoints alone. */
    public static boolean isShut(RuleContext subject) {
        return subject.stack().network() != null && subject.config().network().isShut();
    }

    /** What the tasks of a config ask for and its network has no endpoint of. */
    public static List<AwsService> missing(Config config) {
        Set<String> there = EndpointPlan.services(config);
        return AwsService.of(config).stream()
                .filter(asked -> !there.contains(asked.toString()))
                .toList();
    }

    /** The value of {@code endpoints} that has these too. */
    public static String with(Endpoints said, List<AwsService> missing) {
        List<String> all =
                new ArrayList<>(said.entries().isEmpty() ? List.of(Endpoints.Asked.ALL.toString()) : said.entries());
        missing.stream().map(AwsService::toString).forEach(all::add);
        return "[" + String.join(", ", all) + "]";
    }

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_WAY_OUT);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        if (!isShut(subject)) {
            return;
        }
        Endpoints said = subject.config().network().endpoints();
        List<AwsService> missing = missing(subject.config());
        if (said.asked() != Endpoints.Asked.ALL && said.entries().isEmpty()) {
            String message = "tasks run in private subnets with `nat: none` and `endpoints: " + said
                    + "`: they can pull no image and write no log";
            out.accept(told(Path.of("network", "nat"), message, "write `endpoints: all`, or `nat: single`"));
        } else if (!missing.isEmpty()) {
            String message = "tasks run in private subnets with `nat: none`, and ask for endpoints that are not there: "
                    + TextList.list(missing.stream());
            out.accept(told(
                    Path.of("network", "endpoints"),
                    message,
                    "write `" + with(said, missing) + "`, or `all` in it for all that the config needs"));
        }
    }

    private static Finding told(Path path, String message, String hint) {
        return Finding.of(NO_WAY_OUT, path, message)
                .hint(hint)
                .also(Path.of("network", "endpoints"), Path.of("network", "placement"), Path.of("network", "nat"));
    }
}
