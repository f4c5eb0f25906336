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

/**
 * Checks that tasks in private subnets reach the AWS services that they need: through NAT, or through VPC endpoints. Otherwise
 * they cannot pull their image and never start.
 */
public final class PrivateSubnetEgress implements Rule {
    private static final ProblemKind NO_WAY_OUT = ProblemKind.error(
                    "no-way-out",
                    "Tasks run in private subnets with neither NAT nor all the VPC endpoints that they need.")
            .otherwise(
                    "AWS accepts the template, but the tasks cannot pull their image. In public subnets the template gives"
                            + " each task a public address. The routes of an existing VPC are not checked.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html");

    /** Returns whether the stack creates a VPC whose tasks have no NAT and depend on VPC endpoints. */
    public static boolean hasOnlyEndpoints(RuleContext context) {
        return context.stack().network() != null && context.config().network().isIsolated();
    }

    /** Returns the AWS services that the tasks of a config need and that have no endpoint in its network. */
    public static List<AwsService> missingEndpoints(Config config) {
        Set<String> endpoints = EndpointPlan.services(config);
        return AwsService.of(config).stream()
                .filter(service -> !endpoints.contains(service.toString()))
                .toList();
    }

    /** Returns the value of {@code network.endpoints} that has some more services. */
    public static String endpointsWith(Endpoints configured, List<AwsService> missing) {
        List<String> all = new ArrayList<>(
                configured.listed().isEmpty() ? List.of(Endpoints.Scope.ALL.toString()) : configured.listed());
        missing.stream().map(AwsService::toString).forEach(all::add);
        return "[" + String.join(", ", all) + "]";
    }

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_WAY_OUT);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        if (!hasOnlyEndpoints(context)) {
            return;
        }
        Endpoints configured = context.config().network().endpoints();
        List<AwsService> missing = missingEndpoints(context.config());
        if (configured.scope() != Endpoints.Scope.ALL && configured.listed().isEmpty()) {
            String message = "tasks run in private subnets with `nat: none` and `endpoints: " + configured
                    + "`, so they cannot pull images or write logs";
            out.accept(finding(Path.of("network", "nat"), message, "write `endpoints: all`, or `nat: single`"));
        } else if (!missing.isEmpty()) {
            String message =
                    "tasks run in private subnets with `nat: none`, but `endpoints` lacks services that they need: "
                            + TextList.list(missing.stream());
            String hint = "write `" + endpointsWith(configured, missing)
                    + "`, or add `all` for everything that the config needs";
            out.accept(finding(Path.of("network", "endpoints"), message, hint));
        }
    }

    private static Finding finding(Path path, String message, String hint) {
        return Finding.of(NO_WAY_OUT, path, message)
                .hint(hint)
                .also(Path.of("network", "endpoints"), Path.of("network", "placement"), Path.of("network", "nat"));
    }
}
