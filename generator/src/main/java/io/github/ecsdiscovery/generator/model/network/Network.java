package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Key;
import org.jspecify.annotations.Nullable;

/**
 * The VPC and the subnets that services run in.
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
        @Key(
                value = "The CIDR of the VPC, /16 to /20; changing it replaces every resource in the VPC",
                example = "cidr: 10.20.0.0/16")
        Cidr cidr,

        @Key(
                value = "How many availability zones to use, 1 to 6, or a map from position to zone id",
                example = "zones: {1: apne1-az4, 2: apne1-az1}")
        Zones zones,

        @Key(
                value = "The subnets that tasks run in; `public` assigns each task a public IP address",
                example = "placement: private")
        Placement placement,

        @Key(
                value =
                        "The NAT gateways for private subnets: `none`, one (`single`), one in each zone (`perZone`), or one that AWS spreads over the zones (`regional`)",
                example = "nat: perZone",
                byDefault = "`single` if `placement` is `private`")
        @Nullable
        Nat nat,

        @Key(
                value =
                        "The VPC endpoints: `none`, only S3's `gateway`, `all` that the config needs (required in private subnets without NAT), or a list of AWS services",
                example = "endpoints: [all, sqs]")
        Endpoints endpoints,

        @Key(value = "Whether to write VPC flow logs to a CloudWatch log group", example = "flowLogs: true")
        boolean flowLogs,

        @Key(
                value = "Whether each service has its own security group or all services share one",
                example = "securityGroups: shared")
        SecurityGroups securityGroups,

        @Key(
                value =
                        "An existing VPC, which has its own routes; excludes `cidr`, `zones`, `nat`, `endpoints` and `flowLogs`",
                example =
                        "vpc: {id: vpc-0123456789abcdef0, cidr: 10.20.0.0/16, subnets: {private: [subnet-0123456789abcdef0, subnet-0fedcba9876543210]}}")
        @Nullable
        Vpc vpc) {
    /** Returns the NAT gateways that the stack creates; {@code NONE} if tasks run in public subnets. */
    public Nat effectiveNat() {
        if (placement == Placement.PUBLIC) {
            return Nat.NONE;
        }
        return nat == null ? Nat.SINGLE : nat;
    }

    /** Returns whether tasks can leave the stack's own VPC only through VPC endpoints. */
    public boolean isIsolated() {
        return vpc == null && placement == Placement.PRIVATE && effectiveNat() == Nat.NONE;
    }
}
