package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** The load balancer has a certificate that fits, or answers without one on purpose. */
final class LoadBalancerCertificate implements Rule {
    private static final ProblemKind NO_CERTIFICATE =
            ProblemKind.error("no-certificate", "The load balancer has no certificate, and may not answer without.");

    private static final ProblemKind HTTP_WITHOUT_CERTIFICATE =
            ProblemKind.warning("http-without-certificate", "The load balancer answers the internet without HTTPS.");

    private static final ProblemKind DOMAIN_AND_ZONE = ProblemKind.error(
            "domain-and-zone", "A load balancer has one of `domain` and `hostedZone`, which need each other.");

    private static final ProblemKind CERTIFICATE_REGION =
            ProblemKind.error("certificate-region", "The certificate is of another Region than the stack.");

    private static final Path TOP = Path.of("loadBalancer");
    private static final String HINT = "add `loadBalancer: {domain: …, hostedZone: Z…}`, and the stack makes the"
            + " certificate, or `certificate: arn:…`";

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_CERTIFICATE, HTTP_WITHOUT_CERTIFICATE, DOMAIN_AND_ZONE, CERTIFICATE_REGION);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        LoadBalancer own = subject.config().ownLoadBalancer();
        if (own == null) {
            return;
        }
        if (!own.isSecure()) {
            none(own, out);
        }
        half(own, out);
        String region = subject.config().region();
        String certificate = own.certificate();
        if (certificate != null && region != null && !certificate.split(":", -1)[3].equals(region)) {
            String message = "the certificate is of " + certificate.split(":", -1)[3] + ", and the stack is in `"
                    + region + "`, where a load balancer knows its own alone";
            out.accept(Finding.of(CERTIFICATE_REGION, TOP.with("certificate"), message)
                    .hint("name one that ACM has in `" + region + "`")
                    .also(Path.of("region")));
        }
    }

    private static void none(LoadBalancer own, Consumer<Finding> out) {
        if (!own.httpListener()) {
            String message = "the load balancer has no certificate for HTTPS, and port 80 is shut: it listens nowhere";
            out.accept(Finding.of(NO_CERTIFICATE, TOP, message)
                    .atKey()
                    .hint(HINT + "; `httpListener: true` answers without")
                    .also(TOP.with("httpListener"), TOP.with("certificate"), TOP.with("domain")));
        } else if (own.scheme() == Scheme.INTERNET_FACING) {
            String message = "the load balancer has no certificate: what people send to it can be read on its way";
            out.accept(Finding.of(HTTP_WITHOUT_CERTIFICATE, TOP, message)
                    .atKey()
                    .hint(HINT)
                    .also(TOP.with("certificate"), TOP.with("domain"), TOP.with("scheme")));
        }
    }

    private static void half(LoadBalancer own, Consumer<Finding> out) {
        // Beside a certificate both say nothing, which is told as that.
        if (own.certificate() != null || (own.domain() == null) == (own.hostedZone() == null)) {
            return;
        }
        String there = own.domain() == null ? "hostedZone" : "domain";
        String missing = own.domain() == null ? "domain" : "hostedZone";
        String message = "`loadBalancer` has `" + there + "` and no `" + missing + "`: a certificate needs both";
        out.accept(Finding.of(DOMAIN_AND_ZONE, TOP.with(there), message)
                .atKey()
                .hint("add `" + missing + ":`; where the domain is not in Route 53, name a `certificate` instead")
                .also(TOP.with(missing)));
    }
}
