package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.security.CallRulePair;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A security group holds the rules that it needs, in either direction. */
public final class SecurityGroupRuleQuota implements Rule {
    private static final int MOST = 60;
    private static final String SHARED = "`network: {securityGroups: shared}` needs no rule for each caller";

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Stack stack = subject.stack();
        if (stack.shared().ingress().size() > MOST) {
            String message = "`ingress` of all services makes "
                    + stack.shared().ingress().size() + " rules for the group that they share; it holds " + MOST;
            out.accept(Finding.of(ProblemId.GROUP_RULES, Path.of("network", "securityGroups"), message)
                    .hint("name larger networks, or a prefix list"));
        }
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
        for (ServiceResources service : stack.services()) {
            SecurityGroup group = service.security().group();
            if (group != null) {
                int from = callers.getOrDefault(new Value.Ref(group.id()), 0);
                check(service.name(), "ingress", group.ingress().size(), from, "callers", out);
                check(
                        service.name(),
                        "egress",
                        group.egress().size(),
                        service.security().callRules().size(),
                        "calls",
                        out);
            }
        }
    }

    private static void check(
            String service, String key, int outside, int inside, String others, Consumer<Finding> out) {
        if (outside + inside > MOST) {
            boolean own = outside > MOST;
            String message = "the security group of `" + service + "` needs " + (outside + inside) + " rules for " + key
                    + " (" + outside + " for `" + key + "`, " + inside + " for " + others + "); it holds " + MOST;
            Path path = Path.of("services", service);
            Finding finding = Finding.of(ProblemId.GROUP_RULES, own ? path.with(key) : path, message)
                    .atKey();
            out.accept(finding.hint(own ? "name larger networks, or a prefix list" : SHARED));
        }
    }
}
