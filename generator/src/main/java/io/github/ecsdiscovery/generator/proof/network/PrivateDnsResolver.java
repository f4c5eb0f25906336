package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.Optional;

/**
 * Answers whether the DNS resolver of a VPC resolves names of private zones.
 *
 * <p>Route 53 requires both {@code EnableDnsSupport} (on by default) and {@code EnableDnsHostnames} (off by default), and the
 * zone must be associated with the VPC. Source: the page "DNS attributes for your VPC" of the Amazon VPC User Guide.
 */
public final class PrivateDnsResolver {
    private final Template template;

    public PrivateDnsResolver(Template template) {
        this.template = template;
    }

    /** Returns whether the DNS attributes of the member's VPC allow private zones. */
    public Check vpcAttributes(NetworkMember member) {
        String id = member.vpc();
        Optional<TemplateResource> resource = template.resource(id, "AWS::EC2::VPC");
        if (resource.isEmpty()) {
            String finding =
                    "the DNS attributes of " + (id.isEmpty() ? "the VPC" : id) + " are not part of this template";
            return Check.unknown("resolver", finding, member.line());
        }
        TemplateResource vpc = resource.get();
        if (template.text(vpc.at("EnableDnsSupport")).equals("false")) {
            return Check.no("resolver", id + " has EnableDnsSupport off, so it has no DNS resolver", vpc.line());
        }
        return template.text(vpc.at("EnableDnsHostnames")).equals("true")
                ? Check.yes("resolver", id + " resolves names of private zones", vpc)
                : Check.no(
                        "resolver",
                        id + " has EnableDnsHostnames off, so it does not resolve names of private zones",
                        vpc.line());
    }

    /** Returns whether a namespace is a private zone of the VPC. */
    public Check privateZone(DeployedNamespace namespace, String vpc) {
        if (!namespace.inTemplate()) {
            String finding = "the VPCs associated with " + namespace.id() + " are not part of this template";
            return Check.unknown("namespace", finding, namespace.line());
        }
        return namespace.vpc().equals(vpc)
                ? new Check(
                        "namespace",
                        Tristate.YES,
                        namespace.domain() + " is a private zone of " + vpc,
                        namespace.id(),
                        namespace.line())
                : Check.no("namespace", namespace.domain() + " is not a private zone of " + vpc, namespace.line());
    }
}
