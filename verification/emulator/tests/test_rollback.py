"""Tests rollbacks."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import (
    VPC,
    discovery,
    log_group,
    namespace,
    ref,
    resource,
    security_group,
    service,
    system,
    task_definition,
    template,
)

BAD = resource("Logs::LogGroup", {"RetentionInDays": 42}, DependsOn="Vpc")


def test_rolls_back_failed_creation(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template({"Vpc": VPC, "Bad": BAD})) == "ROLLBACK_COMPLETE"
    assert cloud.events(name) == [
        (name, "CREATE_IN_PROGRESS"),
        ("Vpc", "CREATE_IN_PROGRESS"),
        ("Vpc", "CREATE_COMPLETE"),
        ("Bad", "CREATE_IN_PROGRESS"),
        ("Bad", "CREATE_FAILED"),
        (name, "ROLLBACK_IN_PROGRESS"),
        ("Vpc", "DELETE_IN_PROGRESS"),
        ("Vpc", "DELETE_COMPLETE"),
        (name, "ROLLBACK_COMPLETE"),
    ]
    events = cloud.cloudformation.describe_stack_events(StackName=name)["StackEvents"]
    begun = next(event for event in events if event["ResourceStatus"] == "ROLLBACK_IN_PROGRESS")
    assert (
        begun["ResourceStatusReason"]
        == "The following resource(s) failed to create: [Bad]. Rollback requested by user."
    )
    assert cloud.physical_ids(name) == {}


def test_stack_after_failed_creation_can_only_be_deleted(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Bad": BAD}))
    stack_id = cloud.stack(name)["StackId"]
    message = f"Stack:{stack_id} is in ROLLBACK_COMPLETE state and can not be updated."
    with pytest.raises(ClientError, match=message):
        cloud.update(name, template({"Vpc": VPC}))
    with pytest.raises(ClientError, match=message):
        cloud.changes(name, template({"Vpc": VPC}))
    with pytest.raises(ClientError, match="already exists"):
        cloud.create(name, template({"Vpc": VPC}))
    summary = cloud.cloudformation.get_template_summary(StackName=name)
    assert "AWS::EC2::VPC" in summary["ResourceTypes"], "the AWS CLI requests it before a deployment"
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert cloud.create(name, template({"Vpc": VPC})) == "CREATE_COMPLETE"


def test_keeps_resources_with_disabled_rollback(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template({"Vpc": VPC, "Bad": BAD}), DisableRollback=True) == "CREATE_FAILED"
    vpc = cloud.physical_ids(name)["Vpc"]
    assert cloud.ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"]
    assert cloud.update(name, template({"Vpc": VPC, "Good": log_group(f"/{name}")})) == "UPDATE_COMPLETE"
    assert cloud.physical_ids(name) == {"Vpc": vpc, "Good": f"/{name}"}


def test_deletes_stack_after_failed_creation(cloud: Cloud, name: str) -> None:
    body = template({"Vpc": VPC, "Bad": BAD})
    with pytest.raises(ClientError, match="does not exist"):
        cloud.create(name, body, OnFailure="DELETE")


def _system(name: str, **changed: Any) -> dict[str, Any]:
    return template(system(name, Logs=log_group(f"/{name}"), **changed))


def test_rolls_back_failed_update(cloud: Cloud, name: str) -> None:
    cloud.create(name, _system(name))
    before, web = cloud.physical_ids(name), cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]
    changed = {
        "TaskDefinition": task_definition("web:2"),
        "Discovery": discovery("web", ttl=60),
        "Group": security_group(SecurityGroupIngress=[{"IpProtocol": "-1", "CidrIp": "10.0.0.0/8"}]),
        "Extra": resource("EC2::InternetGateway"),
        "Bad": {**BAD, "DependsOn": ["Service", "Extra"]},
    }
    assert cloud.update(name, _system(name, **changed)) == "UPDATE_ROLLBACK_COMPLETE"
    assert cloud.physical_ids(name) == before
    assert cloud.reasons(name).keys() == {"Bad"}
    now = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]
    assert now["taskDefinition"] == web["taskDefinition"]
    definition = cloud.ecs.describe_task_definition(taskDefinition=now["taskDefinition"])["taskDefinition"]
    assert (definition["status"], definition["containerDefinitions"][0]["image"]) == ("ACTIVE", "web:1")
    records = cloud.servicediscovery.get_service(Id=before["Discovery"])["Service"]["DnsConfig"]["DnsRecords"]
    assert records == [{"Type": "A", "TTL": 10}]
    assert not cloud.ec2.describe_security_groups(GroupIds=[before["Group"]])["SecurityGroups"][0]["IpPermissions"]
    assert cloud.stack(name)["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    assert cloud.update(name, _system(name, TaskDefinition=task_definition("web:2"))) == "UPDATE_COMPLETE", (
        "the stack accepts updates again"
    )


def test_events_of_failed_update(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    cloud.update(
        name,
        template({"Vpc": VPC, "Gateway": resource("EC2::InternetGateway"), "Bad": {**BAD, "DependsOn": "Gateway"}}),
    )
    assert cloud.events(name)[4:] == [
        (name, "UPDATE_IN_PROGRESS"),
        ("Gateway", "CREATE_IN_PROGRESS"),
        ("Gateway", "CREATE_COMPLETE"),
        ("Bad", "CREATE_IN_PROGRESS"),
        ("Bad", "CREATE_FAILED"),
        (name, "UPDATE_ROLLBACK_IN_PROGRESS"),
        (name, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"),
        ("Gateway", "DELETE_IN_PROGRESS"),
        ("Gateway", "DELETE_COMPLETE"),
        (name, "UPDATE_ROLLBACK_COMPLETE"),
    ]


def test_rollback_restores_outputs_and_template(cloud: Cloud, name: str) -> None:
    good = template({"Vpc": VPC}, Outputs={"X": {"Value": "1", "Export": {"Name": name}}})
    cloud.create(name, good)
    cloud.update(name, template({"Vpc": VPC, "Bad": BAD}, Outputs={"X": {"Value": "2", "Export": {"Name": name}}}))
    assert cloud.outputs(name) == {"X": "1"}
    with pytest.raises(ClientError, match="No updates are to be performed"):
        cloud.update(name, good)


def test_failed_removal_keeps_resource(cloud: Cloud, name: str) -> None:
    """An update deletes removed resources at the end. A failure of such a deletion does not roll the update back."""
    resources = {"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web")}
    cloud.create(name, template(resources))
    service_id = cloud.physical_ids(name)["Discovery"]
    cloud.servicediscovery.register_instance(
        ServiceId=service_id, InstanceId="i", Attributes={"AWS_INSTANCE_IPV4": "10.0.0.9"}
    )
    del resources["Discovery"]
    assert cloud.update(name, template(resources)) == "UPDATE_COMPLETE"
    assert "Service contains registered instances" in cloud.reasons(name)["Discovery"]
    assert cloud.servicediscovery.get_service(Id=service_id)


@pytest.mark.parametrize(("policy", "stays"), [("Delete", False), ("Retain", True), ("RetainExceptOnCreate", False)])
def test_deletion_policy_decides_after_failed_creation(cloud: Cloud, name: str, policy: str, stays: bool) -> None:
    kept = resource("ECR::Repository", {"RepositoryName": name}, DeletionPolicy=policy)
    bad = resource("Logs::LogGroup", {"RetentionInDays": 42}, DependsOn="Kept")
    assert cloud.create(name, template({"Kept": kept, "Bad": bad})) == "ROLLBACK_COMPLETE"
    there = [repository["repositoryName"] for repository in cloud.ecr.describe_repositories()["repositories"]]
    assert (name in there) == stays


def test_keeps_retained_resource(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Logs": {**log_group(f"/{name}"), "DeletionPolicy": "Retain"}}))
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert cloud.logs.describe_log_groups(logGroupNamePrefix=f"/{name}")["logGroups"]
    assert ("Logs", "DELETE_SKIPPED") in cloud.events(
        next(s["StackId"] for s in cloud.cloudformation.list_stacks()["StackSummaries"] if s["StackName"] == name)
    )


def test_keeps_protected_stack(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}), EnableTerminationProtection=True)
    with pytest.raises(ClientError, match="cannot be deleted while TerminationProtection is enabled"):
        cloud.delete(name)
    cloud.cloudformation.update_termination_protection(StackName=name, EnableTerminationProtection=False)
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_changed_launch_type_replaces_service_and_fails(cloud: Cloud, name: str) -> None:
    launched = service("web", LaunchType="FARGATE")
    del launched["Properties"]["CapacityProviderStrategy"]
    cloud.create(name, template(system(name, Service=launched)))
    assert cloud.update(name, template(system(name))) == "UPDATE_ROLLBACK_COMPLETE"
    assert "Creation of service was not idempotent." in cloud.reasons(name)["Service"]


def test_deletes_association_before_replacement(cloud: Cloud, name: str) -> None:
    """AWS's schema has delete_then_create for resources that can exist only once."""

    def build(table: str, **more: Any) -> dict[str, Any]:
        association = {"SubnetId": ref("Subnet"), "RouteTableId": ref(table)}
        return template(
            {
                "Vpc": VPC,
                "Subnet": resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24"}),
                "One": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
                "Two": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
                "Association": resource("EC2::SubnetRouteTableAssociation", association),
                **more,
            }
        )

    cloud.create(name, build("One"))
    tables = cloud.physical_ids(name)

    def associated() -> str:
        filters = [{"Name": "association.subnet-id", "Values": [tables["Subnet"]]}]
        table: str = cloud.ec2.describe_route_tables(Filters=filters)["RouteTables"][0]["RouteTableId"]
        return table

    assert associated() == tables["One"]
    bad = build("Two", Bad={**BAD, "DependsOn": "Association"})
    assert cloud.update(name, bad) == "UPDATE_ROLLBACK_COMPLETE"
    assert associated() == tables["One"]
    assert cloud.update(name, build("Two")) == "UPDATE_COMPLETE"
    assert associated() == tables["Two"]
    assert cloud.delete(name) == "DELETE_COMPLETE"
