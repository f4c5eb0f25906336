"""Clients of the emulated services, and functions that deploy stacks from Python templates."""

from __future__ import annotations

import json
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config

Template = dict[str, Any]
IAM = ["CAPABILITY_IAM"]


class Cloud:
    """The emulated account in one Region."""

    def __init__(self, address: str, region: str) -> None:
        self.address = address
        self.region = region
        self._clients: dict[str, BaseClient] = {}

    def __getattr__(self, service: str) -> Any:
        return self.client(service)

    def client(self, service: str) -> Any:
        """Returns a client for a service, by boto3's name."""
        if service not in self._clients:
            self._clients[service] = boto3.client(
                service,
                region_name=self.region,
                endpoint_url=self.address,
                aws_access_key_id="test",
                aws_secret_access_key="test",
                config=Config(retries={"total_max_attempts": 1}, proxies={}),
            )
        return self._clients[service]

    def in_region(self, region: str) -> Cloud:
        """Returns the same account in another Region."""
        return Cloud(self.address, region)

    def create(self, name: str, template: Template | str, **more: Any) -> str:
        """Creates a stack. Returns its final status."""
        body = template if isinstance(template, str) else json.dumps(template)
        self.cloudformation.create_stack(StackName=name, TemplateBody=body, **{"Capabilities": IAM, **more})
        return self.status(name)

    def update(self, name: str, template: Template, **more: Any) -> str:
        """Updates a stack. Returns its final status."""
        body = json.dumps(template)
        self.cloudformation.update_stack(StackName=name, TemplateBody=body, **{"Capabilities": IAM, **more})
        return self.status(name)

    def delete(self, name: str) -> str:
        """Deletes a stack. Returns its final status."""
        stack_id = self.stack(name)["StackId"]
        self.cloudformation.delete_stack(StackName=name)
        return self.status(stack_id)

    def stack(self, name: str) -> dict[str, Any]:
        """Returns the description of a stack."""
        return self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]

    def status(self, name: str) -> str:
        """Returns the status of a stack."""
        return self.stack(name)["StackStatus"]

    def outputs(self, name: str) -> dict[str, str]:
        """Returns the outputs of a stack."""
        return {output["OutputKey"]: output["OutputValue"] for output in self.stack(name).get("Outputs", [])}

    def events(self, name: str) -> list[tuple[str, str]]:
        """Returns the events of a stack, oldest first, as pairs of logical id and status."""
        events = self.cloudformation.describe_stack_events(StackName=name)["StackEvents"]
        return [(event["LogicalResourceId"], event["ResourceStatus"]) for event in reversed(events)]

    def reasons(self, name: str) -> dict[str, str]:
        """Returns the first failure reason of each resource, by logical id."""
        found: dict[str, str] = {}
        for event in reversed(self.cloudformation.describe_stack_events(StackName=name)["StackEvents"]):
            if event["ResourceStatus"].endswith("_FAILED"):
                found.setdefault(event["LogicalResourceId"], event["ResourceStatusReason"])
        return found

    def physical_ids(self, name: str) -> dict[str, str]:
        """Returns the physical ids of a stack's resources, by logical id."""
        resources = self.cloudformation.describe_stack_resources(StackName=name)["StackResources"]
        return {resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in resources}

    def changes(self, name: str, template: Template, kind: str = "UPDATE", **more: Any) -> dict[str, tuple[str, str]]:
        """Returns the changes of a change set: action and replacement by logical id."""
        change_set = self.cloudformation.create_change_set(
            StackName=name,
            ChangeSetName="changes",
            ChangeSetType=kind,
            TemplateBody=json.dumps(template),
            **{"Capabilities": IAM, **more},
        )
        described = self.cloudformation.describe_change_set(ChangeSetName=change_set["Id"])
        self.cloudformation.delete_change_set(ChangeSetName=change_set["Id"])
        changes = [change["ResourceChange"] for change in described["Changes"]]
        return {change["LogicalResourceId"]: (change["Action"], change.get("Replacement", "")) for change in changes}
