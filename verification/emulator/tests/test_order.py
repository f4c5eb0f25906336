"""Tests that dependencies are created before a resource, and deleted after it."""

from __future__ import annotations

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import (
    VPC,
    discovery,
    get,
    log_group,
    namespace,
    ref,
    resource,
    system,
    task_definition,
    template,
)


def _order(cloud: Cloud, name: str, status: str) -> list[str]:
    return [
        logical_id
        for logical_id, event_status in cloud.events(name)
        if event_status == status and logical_id != name.split("/")[1 if "/" in name else 0]
    ]


def test_follows_all_kinds_of_dependencies(cloud: Cloud, name: str) -> None:
    resources = {
        "ByDependsOn": {**log_group(f"/{name}/a"), "DependsOn": ["BySub"]},
        "BySub": resource("Logs::LogGroup", {"LogGroupName": {"Fn::Sub": "${ByGetAtt}/${AWS::Region}"}}),
        "ByGetAtt": resource(
            "Logs::LogGroup", {"LogGroupName": {"Fn::Join": ["/", [f"/{name}", get("ByRef", "VpcId")]]}}
        ),
        "ByRef": resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24"}),
        "Vpc": VPC,
    }
    assert cloud.create(name, template(resources)) == "CREATE_COMPLETE"
    order = ["Vpc", "ByRef", "ByGetAtt", "BySub", "ByDependsOn"]
    assert _order(cloud, name, "CREATE_COMPLETE") == order
    stack_id = cloud.stack(name)["StackId"]
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert _order(cloud, stack_id, "DELETE_COMPLETE") == order[::-1]


def test_deletes_system_in_valid_order(cloud: Cloud, name: str) -> None:
    backwards = dict(reversed(system(name).items()))
    assert cloud.create(name, template(backwards)) == "CREATE_COMPLETE"
    stack_id = cloud.stack(name)["StackId"]
    assert cloud.delete(name) == "DELETE_COMPLETE"
    order = _order(cloud, stack_id, "DELETE_COMPLETE")
    assert order.index("Service") < order.index("Discovery") < order.index("Namespace") < order.index("Vpc")


def test_update_deletes_last_in_reverse_order(cloud: Cloud, name: str) -> None:
    resources = {"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web"), "Task": task_definition("web:1")}
    cloud.create(name, template(resources))
    count = len(cloud.events(name))
    assert cloud.update(name, template({"Vpc": VPC, "Task": task_definition("web:2")})) == "UPDATE_COMPLETE"
    assert cloud.events(name)[count:] == [
        (name, "UPDATE_IN_PROGRESS"),
        ("Task", "UPDATE_IN_PROGRESS"),
        ("Task", "UPDATE_IN_PROGRESS"),
        ("Task", "UPDATE_COMPLETE"),
        (name, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
        ("Task", "DELETE_IN_PROGRESS"),
        ("Task", "DELETE_COMPLETE"),
        ("Discovery", "DELETE_IN_PROGRESS"),
        ("Discovery", "DELETE_COMPLETE"),
        ("Namespace", "DELETE_IN_PROGRESS"),
        ("Namespace", "DELETE_COMPLETE"),
        (name, "UPDATE_COMPLETE"),
    ]
