"""Tests exports, and the stacks that import them."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import VPC, log_group, resource, template


def _exporter(name: str, value: str = "/one") -> dict[str, Any]:
    export = {"Fn::Sub": "${AWS::StackName}-Value"}
    return template({"Vpc": VPC}, Outputs={"Value": {"Value": value, "Export": {"Name": export}}})


def _importer(name: str, exporter: str) -> dict[str, Any]:
    value = {"Fn::ImportValue": {"Fn::Sub": f"{exporter}-Value"}}
    group = {"LogGroupName": {"Fn::Join": ["", ["/", name, value]]}}
    return template({"Logs": resource("Logs::LogGroup", group)})


@pytest.fixture
def pair(cloud: Cloud, name: str) -> tuple[str, str]:
    """Creates two stacks. The second imports the export of the first."""
    importer = f"{name}-importer"
    assert cloud.create(name, _exporter(name)) == "CREATE_COMPLETE"
    assert cloud.create(importer, _importer(importer, name)) == "CREATE_COMPLETE"
    return name, importer


def test_import_has_exported_value(cloud: Cloud, pair: tuple[str, str]) -> None:
    exporter, importer = pair
    assert cloud.physical_ids(importer)["Logs"] == f"/{importer}/one"
    exports = {export["Name"]: export for export in cloud.cloudformation.list_exports()["Exports"]}
    assert exports[f"{exporter}-Value"]["Value"] == "/one"
    assert exports[f"{exporter}-Value"]["ExportingStackId"] == cloud.stack(exporter)["StackId"]
    assert cloud.cloudformation.list_imports(ExportName=f"{exporter}-Value")["Imports"] == [importer]


def test_keeps_stack_with_imported_export(cloud: Cloud, pair: tuple[str, str]) -> None:
    exporter, importer = pair
    assert cloud.delete(exporter) == "CREATE_COMPLETE", "AWS restores the previous status"
    reason = cloud.stack(exporter)["StackStatusReason"]
    assert reason == f"Export {exporter}-Value cannot be deleted as it is in use by {importer}"
    assert cloud.physical_ids(exporter)
    assert cloud.delete(importer) == "DELETE_COMPLETE"
    assert cloud.delete(exporter) == "DELETE_COMPLETE"


def test_rejects_changed_export_that_is_imported(cloud: Cloud, pair: tuple[str, str]) -> None:
    exporter, importer = pair
    assert cloud.update(exporter, _exporter(exporter, "/two")) == "UPDATE_ROLLBACK_COMPLETE"
    events = cloud.cloudformation.describe_stack_events(StackName=exporter)["StackEvents"]
    reasons = [event.get("ResourceStatusReason", "") for event in events]
    assert any(
        f"Export {exporter}-Value cannot be updated as it is in use by {importer}" in reason for reason in reasons
    )
    assert cloud.outputs(exporter) == {"Value": "/one"}


def test_rejects_removed_export_that_is_imported(cloud: Cloud, pair: tuple[str, str]) -> None:
    exporter, importer = pair
    changed = template({"Vpc": VPC, "Logs": log_group(f"/{exporter}-more")})
    assert cloud.update(exporter, changed) == "UPDATE_ROLLBACK_COMPLETE"
    events = cloud.cloudformation.describe_stack_events(StackName=exporter)["StackEvents"]
    reasons = [event.get("ResourceStatusReason", "") for event in events]
    assert any(
        f"Export {exporter}-Value cannot be deleted as it is in use by {importer}" in reason for reason in reasons
    )


def test_rejects_unknown_import(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _importer(name, "nobody")) == "ROLLBACK_COMPLETE"
    assert cloud.reasons(name)["Logs"] == "No export named nobody-Value found"


def test_rejects_duplicate_export_name(cloud: Cloud, name: str) -> None:
    def same() -> dict[str, Any]:
        return template({"Vpc": VPC}, Outputs={"Value": {"Value": "1", "Export": {"Name": f"{name}-same"}}})

    cloud.create(f"{name}-first", same())
    assert cloud.create(name, same()) == "ROLLBACK_COMPLETE"
    events = cloud.cloudformation.describe_stack_events(StackName=name)["StackEvents"]
    reasons = [event.get("ResourceStatusReason", "") for event in events]
    assert any(
        f"Export with name {name}-same is already exported by stack {name}-first" in reason for reason in reasons
    )
    cloud.delete(f"{name}-first")
    cloud.delete(name)
    assert cloud.create(name, same()) == "CREATE_COMPLETE"


def test_exports_are_regional(cloud: Cloud, pair: tuple[str, str]) -> None:
    exporter, _ = pair
    other = cloud.in_region("eu-west-1")
    with pytest.raises(ClientError, match="does not exist"):
        other.stack(exporter)
    assert other.create(f"{exporter}-far", _importer(f"{exporter}-far", exporter)) == "ROLLBACK_COMPLETE"
    assert other.create(exporter, _exporter(exporter)) == "CREATE_COMPLETE"


def test_listing_imports_of_unused_export_fails(cloud: Cloud, name: str) -> None:
    cloud.create(name, _exporter(name))
    with pytest.raises(ClientError, match="is not imported by any stack"):
        cloud.cloudformation.list_imports(ExportName=f"{name}-Value")
