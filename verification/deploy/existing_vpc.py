"""What the example `existing-vpc` moves in with, made with the AWS CLI as its owners would have made it."""

from __future__ import annotations

from account import Account
from aws import Aws


class ExistingVpc:
    """A VPC with two public and two private subnets, a load balancer's and a database's group, namespace and cluster.

    `settings` put the ids that AWS gave into the place of those that the example made up.
    """

    def __init__(self, aws: Aws):
        self.aws = aws
        self.before = Account(aws).ids
        self.vpc = self._make("ec2 create-vpc --cidr-block 10.20.0.0/16 --query Vpc.VpcId")
        # For a namespace; the other attribute that it needs is on from the beginning.
        aws.line(f"aws ec2 modify-vpc-attribute --vpc-id {self.vpc} --enable-dns-hostnames")
        # Two by two in two zones, without which no load balancer can be; unasked, any zone may be that of all.
        zones = aws.ask("ec2", "describe-availability-zones")["AvailabilityZones"]
        subnet = f"ec2 create-subnet --vpc-id {self.vpc} --query Subnet.SubnetId"
        self.subnets = [
            self._make(f"{subnet} --cidr-block 10.20.{third}.0/24 --availability-zone {zones[third % 2]['ZoneName']}")
            for third in (0, 1, 16, 17)
        ]
        group = f"ec2 create-security-group --vpc-id {self.vpc} --query GroupId"
        self.groups = [
            self._make(f"{group} --group-name {name} --description {name}") for name in ("balancer", "database")
        ]
        aws.line(f"aws servicediscovery create-private-dns-namespace --name corp.internal --vpc {self.vpc}")
        namespaces = aws.ask("servicediscovery", "list-namespaces")["Namespaces"]
        self.namespace = next(space["Id"] for space in namespaces if space["Name"] == "corp.internal")
        # A service's capacity comes from providers that the cluster has, and a cluster has none that it is not given.
        aws.line("aws ecs create-cluster --cluster-name corp --capacity-providers FARGATE --query cluster.clusterName")

    def _make(self, command):
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

    def delete(self):
        self.aws.ask("ecs", "delete-cluster", "--cluster", "corp")
        self.aws.ask("servicediscovery", "delete-namespace", "--id", self.namespace)
        for group in self.groups:
            self.aws.ask("ec2", "delete-security-group", "--group-id", group)
        for subnet in self.subnets:
            self.aws.ask("ec2", "delete-subnet", "--subnet-id", subnet)
        self.aws.ask("ec2", "delete-vpc", "--vpc-id", self.vpc)
        assert Account(self.aws).ids == self.before
