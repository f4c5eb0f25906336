package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Key;

/**
 * A destination outside the config that a service may connect to.
 *
 * <pre>
 * egress:
 *   - {to: 0.0.0.0/0, port: 443}
 *   - {to: sg-0123456789abcdef0, port: 5432/tcp}
 * </pre>
 */
public record Egress(
        @Key(
                value = "The destination: a CIDR, a security group `sg-…` or a prefix list `pl-…`",
                example = "to: sg-0123456789abcdef0",
                required = true)
        Source to,

        @Key(
                value = "The destination port and its protocol, `http` if omitted",
                example = "port: 5432/tcp",
                required = true)
        Port port) {}
