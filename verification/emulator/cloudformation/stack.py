"""Stores stacks with their resources, events and change sets between requests."""

from __future__ import annotations

import json
import threading
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from emulator.cloudformation.error import ValidationError


def now() -> datetime:
    """Returns the current time, as events contain it."""
    return datetime.now(timezone.utc)


@dataclass
class StackResource:
    """A resource of a stack: its part of the template, and the created resource."""

    logical_id: str
    type: str
    body: dict[str, Any]
    properties: dict[str, Any] = field(default_factory=dict)
    physical_id: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    status: str = ""
    reason: str = ""
    changed: datetime = field(default_factory=now)


@dataclass
class Output:
    """A value that a stack returns and, with an export name, exports."""

    key: str
    value: Any  # a string, or UNKNOWN if the value exists only after a deployment
    description: str | None = None
    export: str | None = None

    def to_api(self) -> dict[str, Any]:
        """Returns the output as the API has it."""
        output = {
            "OutputKey": self.key,
            "OutputValue": self.value,
            "Description": self.description,
            "ExportName": self.export,
        }
        return {key: value for key, value in output.items() if value is not None}


@dataclass
class Change:
    """The change of one resource in a change set."""

    action: str
    logical_id: str
    type: str
    physical_id: str = ""
    replacement: str = ""
    scope: list[str] = field(default_factory=list)
    details: list[dict[str, Any]] = field(default_factory=list)

    def to_api(self) -> dict[str, Any]:
        """Returns the change as the API has it."""
        change = {
            "Action": self.action,
            "LogicalResourceId": self.logical_id,
            "PhysicalResourceId": self.physical_id,
            "ResourceType": self.type,
            "Replacement": self.replacement,
        }
        filled: dict[str, Any] = {key: value for key, value in change.items() if value}
        return {"Type": "Resource", "ResourceChange": {**filled, "Scope": self.scope, "Details": self.details}}


@dataclass
class Request:
    """The desired state of a stack: a template with parameters and tags."""

    body: str
    template: dict[str, Any]
    parameters: dict[str, str]
    tags: dict[str, str]
    capabilities: list[str]


@dataclass
class ChangeSet:
    """A request that can be executed later."""

    id: str
    name: str
    type: str
    request: Request
    description: str | None
    changes: list[Change]
    status: str
    reason: str | None = None
    execution_status: str = "AVAILABLE"
    created: datetime = field(default_factory=now)


class Stack:
    """A stack. Its name is free again after its deletion."""

    def __init__(self, name: str, account: str, region: str) -> None:
        self.name = name
        self.account = account
        self.region = region
        self.partition = (
            "aws-cn" if region.startswith("cn-") else "aws-us-gov" if region.startswith("us-gov-") else "aws"
        )
        self.id = f"arn:{self.partition}:cloudformation:{region}:{account}:stack/{name}/{uuid.uuid4()}"
        self.request = Request("", {}, {}, {}, [])
        self.members: dict[str, StackResource] = {}
        self.outputs: list[Output] = []
        self.imports: set[str] = set()
        self.events: list[dict[str, Any]] = []
        self.change_sets: dict[str, ChangeSet] = {}
        self.created = now()
        self.updated: datetime | None = None
        self.deleted: datetime | None = None
        self.status = ""
        self.reason: str | None = None
        self.is_protected = False
        self.disables_rollback = False
        self.notification_arns: list[str] = []
        self.role: str | None = None

    def set_status(self, status: str, reason: str | None = None) -> None:
        """Sets the status of the stack, and records an event."""
        self.status, self.reason = status, reason
        self._event(self.name, self.id, "AWS::CloudFormation::Stack", status, reason, str(uuid.uuid4()))

    def set_resource_status(self, member: StackResource, status: str, reason: str = "") -> None:
        """Sets the status of a resource of the stack, and records an event."""
        member.status, member.reason, member.changed = status, reason, now()
        event_id = f"{member.logical_id}-{status}-{now().isoformat(timespec='milliseconds')}-{len(self.events)}"
        properties = json.dumps(member.properties, default=str)
        self._event(member.logical_id, member.physical_id, member.type, status, reason, event_id, properties)

    def _event(
        self,
        logical_id: str,
        physical_id: str,
        kind: str,
        status: str,
        reason: str | None,
        event_id: str,
        properties: str = "",
    ) -> None:
        event = {
            "StackId": self.id,
            "EventId": event_id,
            "StackName": self.name,
            "LogicalResourceId": logical_id,
            "PhysicalResourceId": physical_id,
            "ResourceType": kind,
            "Timestamp": now(),
            "ResourceStatus": status,
            "ResourceStatusReason": reason,
            "ResourceProperties": properties,
        }
        self.events.append({key: value for key, value in event.items() if value is not None and value != ""})

    @property
    def exports(self) -> dict[str, str]:
        """Returns the exported values by export name."""
        return {output.export: output.value for output in self.outputs if output.export}


class Store:
    """The stacks of one account and Region."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._stacks: dict[str, Stack] = {}

    def add(self, stack: Stack) -> None:
        """Adds a new stack."""
        self._stacks[stack.id] = stack

    def all(self) -> list[Stack]:
        """Returns all stacks, newest first, with deleted ones."""
        return list(self._stacks.values())[::-1]

    def active(self) -> list[Stack]:
        """Returns the stacks that are not deleted."""
        return [stack for stack in self.all() if stack.status != "DELETE_COMPLETE"]

    def find(self, name: str) -> Stack | None:
        """Returns the stack with this id, or the active stack with this name, or None."""
        if name in self._stacks:
            return self._stacks[name]
        return next((stack for stack in self.active() if stack.name == name), None)

    def get(self, name: str) -> Stack:
        """Returns the stack with this id or name, or raises an error."""
        stack = self.find(name)
        if stack is None:
            raise ValidationError(f"Stack with id {name} does not exist")
        return stack

    def exporter(self, export: str, excluding: Stack | None = None) -> Stack | None:
        """Returns the stack that exports a name, or None."""
        return next((stack for stack in self.active() if stack is not excluding and export in stack.exports), None)

    def importers(self, export: str) -> list[str]:
        """Returns the names of the stacks that import a name."""
        return sorted(stack.name for stack in self.active() if export in stack.imports)

    def owner(self, type_name: str, physical_id: str) -> Stack | None:
        """Returns the stack that owns a resource with this type and physical id, or None."""
        for stack in self.active():
            if any((member.type, member.physical_id) == (type_name, physical_id) for member in stack.members.values()):
                return stack
        return None


_stores: dict[tuple[str, str], Store] = defaultdict(Store)


def store(account: str, region: str) -> Store:
    """Returns the stacks of an account and Region."""
    return _stores[account, region]
