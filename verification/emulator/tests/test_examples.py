"""Deploys the templates of the examples: creation, an update without changes, and deletion."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError
from moto.acm.models import CertBundle

from emulator.tests.cloud import IAM, Cloud
from emulator.tests.conftest import VERIFICATION

# Omits templates that import from other stacks, and repositories, which are retained. The tests in `deploy` have them.
TEMPLATES = sorted(
    path
    for path in VERIFICATION.with_name("examples").glob("*/template*.yaml")
    if path.stem != "template-repositories" and "!ImportValue" not in path.read_text(encoding="utf-8")
)


def _id(path: Path) -> str:
    return f"{path.parent.name}{path.stem.removeprefix('template').replace('.', '-')}"


@pytest.fixture
def empty_region(cloud: Cloud, name: str) -> Cloud:
    """Returns a Region without any other resources."""
    regions = [
        "eu-central-1",
        "eu-north-1",
        "us-east-1",
        "us-east-2",
        "us-west-2",
        "ca-central-1",
        "ap-south-1",
        "sa-east-1",
    ]
    return cloud.in_region(regions[int(name.split("-")[1]) % len(regions)])


def _body(cloud: Cloud, path: Path, name: str) -> str:
    """Returns the template, after creating the existing resources that it refers to."""
    body = _names(cloud, path.read_text(encoding="utf-8"), name)
    _secrets(cloud, body)
    vpc = re.search(r"VpcId: (vpc-\w+)", body)
    if vpc is None:
        return body
    vpc_id = cloud.ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    body = body.replace(vpc[1], vpc_id)
    zones = [zone["ZoneName"] for zone in cloud.ec2.describe_availability_zones()["AvailabilityZones"]]
    for number, subnet in enumerate(sorted(set(re.findall(r"subnet-\w+", body)))):
        zone = zones[number % 2]
        given = cloud.ec2.create_subnet(VpcId=vpc_id, CidrBlock=f"10.9.{number}.0/24", AvailabilityZone=zone)
        body = body.replace(subnet, given["Subnet"]["SubnetId"])
    for number, group in enumerate(sorted(set(re.findall(r"sg-[0-9a-f]{17}", body)))):
        given = cloud.ec2.create_security_group(GroupName=f"{name}-{number}", Description="There before", VpcId=vpc_id)
        body = body.replace(group, given["GroupId"])
    cloud.ecs.create_cluster(clusterName="corp", capacityProviders=["FARGATE", "FARGATE_SPOT"])
    answer = cloud.servicediscovery.create_private_dns_namespace(Name="corp.internal", Vpc=vpc_id)
    operation = cloud.servicediscovery.get_operation(OperationId=answer["OperationId"])["Operation"]
    return re.sub(r"\bns-\w+", operation["Targets"]["NAMESPACE"], body)


def _names(cloud: Cloud, body: str, name: str) -> str:
    """Returns the template with an existing hosted zone and an existing certificate."""
    zone = re.search(r"HostedZoneId: (Z\w+)", body)
    if zone is not None:
        zone_id = cloud.route53.create_hosted_zone(Name="example.com", CallerReference=name)["HostedZone"]["Id"]
        body = body.replace(zone[1], zone_id.rpartition("/")[2])
    certificate = re.search(r"arn:aws:acm:[\w:/-]+", body)
    if certificate is not None:
        bundle = CertBundle.generate_cert("shop.example.com", account_id="123456789012", region=cloud.region)
        arn = cloud.acm.import_certificate(Certificate=bundle.cert, PrivateKey=bundle.key)["CertificateArn"]
        body = body.replace(certificate[0], arn)
    return body


def _secrets(cloud: Cloud, body: str) -> None:
    """Creates the secrets and parameters that tasks need."""
    for secret in set(re.findall(r"ValueFrom: .*:secret:([\w/-]+)", body)):
        keys = re.findall(rf"ValueFrom: .*:secret:{secret}:(\w+)::", body)
        cloud.secretsmanager.create_secret(Name=secret, SecretString=json.dumps(dict.fromkeys(keys, "hidden")))
    for parameter in set(re.findall(r"ValueFrom: .*:parameter(/[\w/-]+)", body)):
        cloud.ssm.put_parameter(Name=parameter, Type="SecureString", Value="hidden")


def _upload(cloud: Cloud, name: str, body: str) -> dict[str, str]:
    s3 = Cloud(cloud.address, "us-east-1").s3
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="template", Body=body.encode())
    return {"TemplateURL": f"{cloud.address}/{name}/template"}


def _left(cloud: Cloud, stack: str) -> dict[str, Any]:
    """Returns the remaining resources of a stack. EC2 lists deleted ones for a while, which do not count."""
    tagged = cloud.ec2.describe_tags(Filters=[{"Name": "key", "Values": ["application"]}])["Tags"]
    tagged = [tag["ResourceId"] for tag in tagged]
    gone = [
        *(
            endpoint["VpcEndpointId"]
            for endpoint in cloud.ec2.describe_vpc_endpoints()["VpcEndpoints"]
            if endpoint["State"] == "deleted"
        ),
        *(nat["NatGatewayId"] for nat in cloud.ec2.describe_nat_gateways()["NatGateways"] if nat["State"] == "deleted"),
    ]
    addresses = {address["AllocationId"] for address in cloud.ec2.describe_addresses()["Addresses"]}
    groups = cloud.logs.describe_log_groups(logGroupNamePrefix=f"/ecs/{stack}/")["logGroups"]
    roles = [role["RoleName"] for role in cloud.iam.list_roles()["Roles"] if role["RoleName"].startswith(f"{stack}-")]
    found = {
        "ec2": [
            resource
            for resource in tagged
            if resource not in gone and (resource in addresses or not resource.startswith("eipalloc-"))
        ],
        "logs": groups,
        "roles": roles,
        "clusters": [arn for arn in cloud.ecs.list_clusters()["clusterArns"] if arn.endswith(f"/{stack}")],
        "tasks": cloud.ecs.list_task_definitions()["taskDefinitionArns"],
        "discovery": cloud.servicediscovery.list_services()["Services"],
    }
    return {kind: things for kind, things in found.items() if things}


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_deploys_and_deletes_template(empty_region: Cloud, name: str, path: Path) -> None:
    body = _body(empty_region, path, name)
    where = _upload(empty_region, name, body)
    assert _left(empty_region, name) == {}
    empty_region.cloudformation.create_stack(StackName=name, Capabilities=IAM, **where)
    assert (empty_region.status(name), empty_region.reasons(name)) == ("CREATE_COMPLETE", {})
    assert _left(empty_region, name)
    with pytest.raises(ClientError, match="No updates are to be performed"):
        empty_region.cloudformation.update_stack(StackName=name, Capabilities=IAM, **where)
    unprotected = body.replace(
        "deletion_protection.enabled, Value: 'true'", "deletion_protection.enabled, Value: 'false'"
    )
    if unprotected != body:
        where = _upload(empty_region, f"{name}-unprotected", unprotected)
        empty_region.cloudformation.update_stack(StackName=name, Capabilities=IAM, **where)
        assert (empty_region.status(name), empty_region.reasons(name)) == ("UPDATE_COMPLETE", {})
    assert empty_region.delete(name) == "DELETE_COMPLETE"
    assert _left(empty_region, name) == {}


def test_deploys_environments_side_by_side(cloud: Cloud, name: str) -> None:
    paths = [path for path in TEMPLATES if path.parent.name == "shop"]
    assert len(paths) == 3
    stacks = [f"{name}-{number}" for number in range(len(paths))]
    for stack, path in zip(stacks, paths, strict=True):
        where = _upload(cloud, stack, path.read_text(encoding="utf-8"))
        cloud.cloudformation.create_stack(StackName=stack, Capabilities=IAM, **where)
        assert (cloud.status(stack), cloud.reasons(stack)) == ("CREATE_COMPLETE", {})
    for stack in stacks:
        assert cloud.delete(stack) == "DELETE_COMPLETE"
