package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Endpoints;
import io.github.ecsdiscovery.generator.stack.AwsService;
import io.github.ecsdiscovery.generator.stack.EndpointPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tasks in private subnets reach what they need to start: by the internet, or by endpoints. */
final class WayOut implements Rule {
    /** Whether tasks of the stack's own VPC have endpoints alone. */
    static boolean isShut(Subject subject) {
        return subject.stack().network() != null && subject.config().network().isShut();
    }

    /** What the tasks of a config ask for and its network has no endpoint of. */
    static List<AwsService> missing(Config config) {
        Set<String> there = EndpointPlan.services(config);
        return AwsService.of(config).stream()
                .filter(asked -> !there.contains(asked.toString()))
                .toList();
    }

    /** The value of {@code endpoints} that has these too. */
    static String with(Endpoints said, List<AwsService> missing) {
        List<String> all =
                new ArrayList<>(said.entries().isEmpty() ? List.of(Endpoints.Asked.ALL.toString()) : said.entries());
        missing.stream().map(AwsService::toString).forEach(all::add);
        return "[" + String.join(", ", all) + "]";
    }

    @Override
    public void check(Subject subject, Consumer<Finding> out) {
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
                    + Words.list(missing.stream());
            out.accept(told(
                    Path.of("network", "endpoints"),
                    message,
                    "write `" + with(said, missing) + "`, or `all` in it for all that the config needs"));
        }
    }

    private static Finding told(Path path, String message, String hint) {
        return Finding.of(ProblemId.NO_WAY_OUT, path, message)
                .hint(hint)
                .also(Path.of("network", "endpoints"), Path.of("network", "placement"), Path.of("network", "nat"));
    }
}
