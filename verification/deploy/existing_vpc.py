"""Creates the resources that the example `existing-vpc` uses, through the AWS CLI."""

from __future__ import annotations

from account import Account
from aws import Aws


class ExistingVpc:
    """A VPC with two public and two private subnets, two security groups, a namespace and a cluster.

    `settings` replace the ids in the example with the ids of these resources. `placeholders` replace them in goldens.
    """

    cluster = "corp"

    def __init__(self, aws: Aws):
        self.aws = aws
        self.before = Account(aws).ids
        self.vpc = self._create("ec2 create-vpc --cidr-block 10.20.0.0/16 --query Vpc.VpcId")
        # A namespace needs DNS host names and DNS support. New VPCs have the latter.
        aws.line(f"aws ec2 modify-vpc-attribute --vpc-id {self.vpc} --enable-dns-hostnames")
        # A load balancer needs subnets in two zones. Without a zone, AWS may create all subnets in the same one.
        zones = aws.ask("ec2", "describe-availability-zones")["AvailabilityZones"]
        subnet = f"ec2 create-subnet --vpc-id {self.vpc} --query Subnet.SubnetId"
        self.subnets = [
            self._create(f"{subnet} --cidr-block 10.20.{third}.0/24 --availability-zone {zones[third % 2]['ZoneName']}")
            for third in (0, 1, 16, 17)
        ]
        group = f"ec2 create-security-group --vpc-id {self.vpc} --query GroupId"
        self.groups = [
            self._create(f"{group} --group-name {name} --description {name}") for name in ("balancer", "database")
        ]
        aws.line(f"aws servicediscovery create-private-dns-namespace --name corp.internal --vpc {self.vpc}")
        namespaces = aws.ask("servicediscovery", "list-namespaces")["Namespaces"]
        self.namespace = next(space["Id"] for space in namespaces if space["Name"] == "corp.internal")
        # Services can only use the capacity providers of their cluster, and new clusters have none by default.
        create = f"aws ecs create-cluster --cluster-name {self.cluster} --capacity-providers FARGATE"
        aws.line(f"{create} --query cluster.clusterName")

    def _create(self, command):
        return self.aws.line(f"aws {command} --output text")

    @property
    def settings(self):
        public, private = self.subnets[:2], self.subnets[2:]
        balancer, database = self.groups
        return [
            f"network.vpc.id={self.vpc}",
            f"network.vpc.subnets.public=[{', '.join(public)}]",
            f"network.vpc.subnets.private=[{', '.join(private)}]",
            f"namespace.id={self.namespace}",
            f"services.invoices.ingress=[{balancer}]",
            f"services.ledger.egress=[{{to: 0.0.0.0/0, port: 443}}, {{to: {database}, port: 5432/tcp}}]",
        ]

    @property
    def placeholders(self):
        names = ["public subnet 1", "public subnet 2", "private subnet 1", "private subnet 2"]
        resources = {
            self.vpc: "VPC",
            self.namespace: "namespace",
            **dict(zip(self.subnets, names, strict=True)),
            **dict(zip(self.groups, ["load balancer group", "database group"], strict=True)),
        }
        return {identifier: f"<existing {name}>" for identifier, name in resources.items()}

    def delete(self):
        self.aws.ask("ecs", "delete-cluster", "--cluster", self.cluster)
        self.aws.ask("servicediscovery", "delete-namespace", "--id", self.namespace)
        for group in self.groups:
            self.aws.ask("ec2", "delete-security-group", "--group-id", group)
        for subnet in self.subnets:
            self.aws.ask("ec2", "delete-subnet", "--subnet-id", subnet)
        self.aws.ask("ec2", "delete-vpc", "--vpc-id", self.vpc)
        assert Account(self.aws).ids == self.before
