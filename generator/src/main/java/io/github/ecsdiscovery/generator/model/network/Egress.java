package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Key;

/**
 * What outside the config a service may reach.
 *
 * <pre>
 * egress:
 *   - {to: 0.0.0.0/0, port: 443}
 *   - {to: sg-0123456789abcdef0, port: 5432/tcp}
 * </pre>
 */
public record Egress(
        @Key(value = "A network, a security group `sg-…` or a prefix list `pl-…`", required = true)
        Source to,

        @Key(value = "The port and what is spoken there", required = true)
        Port port) {}
