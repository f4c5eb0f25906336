package io.github.ecsdiscovery.generator.rule.catalog;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.RuleFamily;
import io.github.ecsdiscovery.generator.rule.call.CallRules;
import io.github.ecsdiscovery.generator.rule.container.ContainerRules;
import io.github.ecsdiscovery.generator.rule.image.ImageRules;
import io.github.ecsdiscovery.generator.rule.loadbalancer.LoadBalancerRules;
import io.github.ecsdiscovery.generator.rule.name.NameRules;
import io.github.ecsdiscovery.generator.rule.network.NetworkRules;
import io.github.ecsdiscovery.generator.rule.peer.PeerRules;
import io.github.ecsdiscovery.generator.rule.permission.PermissionRules;
import io.github.ecsdiscovery.generator.rule.secret.SecretRules;
import io.github.ecsdiscovery.generator.rule.service.ServiceRules;
import io.github.ecsdiscovery.generator.rule.serviceconnect.ServiceConnectRules;
import io.github.ecsdiscovery.generator.rule.task.TaskRules;
import io.github.ecsdiscovery.generator.rule.template.TemplateRules;
import java.util.ArrayList;
import java.util.List;

/** The catalog of all rules about one config and its stack. */
public final class Rules {
    /** The families of rules, in the order of the reference. */
    public static final List<RuleFamily> FAMILIES = List.of(
            CallRules.FAMILY,
            PeerRules.FAMILY,
            NameRules.FAMILY,
            NetworkRules.FAMILY,
            ImageRules.FAMILY,
            ServiceRules.FAMILY,
            ServiceConnectRules.FAMILY,
            LoadBalancerRules.FAMILY,
            TaskRules.FAMILY,
            ContainerRules.FAMILY,
            SecretRules.FAMILY,
            PermissionRules.FAMILY,
            TemplateRules.FAMILY);

    private Rules() {}

    /** Returns the findings of all rules, in no particular order. */
    public static List<Finding> check(RuleContext context) {
        List<Finding> findings = new ArrayList<>();
        for (RuleFamily family : FAMILIES) {
            for (Rule rule : family.rules()) {
                rule.check(context, findings::add);
            }
        }
        return findings;
    }
}
