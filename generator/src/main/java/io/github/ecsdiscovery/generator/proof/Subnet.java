package io.github.ecsdiscovery.generator.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subnet that something stands in.
 *
 * @param id its logical id, or {@code subnet-…} of one that is there already
 * @param vpc the VPC that it is in; empty where the template does not tell
 * @param range its addresses, or null where the template does not tell
 * @param own whether it is a resource of this template
 */
record Subnet(String id, String vpc, @Nullable Cidr range, boolean own) {
    static Subnet of(Template template, String id) {
        Optional<Resource> resource = template.find(id, "AWS::EC2::Subnet");
        return resource.map(one -> new Subnet(
                        id,
                        template.id(one.at("VpcId"), "Ref", "VpcId"),
                        Cidr.of(template.text(one.at("CidrBlock"))).orElse(null),
                        true))
                .orElseGet(() -> new Subnet(id, "", null, false));
    }
}
