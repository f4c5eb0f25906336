package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;

/**
 * An existing VPC, which has its own routes.
 *
 * <pre>
 * vpc:
 *   id: vpc-0123456789abcdef0
 *   cidr: 10.20.0.0/16
 *   subnets: {private: [subnet-0123456789abcdef0, subnet-0fedcba9876543210]}
 * </pre>
 */
public record Vpc(
        @Key(
                value = "The id of the VPC",
                example = "id: vpc-0123456789abcdef0",
                format = Format.VPC_ID,
                required = true)
        String id,

        @Key(value = "The CIDR of the VPC", example = "cidr: 10.20.0.0/16", required = true)
        Cidr cidr,

        @Key(
                value = "The subnets to use",
                example = "subnets: {private: [subnet-0123456789abcdef0, subnet-0fedcba9876543210]}",
                required = true)
        Subnets subnets) {}
