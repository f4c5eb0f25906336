package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Checks that no security group needs more than 60 rules in one direction, which is the default quota of EC2. */
final class SecurityGroupRuleQuota implements Rule {
    private static final ProblemKind GROUP_RULES = ProblemKind.error(
                    "group-rules", "A security group needs more than 60 rules in one direction.")
            .otherwise(
                    "EC2 rejects more than 60 rules of a group in one direction. A prefix list counts with all its entries,"
                            + " which are not known here.")
            .source("https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html");

    private static final int QUOTA = 60;
    private static final String USE_LARGER_NETWORKS = "use larger networks or a prefix list";
    private static final String USE_SHARED_GROUP =
            "write `network: {securityGroups: shared}`, which needs no rule for each caller";

    @Override
    public List<ProblemKind> kinds() {
        return List.of(GROUP_RULES);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Stack stack = context.stack();
        int shared = stack.shared().ingress().size();
        if (shared > QUOTA) {
            String message = "`ingress` of all services needs " + shared
                    + " rules in the shared security group; a group has at most " + QUOTA;
            out.accept(Finding.of(GROUP_RULES, Path.of("network", "securityGroups"), message)
                    .hint(USE_LARGER_NETWORKS));
        }
        Map<Value, Integer> callersByGroup = callersByGroup(stack);
        for (ServiceResources service : stack.services()) {
            SecurityGroup group = service.security().group();
            if (group != null) {
                int callers = callersByGroup.getOrDefault(new Value.Ref(group.id()), 0);
                String ingressRules = group.ingress().size() + " for `ingress`, " + callers + " for callers";
                check(service.name(), "ingress", group.ingress().size(), callers, ingressRules, out);
                int calls = service.security().callRules().size();
                String egressRules = group.egress().size() + " for `egress`, " + calls + " for calls";
                check(service.name(), "egress", group.egress().size(), calls, egressRules, out);
            }
        }
    }

    private static Map<Value, Integer> callersByGroup(Stack stack) {
        Map<Value, Integer> callers = new HashMap<>();
        for (ServiceResources service : stack.services()) {
            for (CallRulePair edge : service.security().callRules()) {
                callers.merge(edge.calleeGroup(), 1, Integer::sum);
            }
            if (service.loadBalancerTarget() != null
                    && service.loadBalancerTarget().callRule() != null) {
                callers.merge(service.loadBalancerTarget().callRule().calleeGroup(), 1, Integer::sum);
            }
        }
        return callers;
    }

    private static void check(
            String service, String key, int configured, int fromCalls, String parts, Consumer<Finding> out) {
        if (configured + fromCalls > QUOTA) {
            boolean isConfigured = configured > QUOTA;
            String message = "the security group of `" + service + "` needs " + (configured + fromCalls) + " " + key
                    + " rules (" + parts + "); a group has at most " + QUOTA;
            Path path = Path.of("services", service);
            out.accept(Finding.of(GROUP_RULES, isConfigured ? path.with(key) : path, message)
                    .atKey()
                    .hint(isConfigured ? USE_LARGER_NETWORKS : USE_SHARED_GROUP));
        }
    }
}
