package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;

/**
 * An existing VPC, with its own routes.
 *
 * <pre>
 * vpc:
 *   id: vpc-0123456789abcdef0
 *   cidr: 10.20.0.0/16
 *   subnets: {private: [subnet-0123456789abcdef0, subnet-0fedcba9876543210]}
 * </pre>
 */
public record Vpc(
        @Key(value = "Its id", format = Format.VPC_ID, required = true)
        String id,

        @Key(value = "Its network", required = true) Cidr cidr,
        @Key(value = "Its subnets", required = true) Subnets subnets) {}
