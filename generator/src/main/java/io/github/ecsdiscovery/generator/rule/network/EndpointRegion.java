package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.network.EndpointPlan;
import java.util.List;
import java.util.function.Consumer;

/** Endpoints are called in the Region what the template calls them. */
final class EndpointRegion implements Rule {
    private static final ProblemKind ENDPOINT_REGION = ProblemKind.error(
            "endpoint-region", "Endpoints have other names in the Region than those that the template writes.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ENDPOINT_REGION);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String region = subject.config().region();
        if (subject.stack().network() != null
                && EndpointPlan.services(subject.config()).stream().anyMatch(one -> one.startsWith("ecr."))
                && region != null
                && Regions.partition(region).equals("aws-cn")) {
            String message =
                    "in `" + region + "` the endpoints of ECR are called `cn.com.amazonaws…`, and the template,"
                            + " which fits other Regions, calls them `com.amazonaws…`";
            out.accept(Finding.of(ENDPOINT_REGION, Path.of("network", "endpoints"), message)
                    .hint("write `endpoints: gateway` and have NAT")
                    .also(Path.of("region")));
        }
    }
}
