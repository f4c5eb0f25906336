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

/**
 * Checks that the endpoints of ECR have the names in this Region that the template writes. In China their names begin with
 * {@code cn.com.amazonaws}; the template writes {@code com.amazonaws}.
 */
final class EndpointRegion implements Rule {
    private static final ProblemKind ENDPOINT_REGION = ProblemKind.error(
                    "endpoint-region", "VPC endpoints have other names in this Region than the template writes.")
            .otherwise(
                    "CloudFormation fails, because no endpoint service has this name. In China the names of ECR's endpoints"
                            + " begin with `cn.com.amazonaws`. Names in isolated Regions and names in a list of endpoints are not"
                            + " checked, because AWS adds endpoints every month.")
            .source("https://github.com/aws/aws-cdk/pull/16139");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ENDPOINT_REGION);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        String region = context.config().region();
        if (context.stack().network() != null
                && EndpointPlan.services(context.config()).stream().anyMatch(service -> service.startsWith("ecr."))
                && region != null
                && Regions.partition(region).equals("aws-cn")) {
            String message =
                    "in `" + region + "` the names of ECR's endpoints begin with `cn.com.amazonaws`, but the template"
                            + " writes `com.amazonaws`";
            out.accept(Finding.of(ENDPOINT_REGION, Path.of("network", "endpoints"), message)
                    .hint("write `endpoints: gateway` and use NAT")
                    .also(Path.of("region")));
        }
    }
}
