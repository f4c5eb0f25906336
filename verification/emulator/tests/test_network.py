"""Tests requests about networks that EC2 rejects, and the attributes of networks."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import TRUST, VPC, ref, resource, template


def _subnet(block: str, **properties: Any) -> dict[str, Any]:
    return resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": block, **properties})


def test_updates_dns_attributes_of_vpc(cloud: Cloud, name: str) -> None:
    def attributes() -> tuple[bool, bool]:
        vpc = cloud.physical_ids(name)["Vpc"]
        support = cloud.ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableDnsSupport")["EnableDnsSupport"]
        names = cloud.ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableDnsHostnames")["EnableDnsHostnames"]
        return support["Value"], names["Value"]

    cloud.create(name, template({"Vpc": VPC}))
    assert attributes() == (True, False), "AWS's defaults"
    both = resource("EC2::VPC", {**VPC["Properties"], "EnableDnsSupport": True, "EnableDnsHostnames": True})
    assert cloud.update(name, template({"Vpc": both})) == "UPDATE_COMPLETE"
    assert attributes() == (True, True)
    assert cloud.update(name, template({"Vpc": VPC})) == "UPDATE_COMPLETE"
    assert attributes() == (True, False)


@pytest.mark.parametrize("block", ["10.0.0.0/15", "10.0.0.0/29", "10.0.0.1/16"])
def test_rejects_invalid_vpc_cidr(cloud: Cloud, name: str, block: str) -> None:
    assert cloud.create(name, template({"Vpc": resource("EC2::VPC", {"CidrBlock": block})})) == "ROLLBACK_COMPLETE"
    assert "HandlerErrorCode: InvalidRequest" in cloud.reasons(name)["Vpc"]


def test_rejects_overlapping_subnets(cloud: Cloud, name: str) -> None:
    resources = {"Vpc": VPC, "One": _subnet("10.0.0.0/23"), "Two": {**_subnet("10.0.1.0/24"), "DependsOn": "One"}}
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "conflicts with another subnet" in cloud.reasons(name)["Two"]


def test_rejects_subnet_outside_vpc(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template({"Vpc": VPC, "Subnet": _subnet("10.1.0.0/24")})) == "ROLLBACK_COMPLETE"
    assert "10.1.0.0/24" in cloud.reasons(name)["Subnet"]


def test_rejects_zone_of_another_region(cloud: Cloud, name: str) -> None:
    resources = {"Vpc": VPC, "Subnet": _subnet("10.0.1.0/24", AvailabilityZone="eu-west-1a")}
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "eu-west-1a" in cloud.reasons(name)["Subnet"]


def test_rejects_duplicate_route(cloud: Cloud, name: str) -> None:
    route = {"RouteTableId": ref("Table"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": ref("Gateway")}
    resources = {
        "Vpc": VPC,
        "Gateway": resource("EC2::InternetGateway"),
        "Attachment": resource("EC2::VPCGatewayAttachment", {"VpcId": ref("Vpc"), "InternetGatewayId": ref("Gateway")}),
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Route": resource("EC2::Route", route, DependsOn="Attachment"),
        "Twin": resource("EC2::Route", route, DependsOn="Route"),
    }
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "The route identified by 0.0.0.0/0 already exists." in cloud.reasons(name)["Twin"]
    assert cloud.physical_ids(name) == {}


def test_rejects_unknown_managed_policy(cloud: Cloud, name: str) -> None:
    arns = ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy", "arn:aws:iam::aws:policy/None"]
    role = resource("IAM::Role", {"AssumeRolePolicyDocument": TRUST, "ManagedPolicyArns": arns})
    assert cloud.create(name, template({"Role": role})) == "ROLLBACK_COMPLETE"
    assert "arn:aws:iam::aws:policy/None" in cloud.reasons(name)["Role"]
    assert cloud.physical_ids(name) == {}, "the partly created role is deleted"
    assert not [role for role in cloud.iam.list_roles()["Roles"] if role["RoleName"].startswith(f"{name}-")]
