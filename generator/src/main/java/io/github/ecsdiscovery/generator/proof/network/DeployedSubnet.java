package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
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
public record DeployedSubnet(
        String id, String vpc, @Nullable AddressRange range, boolean own) {
    static DeployedSubnet of(Template template, String id) {
        Optional<TemplateResource> resource = template.find(id, "AWS::EC2::Subnet");
        return resource.map(one -> new DeployedSubnet(
                        id,
                        template.id(one.at("VpcId"), "Ref", "VpcId"),
                        AddressRange.of(template.text(one.at("CidrBlock"))).orElse(null),
                        true))
                .orElseGet(() -> new DeployedSubnet(id, "", null, false));
    }
}
