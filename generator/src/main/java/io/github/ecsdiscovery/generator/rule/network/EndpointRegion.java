package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.network.EndpointPlan;
import java.util.function.Consumer;

/** Endpoints are called in the Region what the template calls them. */
public final class EndpointRegion implements Rule {
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
            out.accept(Finding.of(ProblemId.ENDPOINT_REGION, Path.of("network", "endpoints"), message)
                    .hint("write `endpoints: gateway` and have NAT")
                    .also(Path.of("region")));
        }
    }
}
