package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the namespace is not the load balancer's domain or a parent of it. The namespace is a private hosted zone, and
 * Route 53 does not fall back to public DNS for names below it.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html">Private hosted
 *     zones</a>
 */
final class VisibleDomain implements Rule {
    private static final ProblemKind NAMESPACE_HIDES_DOMAIN = ProblemKind.warning(
                    "namespace-hides-domain", "The namespace hides the load balancer's public names from the VPC.")
            .otherwise("AWS accepts the template. The load balancer's names resolve on the internet but not in the VPC,"
                    + " because the private hosted zone of the namespace answers first.")
            .source(
                    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NAMESPACE_HIDES_DOMAIN);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        String namespace = context.config().domain();
        LoadBalancer loadBalancer = context.config().ownLoadBalancer();
        String domain = loadBalancer == null ? null : loadBalancer.domain();
        if (namespace == null || domain == null || !("." + domain).endsWith("." + namespace)) {
            return;
        }
        String message = "the namespace `" + namespace + "` hides `" + domain
                + "` from the VPC, because it answers all queries for names below it";
        out.accept(Finding.of(NAMESPACE_HIDES_DOMAIN, Path.of("namespace", "name"), message)
                .hint("write another name, such as `" + context.config().name() + ".internal`")
                .also(Path.of("loadBalancer", "domain")));
    }
}
