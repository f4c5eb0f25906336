"""Tests that a change set lists exactly the changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError, WaiterError

from emulator.tests.cloud import IAM, Cloud
from emulator.tests.template_parts import (
    VPC,
    discovery,
    log_group,
    namespace,
    ref,
    resource,
    service,
    system,
    task_definition,
    template,
)


def _tagged(name: str, image: Any) -> dict[str, Any]:
    parameters = {"Tag": {"Type": "String", "Default": "1"}}
    other = {
        "OtherTask": task_definition("other:1"),
        "Other": service("other", TaskDefinition=ref("OtherTask"), ServiceRegistries=[]),
    }
    return template(system(name, TaskDefinition=task_definition(image), **other), Parameters=parameters)


def test_new_stack_adds_all_resources(cloud: Cloud, name: str) -> None:
    changes = cloud.changes(name, template(system(name)), "CREATE")
    assert changes == dict.fromkeys(system(name), ("Add", ""))
    assert cloud.status(name) == "REVIEW_IN_PROGRESS"


def test_new_service_changes_no_other_resource(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    more = {
        "MoreDiscovery": discovery("more"),
        "MoreTask": task_definition(),
        "More": service("more", TaskDefinition=ref("MoreTask"), ServiceRegistries=[]),
    }
    changes = cloud.changes(name, template(system(name, **more)))
    assert changes == dict.fromkeys(more, ("Add", ""))


def test_image_replaces_task_definition_and_updates_service(cloud: Cloud, name: str) -> None:
    image = {"Fn::Sub": "web:${Tag}"}
    cloud.create(name, _tagged(name, image))
    changes = cloud.changes(name, _tagged(name, image), Parameters=[{"ParameterKey": "Tag", "ParameterValue": "2"}])
    assert changes == {"TaskDefinition": ("Modify", "True"), "Service": ("Modify", "False")}


def test_unchanged_parameter_changes_nothing(cloud: Cloud, name: str) -> None:
    image = {"Fn::Sub": "web:${Tag}"}
    cloud.create(name, _tagged(name, image))
    for given in ({"ParameterKey": "Tag", "ParameterValue": "1"}, {"ParameterKey": "Tag", "UsePreviousValue": True}):
        assert cloud.changes(name, _tagged(name, image), Parameters=[given]) == {}


def test_details_have_the_cause_of_a_change(cloud: Cloud, name: str) -> None:
    image = {"Fn::Sub": "web:${Tag}"}
    cloud.create(name, _tagged(name, image))
    change_set = cloud.cloudformation.create_change_set(
        StackName=name,
        ChangeSetName="a",
        TemplateBody=json.dumps(_tagged(name, image)),
        Capabilities=IAM,
        Parameters=[{"ParameterKey": "Tag", "ParameterValue": "2"}],
    )
    described = cloud.cloudformation.describe_change_set(ChangeSetName=change_set["Id"])
    task, web = [change["ResourceChange"] for change in described["Changes"]]
    assert task["Details"] == [
        {
            "Target": {"Attribute": "Properties", "Name": "ContainerDefinitions", "RequiresRecreation": "Always"},
            "Evaluation": "Static",
            "ChangeSource": "ParameterReference",
            "CausingEntity": "Tag",
        }
    ]
    assert web["Details"] == [
        {
            "Target": {"Attribute": "Properties", "Name": "TaskDefinition", "RequiresRecreation": "Never"},
            "Evaluation": "Dynamic",
            "ChangeSource": "ResourceReference",
            "CausingEntity": "TaskDefinition",
        }
    ]


def test_replaced_vpc_replaces_dependents(cloud: Cloud, name: str) -> None:
    resources = {"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web"), "Logs": log_group(f"/{name}")}
    cloud.create(name, template(resources))
    changed = {**resources, "Vpc": resource("EC2::VPC", {"CidrBlock": "10.1.0.0/16"})}
    assert cloud.changes(name, template(changed)) == {
        "Vpc": ("Modify", "True"),
        "Namespace": ("Modify", "Conditional"),
        "Discovery": ("Modify", "Conditional"),
    }


def test_lists_removed_resource(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace()}))
    assert cloud.changes(name, template({"Vpc": VPC})) == {"Namespace": ("Remove", "")}


def test_lists_changed_deletion_policy(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    assert cloud.changes(name, template({"Vpc": {**VPC, "DeletionPolicy": "Retain"}})) == {"Vpc": ("Modify", "False")}


@pytest.mark.parametrize("section", ["Description", "Metadata"])
def test_fails_without_changes(cloud: Cloud, name: str, section: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    changed = template({"Vpc": VPC}, **{section: "Changed" if section == "Description" else {}})
    change_set = cloud.cloudformation.create_change_set(
        StackName=name, ChangeSetName="empty", TemplateBody=json.dumps(changed)
    )
    described = cloud.cloudformation.describe_change_set(ChangeSetName=change_set["Id"])
    assert (described["Status"], described["ExecutionStatus"], described["Changes"]) == ("FAILED", "UNAVAILABLE", [])
    assert described["StatusReason"].startswith("The submitted information didn't contain changes.")
    with pytest.raises(WaiterError):
        cloud.cloudformation.get_waiter("change_set_create_complete").wait(ChangeSetName=change_set["Id"])
    with pytest.raises(
        cloud.cloudformation.exceptions.InvalidChangeSetStatusException, match=r"current status of \[FAILED\]"
    ):
        cloud.cloudformation.execute_change_set(ChangeSetName=change_set["Id"])
    with pytest.raises(ClientError, match="No updates are to be performed"):
        cloud.update(name, changed)


def test_accepts_changed_outputs(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    assert cloud.update(name, template({"Vpc": VPC}, Outputs={"X": {"Value": ref("Vpc")}})) == "UPDATE_COMPLETE"
    assert cloud.outputs(name) == {"X": cloud.physical_ids(name)["Vpc"]}


def test_executes_only_once(cloud: Cloud, name: str) -> None:
    change_set = cloud.cloudformation.create_change_set(
        StackName=name, ChangeSetName="a", ChangeSetType="CREATE", TemplateBody=json.dumps(template({"Vpc": VPC}))
    )
    cloud.cloudformation.execute_change_set(StackName=name, ChangeSetName="a")
    assert cloud.status(name) == "CREATE_COMPLETE"
    described = cloud.cloudformation.describe_change_set(ChangeSetName=change_set["Id"])
    assert described["ExecutionStatus"] == "EXECUTE_COMPLETE"
    with pytest.raises(cloud.cloudformation.exceptions.InvalidChangeSetStatusException):
        cloud.cloudformation.execute_change_set(ChangeSetName=change_set["Id"])


def test_rejects_unknown_change_set(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    with pytest.raises(
        cloud.cloudformation.exceptions.ChangeSetNotFoundException, match=r"ChangeSet \[none\] does not exist"
    ):
        cloud.cloudformation.describe_change_set(StackName=name, ChangeSetName="none")


def test_rejects_unknown_stack(cloud: Cloud, name: str) -> None:
    with pytest.raises(ClientError, match=f"Stack with id {name} does not exist"):
        cloud.changes(name, template({"Vpc": VPC}))


def test_stack_tag_changes_taggable_resources(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Logs": log_group(f"/{name}")}))
    tags = [{"Key": "team", "Value": "shop"}]
    changes = cloud.changes(name, template({"Vpc": VPC, "Logs": log_group(f"/{name}")}), Tags=tags)
    assert changes == {"Vpc": ("Modify", "False"), "Logs": ("Modify", "False")}
    cloud.update(name, template({"Vpc": VPC, "Logs": log_group(f"/{name}")}), Tags=tags)
    vpc = cloud.ec2.describe_vpcs(VpcIds=[cloud.physical_ids(name)["Vpc"]])["Vpcs"][0]
    assert vpc["Tags"] == tags
    assert cloud.stack(name)["Tags"] == tags


def test_rejects_duplicate_name(cloud: Cloud, name: str) -> None:
    def make() -> None:
        cloud.cloudformation.create_change_set(
            StackName=name, ChangeSetName="a", ChangeSetType="CREATE", TemplateBody=json.dumps(template({"Vpc": VPC}))
        )

    make()
    with pytest.raises(cloud.cloudformation.exceptions.AlreadyExistsException, match="ChangeSet a cannot be created"):
        make()
