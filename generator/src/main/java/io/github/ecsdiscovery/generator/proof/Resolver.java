package io.github.ecsdiscovery.generator.proof;

import java.util.List;
import java.util.Optional;

/** Whether the resolver of a VPC answers for private zones. */
final class Resolver {
    private final Template template;

    Resolver(Template template) {
        this.template = template;
    }

    /** The flags without which names of a private zone do not resolve. */
    List<Hop> flags(Member member) {
        String id = member.vpc();
        Optional<Resource> found = template.find(id, "AWS::EC2::VPC");
        if (found.isEmpty()) {
            String says = "whether " + (id.isEmpty() ? "the VPC" : id) + " answers DNS is not part of this template";
            return List.of(Hop.unknown("resolver", says, member.line()));
        }
        Resource vpc = found.get();
        boolean support = !template.text(vpc.at("EnableDnsSupport")).equals("false");
        boolean names = template.text(vpc.at("EnableDnsHostnames")).equals("true");
        if (!support) {
            return List.of(Hop.no("resolver", id + " has EnableDnsSupport off: it answers no DNS", vpc.line()));
        }
        return List.of(
                names
                        ? Hop.yes("resolver", id + " answers DNS, and for private zones", vpc)
                        : Hop.no(
                                "resolver", id + " has EnableDnsHostnames off: it knows no private zones", vpc.line()));
    }

    /** Whether a namespace is a private zone of the VPC. */
    Hop zone(Namespace namespace, String vpc) {
        if (!namespace.own()) {
            String says = "whether " + namespace.id() + " is a zone of the VPC is not part of this template";
            return Hop.unknown("namespace", says, namespace.line());
        }
        boolean attached = namespace.vpc().equals(vpc);
        String says = namespace.domain() + (attached ? " is a private zone of " : " is not a zone of ") + vpc;
        return new Hop("namespace", attached ? Answer.YES : Answer.NO, says, namespace.id(), namespace.line());
    }
}
