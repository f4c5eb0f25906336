package io.github.ecsdiscovery.generator.stack.security;

/**
 * An ingress rule of the shared security group, which is a resource of its own.
 *
 * @param self whether the source is the group itself; the rule has no source then
 */
public record SharedIngress(String id, boolean self, SecurityGroupRule rule) {}
