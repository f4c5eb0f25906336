package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** The namespace, which is a private zone, does not hide the load balancer's public names from the VPC. */
final class VisibleDomain implements Rule {
    private static final ProblemKind NAMESPACE_HIDES_DOMAIN = ProblemKind.warning(
            "namespace-hides-domain", "The namespace hides the load balancer's public names from the VPC.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NAMESPACE_HIDES_DOMAIN);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String namespace = subject.config().domain();
        LoadBalancer own = subject.config().ownLoadBalancer();
        String domain = own == null ? null : own.domain();
        if (namespace == null || domain == null || !("." + domain).endsWith("." + namespace)) {
            return;
        }
        String message = "in the VPC the namespace `" + namespace
                + "` answers for all that ends so: nobody there finds `" + domain + "`";
        out.accept(Finding.of(NAMESPACE_HIDES_DOMAIN, Path.of("namespace", "name"), message)
                .hint("write a name of its own, such as `" + subject.config().name() + ".internal`")
                .also(Path.of("loadBalancer", "domain")));
    }
}
