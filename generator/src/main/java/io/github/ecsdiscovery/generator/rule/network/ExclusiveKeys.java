package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that no key is set that another key disables, such as {@code network.cidr} beside {@code network.vpc}. The template would
 * ignore the key without a word.
 */
public final class ExclusiveKeys implements Rule {
    private static final ProblemKind EXCLUDED_KEY = ProblemKind.error(
                    "excluded-key", "A key has no effect beside another, such as `network.cidr` beside `network.vpc`.")
            .otherwise("AWS accepts the template, but the key has no effect.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(EXCLUDED_KEY);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        if (context.config().platform() != null) {
            checkWithPlatform(context, out);
            return;
        }
        checkNetwork(context, out);
        if (context.config().namespace().id() != null) {
            checkKey(context, "namespace", "negativeTtl", "the existing namespace has its own TTL", out);
        }
        LoadBalancer loadBalancer = context.config().loadBalancer();
        if (loadBalancer != null && loadBalancer.certificate() != null) {
            String reason = "the owner of the existing certificate creates the DNS records";
            checkKey(context, "loadBalancer", "domain", reason, out);
            checkKey(context, "loadBalancer", "hostedZone", reason, out);
        }
        if (context.config().cluster().name() != null) {
            checkKey(context, "cluster", "insights", "the existing cluster has its own settings", out);
        }
    }

    private static void checkNetwork(RuleContext context, Consumer<Finding> out) {
        Network network = context.config().network();
        if (network.vpc() != null) {
            checkKey(context, "network", "cidr", "the existing VPC has its own address range", out);
            checkKey(context, "network", "zones", "the subnets of the existing VPC have their own zones", out);
            checkKey(context, "network", "nat", "the existing VPC has its own routes", out);
            checkKey(context, "network", "endpoints", "the existing VPC has its own endpoints", out);
            checkKey(context, "network", "flowLogs", "the owner of the existing VPC configures its flow logs", out);
            checkKey(context, "namespace", "searchDomain", "the existing VPC has its own DHCP options", out);
        } else if (network.placement() == Placement.PUBLIC) {
            checkKey(
                    context,
                    "network",
                    "nat",
                    "tasks run in public subnets, which do not use NAT",
                    finding -> out.accept(finding.also(Path.of("network", "vpc"), Path.of("network", "placement"))));
        }
    }

    private static void checkWithPlatform(RuleContext context, Consumer<Finding> out) {
        for (String key : List.of("cidr", "vpc", "nat", "endpoints", "flowLogs")) {
            checkKey(context, "network", key, "the platform provides the VPC", out);
        }
        for (String key : List.of("name", "id", "negativeTtl", "searchDomain")) {
            checkKey(context, "namespace", key, "the platform provides the namespace", out);
        }
        if (context.isWritten("loadBalancer")) {
            out.accept(withoutEffect(Path.of("loadBalancer"), "the platform provides the load balancer"));
        }
        for (String key : List.of("name", "insights")) {
            checkKey(context, "cluster", key, "the platform provides the cluster", out);
        }
    }

    private static void checkKey(
            RuleContext context, String section, String key, String reason, Consumer<Finding> out) {
        if (context.isWritten(section, key)) {
            out.accept(withoutEffect(Path.of(section, key), reason));
        }
    }

    /**
     * Returns the finding that a key has no effect.
     *
     * @param reason why, as the end of a sentence
     */
    public static Finding withoutEffect(Path path, String reason) {
        String key = path.steps().get(path.steps().size() - 1);
        return Finding.of(EXCLUDED_KEY, path, path.spoken() + " has no effect, because " + reason)
                .atKey()
                .hint("remove it; in an environment, `" + key + ": null` removes it");
    }
}
