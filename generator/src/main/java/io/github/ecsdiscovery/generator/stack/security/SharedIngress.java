package io.github.ecsdiscovery.generator.stack.security;

/**
 * A rule of its own that lets somebody into the shared group.
 *
 * @param self whether that is the group itself; the rule names nobody then
 */
public record SharedIngress(String id, boolean self, SecurityGroupRule rule) {}
