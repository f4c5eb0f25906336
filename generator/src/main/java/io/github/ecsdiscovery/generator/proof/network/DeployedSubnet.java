package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subnet of a task, a load balancer, an endpoint or a NAT gateway.
 *
 * @param id the logical id, or {@code subnet-…} for a subnet outside the template
 * @param vpc the VPC of the subnet; empty if the template does not contain it
 * @param range the addresses of the subnet, or null if the template does not contain them
 * @param inTemplate whether the subnet is a resource of the template
 */
public record DeployedSubnet(
        String id, String vpc, @Nullable AddressRange range, boolean inTemplate) {
    static DeployedSubnet of(Template template, String id) {
        Optional<TemplateResource> resource = template.resource(id, "AWS::EC2::Subnet");
        String vpc = resource.map(subnet -> template.id(subnet.at("VpcId"), "Ref", "VpcId"))
                .orElse("");
        @Nullable
        AddressRange range = resource.flatMap(subnet -> AddressRange.parse(template.text(subnet.at("CidrBlock"))))
                .orElse(null);
        return new DeployedSubnet(id, vpc, range, resource.isPresent());
    }
}
