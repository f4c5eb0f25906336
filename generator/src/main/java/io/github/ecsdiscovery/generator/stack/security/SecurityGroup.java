package io.github.ecsdiscovery.generator.stack.security;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;

/**
 * A security group of the stack.
 *
 * @param description the same for all groups of a kind, because CloudFormation replaces a group when it changes
 * @param ingress inline rules; may be empty
 * @param egress inline rules; never empty, because a group without egress rules allows all outbound traffic
 */
public record SecurityGroup(
        String id, Value name, String description, List<SecurityGroupRule> ingress, List<SecurityGroupRule> egress) {
    public SecurityGroup {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
