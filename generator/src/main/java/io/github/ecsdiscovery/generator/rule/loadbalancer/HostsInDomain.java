package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** Where the stack makes the certificate and the names, hosts are the domain or below it. */
public final class HostsInDomain implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        LoadBalancer own = one.config().ownLoadBalancer();
        Http front = one.service().front();
        String domain = own == null ? null : own.domain();
        String host = front == null ? null : front.host();
        if (domain == null || host == null || host.equals(domain) || host.endsWith("." + domain)) {
            return;
        }
        String message =
                "`" + host + "` is not below `" + domain + "`, for which the stack makes names and certificate";
        out.accept(Finding.of(ProblemId.HOST_OUTSIDE_DOMAIN, one.path("http", "host"), message)
                .hint("write a host below it, or the domain that both are in as `loadBalancer.domain`"));
    }
}
