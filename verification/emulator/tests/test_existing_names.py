"""Tests that existing names are rejected."""

from __future__ import annotations

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import (
    TRUST,
    VPC,
    discovery,
    log_group,
    namespace,
    ref,
    resource,
    security_group,
    service,
    system,
    template,
)


def test_rejects_existing_stack(cloud: Cloud, name: str) -> None:
    body = template({"Vpc": VPC})
    cloud.create(name, body)
    with pytest.raises(
        cloud.cloudformation.exceptions.AlreadyExistsException, match=rf"Stack \[{name}\] already exists"
    ):
        cloud.create(name, body)
    with pytest.raises(ClientError, match="already exists and cannot be created again with the changeSet"):
        cloud.changes(name, body, "CREATE")


def test_rejects_existing_namespace_in_vpc(cloud: Cloud, name: str) -> None:
    status = cloud.create(
        name, template({"Vpc": VPC, "Namespace": namespace(), "Twin": namespace(DependsOn="Namespace")})
    )
    assert status == "ROLLBACK_COMPLETE"
    assert "has already been associated with the hosted zone" in cloud.reasons(name)["Twin"]
    assert "CONFLICTING_DOMAIN_EXISTS" in cloud.reasons(name)["Twin"]


def test_accepts_other_namespace_and_other_vpc(cloud: Cloud, name: str) -> None:
    body = template({"Vpc": VPC, "Namespace": namespace(), "Other": namespace("other.internal")})
    assert cloud.create(name, body) == "CREATE_COMPLETE"
    assert cloud.create(f"{name}-twin", body) == "CREATE_COMPLETE"


@pytest.mark.parametrize("twin", ["web", "WEB"])
def test_rejects_existing_cloud_map_service(cloud: Cloud, name: str, twin: str) -> None:
    first = discovery("web")
    second = {**discovery(twin), "DependsOn": "First"}
    status = cloud.create(name, template({"Vpc": VPC, "Namespace": namespace(), "First": first, "Second": second}))
    assert status == "ROLLBACK_COMPLETE"
    assert "Service already exists." in cloud.reasons(name)["Second"]


def test_rejects_existing_ecs_service(cloud: Cloud, name: str) -> None:
    twin = {**service("web"), "DependsOn": "Service"}
    assert cloud.create(name, template(system(name, Twin=twin))) == "ROLLBACK_COMPLETE"
    assert "Creation of service was not idempotent." in cloud.reasons(name)["Twin"]


def test_rejects_existing_log_group(cloud: Cloud, name: str) -> None:
    cloud.logs.create_log_group(logGroupName=f"/{name}")
    assert cloud.create(name, template({"Logs": log_group(f"/{name}")})) == "ROLLBACK_COMPLETE"
    assert "The specified log group already exists" in cloud.reasons(name)["Logs"]
    assert cloud.logs.describe_log_groups(logGroupNamePrefix=f"/{name}")["logGroups"], "it existed before the stack"


def test_rejects_log_group_of_another_stack(cloud: Cloud, name: str) -> None:
    body = template({"Logs": log_group(f"/{name}")})
    cloud.create(f"{name}-first", body)
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    first = cloud.stack(f"{name}-first")["StackId"]
    assert cloud.reasons(name)["Logs"] == f"/{name} already exists in stack {first}"


def test_rejects_cluster_of_another_stack(cloud: Cloud, name: str) -> None:
    body = template({"Cluster": resource("ECS::Cluster", {"ClusterName": name})})
    cloud.create(f"{name}-first", body)
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    assert f"{name} already exists in stack" in cloud.reasons(name)["Cluster"]
    assert cloud.ecs.describe_clusters(clusters=[name])["clusters"][0]["status"] == "ACTIVE"


def test_rejects_existing_cluster(cloud: Cloud, name: str) -> None:
    cloud.ecs.create_cluster(clusterName=name)
    assert (
        cloud.create(name, template({"Cluster": resource("ECS::Cluster", {"ClusterName": name})}))
        == "ROLLBACK_COMPLETE"
    )
    assert cloud.reasons(name)["Cluster"] == f"{name} already exists"


def test_rejects_existing_role(cloud: Cloud, name: str) -> None:
    cloud.iam.create_role(RoleName=name, AssumeRolePolicyDocument="{}")
    role = resource("IAM::Role", {"RoleName": name, "AssumeRolePolicyDocument": TRUST})
    assert cloud.create(name, template({"Role": role}), Capabilities=["CAPABILITY_NAMED_IAM"]) == "ROLLBACK_COMPLETE"
    assert f"Role with name {name} already exists" in cloud.reasons(name)["Role"]


def test_rejects_existing_security_group(cloud: Cloud, name: str) -> None:
    first = security_group(GroupName=name)
    status = cloud.create(name, template({"Vpc": VPC, "First": first, "Second": {**first, "DependsOn": "First"}}))
    assert status == "ROLLBACK_COMPLETE"
    assert f"The security group '{name}' already exists" in cloud.reasons(name)["Second"]


def test_name_is_free_after_stack_deletion(cloud: Cloud, name: str) -> None:
    body = template(system(name, Logs=log_group(f"/{name}")))
    for _ in range(2):
        assert cloud.create(name, body) == "CREATE_COMPLETE"
        assert cloud.delete(name) == "DELETE_COMPLETE"


def test_new_log_group_has_no_tags_of_deleted_one(cloud: Cloud, name: str) -> None:
    cloud.logs.create_log_group(logGroupName=f"/{name}", tags={"team": "shop"})
    arn = cloud.logs.describe_log_groups(logGroupNamePrefix=f"/{name}")["logGroups"][0]["arn"].removesuffix(":*")
    assert cloud.logs.list_tags_for_resource(resourceArn=arn)["tags"] == {"team": "shop"}
    cloud.logs.delete_log_group(logGroupName=f"/{name}")
    cloud.logs.create_log_group(logGroupName=f"/{name}")
    assert cloud.logs.list_tags_for_resource(resourceArn=arn)["tags"] == {}


def test_replacement_of_named_resource_fails(cloud: Cloud, name: str) -> None:
    """CloudFormation creates the new resource before it deletes the old one."""
    cloud.create(name, template(system(name)))
    changed = system(name, Discovery=discovery("web", HealthCheckCustomConfig={"FailureThreshold": 2}))
    assert cloud.changes(name, template(changed))["Discovery"] == ("Modify", "True")
    assert cloud.update(name, template(changed)) == "UPDATE_ROLLBACK_COMPLETE"
    assert "Service already exists." in cloud.reasons(name)["Discovery"]
    changed = system(name, Service=service("web", Cluster=ref("Cluster"), SchedulingStrategy="REPLICA"))
    assert cloud.update(name, template(changed)) == "UPDATE_ROLLBACK_COMPLETE"
    assert "Creation of service was not idempotent." in cloud.reasons(name)["Service"]
