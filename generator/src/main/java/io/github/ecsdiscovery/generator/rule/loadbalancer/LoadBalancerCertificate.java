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
import org.jspecify.annotations.Nullable;

/**
 * Checks that the load balancer can serve HTTPS, or serves plain HTTP on purpose. An HTTPS listener needs a certificate of the
 * load balancer's own Region. The stack can only create a certificate if it knows the domain and its hosted zone.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html">HTTPS
 *     listeners</a>
 */
final class LoadBalancerCertificate implements Rule {
    private static final ProblemKind NO_CERTIFICATE = ProblemKind.error(
                    "no-certificate", "The load balancer has neither a certificate nor a plain HTTP listener.")
            .otherwise("Elastic Load Balancing rejects an HTTPS listener without a certificate.")
            .source("https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html");

    private static final ProblemKind HTTP_WITHOUT_CERTIFICATE = ProblemKind.warning(
                    "http-without-certificate", "The load balancer serves the internet without HTTPS.")
            .otherwise("AWS accepts the template. Everybody on the way can read the requests and the responses.");

    private static final ProblemKind DOMAIN_AND_ZONE = ProblemKind.error(
                    "domain-and-zone", "A load balancer has `domain` without `hostedZone`, or the reverse.")
            .otherwise(
                    "ACM never issues the certificate because it needs a record for each name in the hosted zone. The"
                            + " stack waits for hours until ACM gives up. The generator cannot check that the zone belongs to the"
                            + " domain.")
            .source(
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-certificatemanager-certificate.html");

    private static final ProblemKind CERTIFICATE_REGION = ProblemKind.error(
                    "certificate-region", "The certificate is in another Region than the stack.")
            .otherwise(
                    "Elastic Load Balancing rejects a certificate of another Region or partition. The generator cannot"
                            + " check that the certificate exists.")
            .source("https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html");

    private static final Path LOAD_BALANCER = Path.of("loadBalancer");
    private static final String HINT = "write `loadBalancer: {domain: …, hostedZone: Z…}` to have the stack create a"
            + " certificate, or `certificate: arn:…`";

    /** The position of the Region in an ARN. */
    private static final int ARN_REGION = 3;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_CERTIFICATE, HTTP_WITHOUT_CERTIFICATE, DOMAIN_AND_ZONE, CERTIFICATE_REGION);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        LoadBalancer loadBalancer = context.config().ownLoadBalancer();
        if (loadBalancer == null) {
            return;
        }
        if (!loadBalancer.hasHttps()) {
            checkPlainHttp(loadBalancer, out);
        }
        checkDomainAndZone(loadBalancer, out);
        checkRegion(loadBalancer.certificate(), context.config().region(), out);
    }

    private static void checkRegion(@Nullable String certificate, @Nullable String region, Consumer<Finding> out) {
        if (certificate == null || region == null) {
            return;
        }
        String certificateRegion = certificate.split(":", -1)[ARN_REGION];
        if (!certificateRegion.equals(region)) {
            String message = "`certificate` is in `" + certificateRegion + "`; a load balancer in `" + region
                    + "` needs one of its own Region";
            out.accept(Finding.of(CERTIFICATE_REGION, LOAD_BALANCER.with("certificate"), message)
                    .hint("write the ARN of a certificate in `" + region + "`")
                    .also(Path.of("region")));
        }
    }

    private static void checkPlainHttp(LoadBalancer loadBalancer, Consumer<Finding> out) {
        if (!loadBalancer.httpListener()) {
            String message = "the load balancer has no listener: no certificate for HTTPS, and `httpListener: false`";
            out.accept(Finding.of(NO_CERTIFICATE, LOAD_BALANCER, message)
                    .atKey()
                    .hint(HINT + "; `httpListener: true` serves plain HTTP")
                    .also(
                            LOAD_BALANCER.with("httpListener"),
                            LOAD_BALANCER.with("certificate"),
                            LOAD_BALANCER.with("domain")));
        } else if (loadBalancer.scheme() == Scheme.INTERNET_FACING) {
            String message = "the load balancer has no certificate, so it serves the internet without encryption";
            out.accept(Finding.of(HTTP_WITHOUT_CERTIFICATE, LOAD_BALANCER, message)
                    .atKey()
                    .hint(HINT)
                    .also(
                            LOAD_BALANCER.with("certificate"),
                            LOAD_BALANCER.with("domain"),
                            LOAD_BALANCER.with("scheme")));
        }
    }

    private static void checkDomainAndZone(LoadBalancer loadBalancer, Consumer<Finding> out) {
        // Both keys have no effect beside a certificate; the rule about excluded keys reports that.
        if (loadBalancer.certificate() != null
                || (loadBalancer.domain() == null) == (loadBalancer.hostedZone() == null)) {
            return;
        }
        String configured = loadBalancer.domain() == null ? "hostedZone" : "domain";
        String missing = loadBalancer.domain() == null ? "domain" : "hostedZone";
        String message = "`loadBalancer` has `" + configured + "` but no `" + missing + "`; a certificate needs both";
        out.accept(Finding.of(DOMAIN_AND_ZONE, LOAD_BALANCER.with(configured), message)
                .atKey()
                .hint("add `" + missing + ":`; for a domain outside Route 53 write `certificate: arn:…` instead")
                .also(LOAD_BALANCER.with(missing)));
    }
}
