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

/** A security group holds the rules that it needs, in either direction. */
final class SecurityGroupRuleQuota implements Rule {
    private static final ProblemKind GROUP_RULES =
            ProblemKind.error("group-rules", "A security group needs more than 60 rules in one direction.");

    private static final int MOST = 60;
    private static final String SHARED = "`network: {securityGroups: shared}` needs no rule for each caller";

    @Override
    public List<ProblemKind> kinds() {
        return List.of(GROUP_RULES);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Stack stack = subject.stack();
        if (stack.sharedIngress().size() > MOST) {
            String message = "`ingress` of all services makes "
                    + stack.sharedIngress().size() + " rules for the group that they share; it holds " + MOST;
            out.accept(Finding.of(GROUP_RULES, Path.of("network", "securityGroups"), message)
                    .hint("name larger networks, or a prefix list"));
        }
        Map<Value, Integer> callers = new HashMap<>();
        for (ServiceResources service : stack.services()) {
            for (CallRulePair edge : service.edges()) {
                callers.merge(edge.calleeGroup(), 1, Integer::sum);
            }
            if (service.front() != null && service.front().edge() != null) {
                callers.merge(service.front().edge().calleeGroup(), 1, Integer::sum);
            }
        }
        for (ServiceResources service : stack.services()) {
            SecurityGroup group = service.group();
            if (group != null) {
                int from = callers.getOrDefault(new Value.Ref(group.id()), 0);
                check(service.name(), "ingress", group.ingress().size(), from, "callers", out);
                check(
                        service.name(),
                        "egress",
                        group.egress().size(),
                        service.edges().size(),
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
            Finding finding = Finding.of(GROUP_RULES, own ? path.with(key) : path, message)
                    .atKey();
            out.accept(finding.hint(own ? "name larger networks, or a prefix list" : SHARED));
        }
    }
}
