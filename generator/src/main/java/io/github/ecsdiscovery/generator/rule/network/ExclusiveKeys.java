package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** No key is written that another makes void. */
public final class ExclusiveKeys implements Rule {
    private static final ProblemKind EXCLUDED_KEY = ProblemKind.error(
            "excluded-key", "A key has no effect beside another, such as `network.cidr` beside `network.vpc`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(EXCLUDED_KEY);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Config config = subject.config();
        if (config.platform() != null) {
            joined(subject, out);
            return;
        }
        if (config.network().vpc() != null) {
            excluded(subject, "network", "cidr", "the VPC exists, and has its network", out);
            excluded(subject, "network", "zones", "the VPC exists, and its subnets have their zones", out);
            excluded(subject, "network", "nat", "the VPC exists, and has its routes", out);
            excluded(subject, "network", "endpoints", "the VPC exists, and has its endpoints", out);
            excluded(subject, "network", "flowLogs", "the VPC exists, and is its owner's to log", out);
            excluded(subject, "namespace", "searchDomain", "the VPC exists, and has its DHCP options", out);
        } else if (config.network().placement() == Placement.PUBLIC) {
            excluded(
                    subject,
                    "network",
                    "nat",
                    "tasks run in public subnets, which need none",
                    finding -> out.accept(finding.also(Path.of("network", "vpc"), Path.of("network", "placement"))));
        }
        if (config.namespace().id() != null) {
            excluded(subject, "namespace", "negativeTtl", "the namespace exists, and has its TTL", out);
        }
        LoadBalancer balancer = config.loadBalancer();
        if (balancer != null && balancer.certificate() != null) {
            for (String key : List.of("domain", "hostedZone")) {
                excluded(
                        subject,
                        "loadBalancer",
                        key,
                        "the certificate exists, and whoever made it makes the names",
                        out);
            }
        }
        if (config.cluster().name() != null) {
            excluded(subject, "cluster", "insights", "the cluster exists, and has its settings", out);
        }
    }

    private static void joined(RuleContext subject, Consumer<Finding> out) {
        for (String key : List.of("cidr", "vpc", "nat", "endpoints", "flowLogs")) {
            excluded(subject, "network", key, "the VPC is the platform's", out);
        }
        for (String key : List.of("name", "id", "negativeTtl", "searchDomain")) {
            excluded(subject, "namespace", key, "the namespace is the platform's", out);
        }
        if (subject.isWritten("loadBalancer")) {
            Path path = Path.of("loadBalancer");
            out.accept(excluded(path, "the load balancer is the platform's"));
        }
        for (String key : List.of("name", "insights")) {
            excluded(subject, "cluster", key, "the cluster is the platform's", out);
        }
    }

    private static void excluded(RuleContext subject, String top, String key, String why, Consumer<Finding> out) {
        if (subject.isWritten(top, key)) {
            out.accept(excluded(Path.of(top, key), why));
        }
    }

    public static Finding excluded(Path path, String why) {
        String key = path.steps().get(path.steps().size() - 1);
        return Finding.of(EXCLUDED_KEY, path, path.spoken() + " says nothing here: " + why)
                .atKey()
                .hint("leave it out; in an environment `" + key + ": null` takes it away");
    }
}
