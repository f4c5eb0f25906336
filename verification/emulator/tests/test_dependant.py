"""What others need is not deleted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.parts import TRUST, VPC, get, ref, resource, security_group, service, system, template

GATEWAY = {
    "Gateway": resource("EC2::InternetGateway"),
    "Attachment": resource("EC2::VPCGatewayAttachment", {"VpcId": ref("Vpc"), "InternetGatewayId": ref("Gateway")}),
}


def _code(caught: pytest.ExceptionInfo[ClientError]) -> str:
    code: str = caught.value.response["Error"]["Code"]
    return code


def _refused(call: Any, **parameters: Any) -> str:
    with pytest.raises(ClientError) as caught:
        call(**parameters)
    return _code(caught)


def test_a_vpc_with_a_subnet_a_group_or_a_gateway(cloud: Cloud, name: str) -> None:
    parts: list[dict[str, Any]] = [
        {"Subnet": resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24"})},
        {"Group": security_group()},
        {"Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")})},
        GATEWAY,
    ]
    for number, part in enumerate(parts):
        cloud.create(f"{name}-{number}", template({"Vpc": VPC, **part}))
        vpc = cloud.physical_ids(f"{name}-{number}")["Vpc"]
        assert _refused(cloud.ec2.delete_vpc, VpcId=vpc) == "DependencyViolation", part
        assert cloud.delete(f"{name}-{number}") == "DELETE_COMPLETE"


def test_a_vpc_in_which_somebody_else_made_something(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    vpc = cloud.physical_ids(name)["Vpc"]
    subnet = cloud.ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.9.0/24")["Subnet"]["SubnetId"]
    assert cloud.delete(name) == "DELETE_FAILED"
    assert f"The vpc '{vpc}' has dependencies and cannot be deleted." in cloud.reasons(name)["Vpc"]
    cloud.ec2.delete_subnet(SubnetId=subnet)
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_a_subnet_or_a_group_in_which_tasks_run(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    made = cloud.physical_ids(name)
    assert _refused(cloud.ec2.delete_subnet, SubnetId=made["Subnet"]) == "DependencyViolation"
    assert _refused(cloud.ec2.delete_security_group, GroupId=made["Group"]) == "DependencyViolation"


def test_a_group_that_a_rule_of_another_names(cloud: Cloud, name: str) -> None:
    rule = {"GroupId": get("Other", "GroupId"), "IpProtocol": "-1", "SourceSecurityGroupId": get("Group", "GroupId")}
    rules = {"Other": security_group(), "Rule": resource("EC2::SecurityGroupIngress", rule)}
    cloud.create(name, template({"Vpc": VPC, "Group": security_group(), **rules}))
    group = cloud.physical_ids(name)["Group"]
    with pytest.raises(ClientError, match=f"resource {group} has a dependent object"):
        cloud.ec2.delete_security_group(GroupId=group)


def test_a_gateway_that_is_attached_or_that_public_tasks_use(cloud: Cloud, name: str) -> None:
    network = {"Subnets": [ref("Subnet")], "SecurityGroups": [get("Group", "GroupId")], "AssignPublicIp": "ENABLED"}
    public = service("web", NetworkConfiguration={"AwsvpcConfiguration": network})
    public["DependsOn"] = "Attachment"
    cloud.create(name, template(system(name, Service=public, **GATEWAY)))
    made = cloud.physical_ids(name)
    gateway = {"InternetGatewayId": made["Gateway"]}
    assert _refused(cloud.ec2.delete_internet_gateway, **gateway) == "DependencyViolation"
    with pytest.raises(ClientError, match="has some mapped public address"):
        cloud.ec2.detach_internet_gateway(VpcId=made["Vpc"], **gateway)
    assert cloud.delete(name) == "DELETE_COMPLETE", "the service goes first"


def test_tasks_that_do_not_wait_for_their_gateway_hold_it_up(cloud: Cloud, name: str) -> None:
    """The fault of item 74 of what AWS refuses: nothing says that the service needs the gateway."""
    network = {"Subnets": [ref("Subnet")], "SecurityGroups": [get("Group", "GroupId")], "AssignPublicIp": "ENABLED"}
    public = service("web", NetworkConfiguration={"AwsvpcConfiguration": network})
    cloud.create(name, template(system(name, Service=public, **GATEWAY)))
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "has some mapped public address" in cloud.reasons(name)["Attachment"]


def test_a_route_table_with_associations(cloud: Cloud, name: str) -> None:
    association = {"SubnetId": ref("Subnet"), "RouteTableId": ref("Table")}
    made = {
        "Vpc": VPC,
        "Subnet": resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24"}),
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Association": resource("EC2::SubnetRouteTableAssociation", association),
    }
    cloud.create(name, template(made))
    table = cloud.physical_ids(name)["Table"]
    assert _refused(cloud.ec2.delete_route_table, RouteTableId=table) == "DependencyViolation"


def test_a_cluster_with_services(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    with pytest.raises(cloud.ecs.exceptions.ClusterContainsServicesException):
        cloud.ecs.delete_cluster(cluster=name)


def test_a_route_to_a_gateway_that_is_not_attached(cloud: Cloud, name: str) -> None:
    route = {"RouteTableId": ref("Table"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": ref("Gateway")}
    made = {
        "Vpc": VPC,
        "Gateway": GATEWAY["Gateway"],
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Route": resource("EC2::Route", route),
    }
    assert cloud.create(name, template(made)) == "ROLLBACK_COMPLETE"
    assert "belong to different networks" in cloud.reasons(name)["Route"]
    made["Route"]["DependsOn"] = "Attachment"
    assert cloud.create(f"{name}-2", template({**made, **GATEWAY})) == "CREATE_COMPLETE"


def test_a_role_that_holds_a_foreign_policy(cloud: Cloud, name: str) -> None:
    policy = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}],
    }
    cloud.create(name, template({"Role": resource("IAM::Role", {"AssumeRolePolicyDocument": TRUST})}))
    role = cloud.physical_ids(name)["Role"]
    cloud.iam.put_role_policy(RoleName=role, PolicyName="foreign", PolicyDocument=json.dumps(policy))
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "Cannot delete entity, must delete policies first" in cloud.reasons(name)["Role"]
