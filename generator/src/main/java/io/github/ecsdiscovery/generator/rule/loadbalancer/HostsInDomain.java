package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that every {@code http.host} is the load balancer's domain or below it, if the stack creates the certificate. ACM
 * validates each name with a record in the hosted zone of that domain, so a name of another domain is never validated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-certificatemanager-certificate.html">
 *     AWS::CertificateManager::Certificate</a>
 */
final class HostsInDomain implements ServiceRule {
    private static final ProblemKind HOST_OUTSIDE_DOMAIN = ProblemKind.error(
                    "host-outside-domain", "A service's `http.host` is outside the domain of the stack's certificate.")
            .otherwise(
                    "ACM never issues the certificate because it needs a record for each name in the hosted zone. The"
                            + " stack waits for hours until ACM gives up.")
            .source(
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-certificatemanager-certificate.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HOST_OUTSIDE_DOMAIN);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        LoadBalancer loadBalancer = service.config().ownLoadBalancer();
        Http http = service.service().enabledHttp();
        String domain = loadBalancer == null ? null : loadBalancer.domain();
        String host = http == null ? null : http.host();
        if (domain == null || host == null || host.equals(domain) || host.endsWith("." + domain)) {
            return;
        }
        String message = "`" + host + "` is not below `" + domain + "`, the domain of the stack's certificate";
        out.accept(Finding.of(HOST_OUTSIDE_DOMAIN, service.path("http", "host"), message)
                .hint("write a host below `" + domain + "`, or set `loadBalancer.domain` to a parent of both"));
    }
}
