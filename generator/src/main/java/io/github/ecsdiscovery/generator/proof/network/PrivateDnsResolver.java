package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.List;
import java.util.Optional;

/** Whether the resolver of a VPC answers for private zones. */
public final class PrivateDnsResolver {
    private final Template template;

    public PrivateDnsResolver(Template template) {
        this.template = template;
    }

    /** The flags without which names of a private zone do not resolve. */
    public List<Check> flags(NetworkMember member) {
        String id = member.vpc();
        Optional<TemplateResource> found = template.find(id, "AWS::EC2::VPC");
        if (found.isEmpty()) {
            String says = "whether " + (id.isEmpty() ? "the VPC" : id) + " answers DNS is not part of this template";
            return List.of(Check.unknown("resolver", says, member.line()));
        }
        TemplateResource vpc = found.get();
        boolean support = !template.text(vpc.at("EnableDnsSupport")).equals("false");
        boolean names = template.text(vpc.at("EnableDnsHostnames")).equals("true");
        if (!support) {
            return List.of(Check.no("resolver", id + " has EnableDnsSupport off: it answers no DNS", vpc.line()));
        }
        return List.of(
                names
                        ? Check.yes("resolver", id + " answers DNS, and for private zones", vpc)
                        : Check.no(
                                "resolver", id + " has EnableDnsHostnames off: it knows no private zones", vpc.line()));
    }

    /** Whether a namespace is a private zone of the VPC. */
    public Check zone(DeployedNamespace namespace, String vpc) {
        if (!namespace.own()) {
            String says = "whether " + namespace.id() + " is a zone of the VPC is not part of this template";
            return Check.unknown("namespace", says, namespace.line());
        }
        boolean attached = namespace.vpc().equals(vpc);
        String says = namespace.domain() + (attached ? " is a private zone of " : " is not a zone of ") + vpc;
        return new Check("namespace", attached ? Tristate.YES : Tristate.NO, says, namespace.id(), namespace.line());
    }
}
