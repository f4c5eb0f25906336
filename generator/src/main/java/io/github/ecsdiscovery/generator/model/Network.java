package io.github.ecsdiscovery.generator.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the services run.
 *
 * <pre>
 * network:
 *   cidr: 10.0.0.0/16
 *   zones: 2
 *   placement: public
 *   securityGroups: perService
 * </pre>
 */
public record Network(
        @Key("The VPC's network, /16 to /20; it never changes without replacing everything")
        Cidr cidr,

        @Key("How many availability zones, 1 to 6, or a map from position to zone id")
        Zones zones,

        @Key("The subnets that tasks run in; `public` gives each task a public address")
        Placement placement,

        @Key("A security group for each service, or one that all share")
        SecurityGroups securityGroups,

        @Key("An existing VPC, with its own routes; excludes `cidr` and `zones`") @Nullable
        Vpc vpc) {}
