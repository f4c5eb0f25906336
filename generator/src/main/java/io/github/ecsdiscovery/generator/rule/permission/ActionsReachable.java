package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Effect;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import io.github.ecsdiscovery.generator.rule.network.PrivateSubnetEgress;
import io.github.ecsdiscovery.generator.stack.network.EndpointPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks that tasks without internet access have an endpoint for each AWS service that their policies mention. A call to a service
 * without an endpoint waits until it times out.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">Services with
 *     endpoints</a>
 */
final class ActionsReachable implements ServiceRule {
    private static final ProblemKind ACTION_OUT_OF_REACH = ProblemKind.warning(
                    "action-out-of-reach",
                    "A policy allows calls to an AWS service that tasks cannot reach without NAT or an endpoint.")
            .otherwise("AWS accepts the template. Each call to the service waits until it times out.");

    /** AWS services whose endpoint has the same name as the prefix of their actions. */
    private static final Set<String> SAME_NAME =
            Set.of("dynamodb", "events", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs", "ssm", "states", "sts");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ACTION_OUT_OF_REACH);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (!PrivateSubnetEgress.hasOnlyEndpoints(service.context())) {
            return;
        }
        Set<String> reachable = new HashSet<>(EndpointPlan.services(service.config()));
        List<Policy> policies = service.service().policies();
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i) instanceof Policy.Inline inline
                    && inline.statement().effect() != Effect.DENY) {
                Path path = service.path("policies").with(i).with("Action");
                StatementRule.forEachText(inline.statement().action(), path, (action, at) -> {
                    String prefix = action.replaceFirst(":.*", "");
                    if (SAME_NAME.contains(prefix) && reachable.add(prefix)) {
                        out.accept(finding(service, prefix, action, at));
                    }
                });
            }
        }
    }

    private static Finding finding(ServiceContext service, String prefix, String action, Path path) {
        String message = "`" + service.name() + "` may call `" + action + "` but cannot reach it: with `nat: none` it"
                + " needs the endpoint `" + prefix + "`";
        return Finding.of(ACTION_OUT_OF_REACH, path, message)
                .hint("add `" + prefix + "` to `network.endpoints`: `[all, " + prefix + "]`")
                .also(Path.of("network", "nat"), Path.of("network", "endpoints"));
    }
}
