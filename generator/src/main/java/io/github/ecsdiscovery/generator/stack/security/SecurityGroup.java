package io.github.ecsdiscovery.generator.stack.security;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;

/**
 * A security group of the stack.
 *
 * @param description of the group; it replaces the group when it changes, so it is the same for all of a kind
 * @param ingress empty for none
 * @param egress never empty, since CloudFormation opens a group that has none
 */
public record SecurityGroup(
        String id, Value name, String description, List<SecurityGroupRule> ingress, List<SecurityGroupRule> egress) {
    public SecurityGroup {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
