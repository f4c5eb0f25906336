package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Where the stack makes the certificate and the names, hosts are the domain or below it. */
final class HostsInDomain implements ServiceRule {
    private static final ProblemKind HOST_OUTSIDE_DOMAIN = ProblemKind.error(
            "host-outside-domain", "A service's host is not below the domain that the stack makes a certificate for.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HOST_OUTSIDE_DOMAIN);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        LoadBalancer own = one.config().ownLoadBalancer();
        Http front = one.service().front();
        String domain = own == null ? null : own.domain();
        String host = front == null ? null : front.host();
        if (domain == null || host == null || host.equals(domain) || host.endsWith("." + domain)) {
            return;
        }
        String message =
                "`" + host + "` is not below `" + domain + "`, for which the stack makes names and certificate";
        out.accept(Finding.of(HOST_OUTSIDE_DOMAIN, one.path("http", "host"), message)
                .hint("write a host below it, or the domain that both are in as `loadBalancer.domain`"));
    }
}
