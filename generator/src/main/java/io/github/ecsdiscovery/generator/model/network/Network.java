package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * Where the services run.
 *
 * <pre>
 * network:
 *   cidr: 10.0.0.0/16
 *   zones: 2
 *   placement: private
 *   nat: perZone
 *   endpoints: gateway
 *   flowLogs: true
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

        @Key(
                value =
                        "How tasks in private subnets reach the internet: not at all, by one gateway, by one in each zone, or by one that AWS spreads over the zones",
                byDefault = "`single` where tasks run in private subnets")
        @Nullable
        Nat nat,

        @Key(
                "The VPC's endpoints: none, S3's gateway, all that the config needs, which private subnets without NAT must have, or a list of services, such as `[all, sqs]`")
        Endpoints endpoints,

        @Key("Whether what comes and goes in the VPC is written to a log group")
        boolean flowLogs,

        @Key("A security group for each service, or one that all share")
        SecurityGroups securityGroups,

        @Key("An existing VPC, with its own routes; excludes `cidr`, `zones`, `nat`, `endpoints` and `flowLogs`")
        @Nullable
        Vpc vpc) {
    /** The way to the internet that the stack makes for private subnets of its own; none where tasks run in public ones. */
    public Nat outward() {
        if (placement == Placement.PUBLIC) {
            return Nat.NONE;
        }
        return nat == null ? Nat.SINGLE : nat;
    }

    /** Whether tasks in a VPC that the stack makes reach nothing outside of it but by endpoints. */
    public boolean isShut() {
        return vpc == null && placement == Placement.PRIVATE && outward() == Nat.NONE;
    }
}
