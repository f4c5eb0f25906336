"""Change sets tell what changes, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError, WaiterError

from emulator.tests.cloud import IAM, Cloud
from emulator.tests.parts import (
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


def test_a_new_stack_adds_all(cloud: Cloud, name: str) -> None:
    changes = cloud.changes(name, template(system(name)), "CREATE")
    assert changes == dict.fromkeys(system(name), ("Add", ""))
    assert cloud.status(name) == "REVIEW_IN_PROGRESS"


def test_a_service_more_touches_nothing_else(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    more = {
        "MoreDiscovery": discovery("more"),
        "MoreTask": task_definition(),
        "More": service("more", TaskDefinition=ref("MoreTask"), ServiceRegistries=[]),
    }
    changes = cloud.changes(name, template(system(name, **more)))
    assert changes == dict.fromkeys(more, ("Add", ""))


def test_an_image_replaces_the_task_and_updates_the_service(cloud: Cloud, name: str) -> None:
    image = {"Fn::Sub": "web:${Tag}"}
    cloud.create(name, _tagged(name, image))
    changes = cloud.changes(name, _tagged(name, image), Parameters=[{"ParameterKey": "Tag", "ParameterValue": "2"}])
    assert changes == {"TaskDefinition": ("Modify", "True"), "Service": ("Modify", "False")}


def test_a_parameter_of_the_same_value_changes_nothing(cloud: Cloud, name: str) -> None:
    image = {"Fn::Sub": "web:${Tag}"}
    cloud.create(name, _tagged(name, image))
    for given in ({"ParameterKey": "Tag", "ParameterValue": "1"}, {"ParameterKey": "Tag", "UsePreviousValue": True}):
        assert cloud.changes(name, _tagged(name, image), Parameters=[given]) == {}


def test_where_a_change_comes_from(cloud: Cloud, name: str) -> None:
    image = {"Fn::Sub": "web:${Tag}"}
    cloud.create(name, _tagged(name, image))
    made = cloud.cloudformation.create_change_set(
        StackName=name,
        ChangeSetName="a",
        TemplateBody=json.dumps(_tagged(name, image)),
        Capabilities=IAM,
        Parameters=[{"ParameterKey": "Tag", "ParameterValue": "2"}],
    )
    told = cloud.cloudformation.describe_change_set(ChangeSetName=made["Id"])
    task, web = [change["ResourceChange"] for change in told["Changes"]]
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


def test_a_replaced_vpc_takes_all_along(cloud: Cloud, name: str) -> None:
    made = {"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web"), "Logs": log_group(f"/{name}")}
    cloud.create(name, template(made))
    changed = {**made, "Vpc": resource("EC2::VPC", {"CidrBlock": "10.1.0.0/16"})}
    assert cloud.changes(name, template(changed)) == {
        "Vpc": ("Modify", "True"),
        "Namespace": ("Modify", "Conditional"),
        "Discovery": ("Modify", "Conditional"),
    }


def test_what_is_gone_is_removed(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace()}))
    assert cloud.changes(name, template({"Vpc": VPC})) == {"Namespace": ("Remove", "")}


def test_policies_and_metadata_are_changes(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    assert cloud.changes(name, template({"Vpc": {**VPC, "DeletionPolicy": "Retain"}})) == {"Vpc": ("Modify", "False")}


@pytest.mark.parametrize("section", ["Description", "Metadata"])
def test_nothing_that_changes_a_resource(cloud: Cloud, name: str, section: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    changed = template({"Vpc": VPC}, **{section: "Changed" if section == "Description" else {}})
    made = cloud.cloudformation.create_change_set(
        StackName=name, ChangeSetName="empty", TemplateBody=json.dumps(changed)
    )
    told = cloud.cloudformation.describe_change_set(ChangeSetName=made["Id"])
    assert (told["Status"], told["ExecutionStatus"], told["Changes"]) == ("FAILED", "UNAVAILABLE", [])
    assert told["StatusReason"].startswith("The submitted information didn't contain changes.")
    with pytest.raises(WaiterError):
        cloud.cloudformation.get_waiter("change_set_create_complete").wait(ChangeSetName=made["Id"])
    with pytest.raises(
        cloud.cloudformation.exceptions.InvalidChangeSetStatusException, match=r"current status of \[FAILED\]"
    ):
        cloud.cloudformation.execute_change_set(ChangeSetName=made["Id"])
    with pytest.raises(ClientError, match="No updates are to be performed"):
        cloud.update(name, changed)


def test_outputs_alone_are_a_change(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    assert cloud.update(name, template({"Vpc": VPC}, Outputs={"X": {"Value": ref("Vpc")}})) == "UPDATE_COMPLETE"
    assert cloud.outputs(name) == {"X": cloud.physical_ids(name)["Vpc"]}


def test_a_change_set_is_executed_once(cloud: Cloud, name: str) -> None:
    made = cloud.cloudformation.create_change_set(
        StackName=name, ChangeSetName="a", ChangeSetType="CREATE", TemplateBody=json.dumps(template({"Vpc": VPC}))
    )
    cloud.cloudformation.execute_change_set(StackName=name, ChangeSetName="a")
    assert cloud.status(name) == "CREATE_COMPLETE"
    told = cloud.cloudformation.describe_change_set(ChangeSetName=made["Id"])
    assert told["ExecutionStatus"] == "EXECUTE_COMPLETE"
    with pytest.raises(cloud.cloudformation.exceptions.InvalidChangeSetStatusException):
        cloud.cloudformation.execute_change_set(ChangeSetName=made["Id"])


def test_a_change_set_that_does_not_exist(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC}))
    with pytest.raises(
        cloud.cloudformation.exceptions.ChangeSetNotFoundException, match=r"ChangeSet \[none\] does not exist"
    ):
        cloud.cloudformation.describe_change_set(StackName=name, ChangeSetName="none")


def test_a_change_set_of_a_stack_that_does_not_exist(cloud: Cloud, name: str) -> None:
    with pytest.raises(ClientError, match=f"Stack with id {name} does not exist"):
        cloud.changes(name, template({"Vpc": VPC}))


def test_a_tag_of_the_stack_changes_what_takes_tags(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Logs": log_group(f"/{name}")}))
    tags = [{"Key": "team", "Value": "shop"}]
    changes = cloud.changes(name, template({"Vpc": VPC, "Logs": log_group(f"/{name}")}), Tags=tags)
    assert changes == {"Vpc": ("Modify", "False"), "Logs": ("Modify", "False")}
    cloud.update(name, template({"Vpc": VPC, "Logs": log_group(f"/{name}")}), Tags=tags)
    vpc = cloud.ec2.describe_vpcs(VpcIds=[cloud.physical_ids(name)["Vpc"]])["Vpcs"][0]
    assert vpc["Tags"] == tags
    assert cloud.stack(name)["Tags"] == tags


def test_a_change_set_of_a_name_that_the_stack_has(cloud: Cloud, name: str) -> None:
    def make() -> None:
        cloud.cloudformation.create_change_set(
            StackName=name, ChangeSetName="a", ChangeSetType="CREATE", TemplateBody=json.dumps(template({"Vpc": VPC}))
        )

    make()
    with pytest.raises(cloud.cloudformation.exceptions.AlreadyExistsException, match="ChangeSet a cannot be created"):
        make()
