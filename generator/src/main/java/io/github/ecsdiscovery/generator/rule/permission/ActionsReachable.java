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

/** Where no way leads to the internet, an endpoint leads to the services of AWS that a service's policies are about. */
final class ActionsReachable implements ServiceRule {
    private static final ProblemKind ACTION_OUT_OF_REACH = ProblemKind.warning(
            "action-out-of-reach", "A policy is about a service of AWS that neither NAT nor an endpoint leads to.");

    /** Those whose endpoint is called as their actions are. */
    private static final Set<String> ALIKE =
            Set.of("dynamodb", "events", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs", "ssm", "states", "sts");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ACTION_OUT_OF_REACH);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (!PrivateSubnetEgress.hasOnlyEndpoints(one.context())) {
            return;
        }
        Set<String> there = new HashSet<>(EndpointPlan.services(one.config()));
        List<Policy> policies = one.service().policies();
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i) instanceof Policy.Inline inline
                    && inline.statement().effect() != Effect.DENY) {
                Path path = one.path("policies").with(i).with("Action");
                StatementRule.forEachText(inline.statement().action(), path, (action, at) -> {
                    String asked = action.replaceFirst(":.*", "");
                    if (ALIKE.contains(asked) && there.add(asked)) {
                        out.accept(outOfReach(one, asked, action, at));
                    }
                });
            }
        }
    }

    private static Finding outOfReach(ServiceContext one, String asked, String action, Path at) {
        String message = "`" + one.name() + "` may do `" + action
                + "`, and has no way there: with `nat: none` it needs the" + " endpoint of `" + asked + "`";
        return Finding.of(ACTION_OUT_OF_REACH, at, message)
                .hint("add `" + asked + "` to `network.endpoints`: `[all, " + asked + "]`")
                .also(Path.of("network", "nat"), Path.of("network", "endpoints"));
    }
}
