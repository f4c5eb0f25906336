"""The content of one AWS Region of the account, read through the AWS CLI."""

from __future__ import annotations

from functools import cache, cached_property

from aws import Aws

# The bucket for templates that are too large for a direct upload. Users create it themselves, and no stack deletes it.
TEMPLATES = "ecs-discovery-templates"

# All kinds of EC2 resources that a stack can create, each with the key of its id.
EC2_IDS = [
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
]


def is_main(table):
    """Returns whether this is the main route table, which AWS creates with every VPC."""
    return any(association["Main"] for association in table.get("Associations", []))


def tags(entries):
    """Returns tags as a dictionary, without those of CloudFormation. AWS services return tags in several formats."""
    if not isinstance(entries, dict):
        entries = {e.get("Key", e.get("key")): e.get("Value", e.get("value")) for e in entries or []}
    return {key: value for key, value in entries.items() if not key.startswith("aws:")}


class Account:
    """A snapshot of one Region. Every command runs once, so the snapshot does not show later changes."""

    def __init__(self, aws: Aws):
        self.aws = aws
        self.ask = cache(aws.ask)

    def of(self, *words):
        """Returns the list in the output of a `list-…` or `describe-…` command."""
        answer = self.ask(*words)
        return next((value for value in answer.values() if isinstance(value, list)), [])

    # ---- All ids ----

    @cached_property
    def ids(self):
        """The ids of all resources, each with its kind. Deleted resources are left out, although AWS lists some."""
        found: dict[str, str] = {}
        for kind, key in EC2_IDS:
            # AWS lists deleted endpoints and NAT gateways for a while.
            found |= {e[key]: kind for e in self.of("ec2", f"describe-{kind}") if e.get("State") != "deleted"}
        found |= {space["Id"]: "namespaces" for space in self.namespaces}
        found |= {name["Id"]: "Cloud Map services" for name in self.of("servicediscovery", "list-services")}
        found |= {zone["Id"]: "hosted zones" for zone in self.of("route53", "list-hosted-zones")}
        found |= dict.fromkeys(self.clusters, "clusters")
        # ECS keeps INACTIVE task definitions. They cost nothing.
        found |= dict.fromkeys(self.of("ecs", "list-task-definitions", "--status", "ACTIVE"), "task definitions")
        for cluster in self.clusters:
            found |= dict.fromkeys(self.of("ecs", "list-services", "--cluster", cluster), "services")
        found |= {role["Arn"]: "roles" for role in self.of("iam", "list-roles")}
        found |= {policy["Arn"]: "policies" for policy in self.of("iam", "list-policies", "--scope", "Local")}
        found |= {group["logGroupName"]: "log groups" for group in self.of("logs", "describe-log-groups")}
        found |= {key["KeyId"]: "keys" for key in self.of("kms", "list-keys")}
        found |= {entry["repositoryArn"]: "repositories" for entry in self.of("ecr", "describe-repositories")}
        found |= {entry["LoadBalancerArn"]: "load balancers" for entry in self.of("elbv2", "describe-load-balancers")}
        found |= {entry["TargetGroupArn"]: "target groups" for entry in self.of("elbv2", "describe-target-groups")}
        found |= {entry["CertificateArn"]: "certificates" for entry in self.of("acm", "list-certificates")}
        found |= {target["ResourceId"]: "scalable targets" for target in self.scalable_targets}
        found |= {alarm["AlarmArn"]: "alarms" for alarm in self.of("cloudwatch", "describe-alarms")}
        found |= {f"bucket {bucket['Name']}": "buckets" for bucket in self.buckets}
        found |= {f"record {zone} {record['Name']}": "records" for zone, record in self.alias_records}
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
    def alias_records(self):
        """All alias records of public hosted zones, as pairs of the zone's id and the record."""
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
        """The ARNs of active clusters. AWS lists deleted clusters as INACTIVE for a while."""
        arns = self.of("ecs", "list-clusters")
        described = self.of("ecs", "describe-clusters", "--clusters", *arns) if arns else []
        return [cluster["clusterArn"] for cluster in described if cluster["status"] == "ACTIVE"]
