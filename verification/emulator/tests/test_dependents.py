"""Tests that resources in use cannot be deleted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import TRUST, VPC, get, ref, resource, security_group, service, system, template

GATEWAY = {
    "Gateway": resource("EC2::InternetGateway"),
    "Attachment": resource("EC2::VPCGatewayAttachment", {"VpcId": ref("Vpc"), "InternetGatewayId": ref("Gateway")}),
}


def _code(caught: pytest.ExceptionInfo[ClientError]) -> str:
    code: str = caught.value.response["Error"]["Code"]
    return code


def _error_code(call: Any, **parameters: Any) -> str:
    with pytest.raises(ClientError) as caught:
        call(**parameters)
    return _code(caught)


def test_keeps_vpc_with_subnet_group_or_gateway(cloud: Cloud, name: str) -> None:
    parts: list[dict[str, Any]] = [
        {"Subnet": resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24"})},
        {"Group": security_group()},
        {"Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")})},
        GATEWAY,
    ]
    for number, part in enumerate(parts):
        cloud.create(f"{name}-{number}", template({"Vpc": VPC, **part}))
        vpc = cloud.physical_ids(f"{name}-{number}")["Vpc"]
        assert _error_code(cloud.ec2.delete_vpc, VpcId=vpc) == "DependencyViolation", part
        assert cloud.delete(f"{name}-{number}") == "DELETE_COMPLETE"


def test_keeps_vpc_with_resources_of_others(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    vpc = cloud.physical_ids(name)["Vpc"]
    subnet = cloud.ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.9.0/24")["Subnet"]["SubnetId"]
    assert cloud.delete(name) == "DELETE_FAILED"
    assert f"The vpc '{vpc}' has dependencies and cannot be deleted." in cloud.reasons(name)["Vpc"]
    cloud.ec2.delete_subnet(SubnetId=subnet)
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_keeps_subnet_and_group_of_tasks(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    ids = cloud.physical_ids(name)
    assert _error_code(cloud.ec2.delete_subnet, SubnetId=ids["Subnet"]) == "DependencyViolation"
    assert _error_code(cloud.ec2.delete_security_group, GroupId=ids["Group"]) == "DependencyViolation"


def test_keeps_group_that_another_rule_refers_to(cloud: Cloud, name: str) -> None:
    rule = {"GroupId": get("Other", "GroupId"), "IpProtocol": "-1", "SourceSecurityGroupId": get("Group", "GroupId")}
    rules = {"Other": security_group(), "Rule": resource("EC2::SecurityGroupIngress", rule)}
    cloud.create(name, template({"Vpc": VPC, "Group": security_group(), **rules}))
    group = cloud.physical_ids(name)["Group"]
    with pytest.raises(ClientError, match=f"resource {group} has a dependent object"):
        cloud.ec2.delete_security_group(GroupId=group)


def test_keeps_attached_gateway_and_gateway_of_public_tasks(cloud: Cloud, name: str) -> None:
    network = {"Subnets": [ref("Subnet")], "SecurityGroups": [get("Group", "GroupId")], "AssignPublicIp": "ENABLED"}
    public = service("web", NetworkConfiguration={"AwsvpcConfiguration": network})
    public["DependsOn"] = "Attachment"
    cloud.create(name, template(system(name, Service=public, **GATEWAY)))
    ids = cloud.physical_ids(name)
    gateway = {"InternetGatewayId": ids["Gateway"]}
    assert _error_code(cloud.ec2.delete_internet_gateway, **gateway) == "DependencyViolation"
    with pytest.raises(ClientError, match="has some mapped public address"):
        cloud.ec2.detach_internet_gateway(VpcId=ids["Vpc"], **gateway)
    assert cloud.delete(name) == "DELETE_COMPLETE", "the service is deleted first"


def test_deletion_fails_if_service_does_not_depend_on_gateway(cloud: Cloud, name: str) -> None:
    """Shows why a service depends on the gateway: without ``DependsOn``, the gateway is deleted first."""
    network = {"Subnets": [ref("Subnet")], "SecurityGroups": [get("Group", "GroupId")], "AssignPublicIp": "ENABLED"}
    public = service("web", NetworkConfiguration={"AwsvpcConfiguration": network})
    cloud.create(name, template(system(name, Service=public, **GATEWAY)))
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "has some mapped public address" in cloud.reasons(name)["Attachment"]


def test_keeps_associated_route_table(cloud: Cloud, name: str) -> None:
    association = {"SubnetId": ref("Subnet"), "RouteTableId": ref("Table")}
    resources = {
        "Vpc": VPC,
        "Subnet": resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24"}),
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Association": resource("EC2::SubnetRouteTableAssociation", association),
    }
    cloud.create(name, template(resources))
    table = cloud.physical_ids(name)["Table"]
    assert _error_code(cloud.ec2.delete_route_table, RouteTableId=table) == "DependencyViolation"


def test_keeps_cluster_with_services(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    with pytest.raises(cloud.ecs.exceptions.ClusterContainsServicesException):
        cloud.ecs.delete_cluster(cluster=name)


def test_rejects_route_to_detached_gateway(cloud: Cloud, name: str) -> None:
    route = {"RouteTableId": ref("Table"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": ref("Gateway")}
    resources = {
        "Vpc": VPC,
        "Gateway": GATEWAY["Gateway"],
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Route": resource("EC2::Route", route),
    }
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "belong to different networks" in cloud.reasons(name)["Route"]
    resources["Route"]["DependsOn"] = "Attachment"
    assert cloud.create(f"{name}-2", template({**resources, **GATEWAY})) == "CREATE_COMPLETE"


def test_keeps_role_with_policies_of_others(cloud: Cloud, name: str) -> None:
    policy = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}],
    }
    cloud.create(name, template({"Role": resource("IAM::Role", {"AssumeRolePolicyDocument": TRUST})}))
    role = cloud.physical_ids(name)["Role"]
    cloud.iam.put_role_policy(RoleName=role, PolicyName="foreign", PolicyDocument=json.dumps(policy))
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "Cannot delete entity, must delete policies first" in cloud.reasons(name)["Role"]
