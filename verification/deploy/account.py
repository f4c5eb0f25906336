"""What exists in one Region of the account, asked of each service through the AWS CLI."""

from __future__ import annotations

from functools import cache, cached_property

from aws import Aws

# The user's own bucket, by way of which large templates are deployed; it outlives them.
TEMPLATES = "ecs-discovery-templates"


def is_main(table):
    """Whether it is the route table that AWS makes with every VPC."""
    return any(place["Main"] for place in table.get("Associations", []))


def tags(entries):
    """Tags in the form in which each service gives them, without those that are CloudFormation's own."""
    if not isinstance(entries, dict):
        entries = {e.get("Key", e.get("key")): e.get("Value", e.get("value")) for e in entries or []}
    return {key: value for key, value in entries.items() if not key.startswith("aws:")}


class Account:
    """One look at a Region: nothing is asked twice, so it does not notice what changes after it."""

    def __init__(self, aws: Aws):
        self.aws = aws
        self.ask = cache(aws.ask)

    def of(self, *words):
        """The list in the answer to a question that lists things."""
        answer = self.ask(*words)
        return next((value for value in answer.values() if isinstance(value, list)), [])

    # ---- Everything, by id ----

    @cached_property
    def ids(self):
        """The id of everything that exists, with what it is; what ECS keeps as a memory of the deleted is left out."""
        found: dict[str, str] = {}
        for kind, key in [
            ("vpcs", "VpcId"),
            ("subnets", "SubnetId"),
            ("internet-gateways", "InternetGatewayId"),
            ("route-tables", "RouteTableId"),
            ("security-groups", "GroupId"),
            ("network-interfaces", "NetworkInterfaceId"),
            ("addresses", "AllocationId"),
            ("vpc-endpoints", "VpcEndpointId"),
            ("nat-gateways", "NatGatewayId"),
            ("flow-logs", "FlowLogId"),
            ("dhcp-options", "DhcpOptionsId"),
        ]:
            # Deleted endpoints and NAT gateways are told of for a while, also on AWS.
            found |= {e[key]: kind for e in self.of("ec2", f"describe-{kind}") if e.get("State") != "deleted"}
        found |= {space["Id"]: "namespaces" for space in self.namespaces}
        found |= {name["Id"]: "names" for name in self.of("servicediscovery", "list-services")}
        found |= {zone["Id"]: "hosted zones" for zone in self.of("route53", "list-hosted-zones")}
        found |= dict.fromkeys(self.clusters, "clusters")
        # INACTIVE ones are kept by ECS, also on AWS, and cost nothing.
        found |= dict.fromkeys(self.of("ecs", "list-task-definitions", "--status", "ACTIVE"), "task definitions")
        for cluster in self.clusters:
            found |= dict.fromkeys(self.of("ecs", "list-services", "--cluster", cluster), "services")
        found |= {role["Arn"]: "roles" for role in self.of("iam", "list-roles")}
        found |= {policy["Arn"]: "policies" for policy in self.of("iam", "list-policies", "--scope", "Local")}
        found |= {group["logGroupName"]: "log groups" for group in self.of("logs", "describe-log-groups")}
        found |= {key["KeyId"]: "keys" for key in self.of("kms", "list-keys")}
        found |= {one["repositoryArn"]: "repositories" for one in self.of("ecr", "describe-repositories")}
        found |= {one["LoadBalancerArn"]: "load balancers" for one in self.of("elbv2", "describe-load-balancers")}
        found |= {one["TargetGroupArn"]: "target groups" for one in self.of("elbv2", "describe-target-groups")}
        found |= {one["CertificateArn"]: "certificates" for one in self.of("acm", "list-certificates")}
        found |= {one["ResourceId"]: "scalable targets" for one in self.scalable_targets}
        found |= {one["AlarmArn"]: "alarms" for one in self.of("cloudwatch", "describe-alarms")}
        found |= {f"bucket {one['Name']}": "buckets" for one in self.buckets}
        found |= {f"record {zone} {one['Name']}": "records" for zone, one in self.records}
        found |= {stack["StackId"]: "stacks" for stack in self.of("cloudformation", "describe-stacks")}
        found |= {f"export {entry['Name']}": "exports" for entry in self.of("cloudformation", "list-exports")}
        return found

    @cached_property
    def buckets(self):
        return [bucket for bucket in self.of("s3api", "list-buckets") if bucket["Name"] != TEMPLATES]

    @cached_property
    def scalable_targets(self):
        return self.of("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs")

    @cached_property
    def records(self):
        """Pairs of a public zone's id and a record in it that leads somewhere else in AWS."""
        zones = [zone["Id"] for zone in self.of("route53", "list-hosted-zones") if not zone["Config"]["PrivateZone"]]
        return [
            (zone, record)
            for zone in zones
            for record in self.of("route53", "list-resource-record-sets", "--hosted-zone-id", zone)
            if "AliasTarget" in record
        ]

    @cached_property
    def namespaces(self):
        return self.of("servicediscovery", "list-namespaces")

    @cached_property
    def clusters(self):
        """ARNs of the clusters that are more than a memory: a deleted one stays INACTIVE for a while, also on AWS."""
        arns = self.of("ecs", "list-clusters")
        described = self.of("ecs", "describe-clusters", "--clusters", *arns) if arns else []
        return [cluster["clusterArn"] for cluster in described if cluster["status"] == "ACTIVE"]
