"""Stacks, their resources, events and change sets, as they are kept between requests."""

from __future__ import annotations

import json
import threading
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from emulator.cloudformation.fault import ValidationError


def now() -> datetime:
    """The time, as events tell it."""
    return datetime.now(timezone.utc)


@dataclass
class Member:
    """A resource of a stack: what the template said of it, and what was made."""

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
    """A value that a stack tells, and perhaps exports."""

    key: str
    value: Any  # text, or UNKNOWN if it is known only after a change
    description: str | None = None
    export: str | None = None

    def told(self) -> dict[str, Any]:
        """The output as the API has it."""
        told = {
            "OutputKey": self.key,
            "OutputValue": self.value,
            "Description": self.description,
            "ExportName": self.export,
        }
        return {key: value for key, value in told.items() if value is not None}


@dataclass
class Change:
    """What a change set would do to one resource."""

    action: str
    logical_id: str
    type: str
    physical_id: str = ""
    replacement: str = ""
    scope: list[str] = field(default_factory=list)
    details: list[dict[str, Any]] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """The change as the API has it."""
        change = {
            "Action": self.action,
            "LogicalResourceId": self.logical_id,
            "PhysicalResourceId": self.physical_id,
            "ResourceType": self.type,
            "Replacement": self.replacement,
        }
        told: dict[str, Any] = {key: value for key, value in change.items() if value}
        return {"Type": "Resource", "ResourceChange": {**told, "Scope": self.scope, "Details": self.details}}


@dataclass
class Request:
    """What a stack is to become: a template with its parameters and tags."""

    body: str
    template: dict[str, Any]
    parameters: dict[str, str]
    tags: dict[str, str]
    capabilities: list[str]


@dataclass
class ChangeSet:
    """A request that waits to be executed."""

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
    """A stack, which keeps its name for as long as it is not deleted."""

    def __init__(self, name: str, account: str, region: str) -> None:
        self.name = name
        self.account = account
        self.region = region
        self.partition = (
            "aws-cn" if region.startswith("cn-") else "aws-us-gov" if region.startswith("us-gov-") else "aws"
        )
        self.id = f"arn:{self.partition}:cloudformation:{region}:{account}:stack/{name}/{uuid.uuid4()}"
        self.request = Request("", {}, {}, {}, [])
        self.members: dict[str, Member] = {}
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

    def tell(self, status: str, reason: str | None = None) -> None:
        """Gives the stack a status, and tells of it."""
        self.status, self.reason = status, reason
        self._event(self.name, self.id, "AWS::CloudFormation::Stack", status, reason, str(uuid.uuid4()))

    def tell_of(self, member: Member, status: str, reason: str = "") -> None:
        """Gives one of the stack's resources a status, and tells of it."""
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
        """What the stack exports, by name."""
        return {output.export: output.value for output in self.outputs if output.export}


class Store:
    """The stacks of one account and Region."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._stacks: dict[str, Stack] = {}

    def add(self, stack: Stack) -> None:
        """Keeps a new stack."""
        self._stacks[stack.id] = stack

    def all(self) -> list[Stack]:
        """All stacks, the deleted ones too, newest first."""
        return list(self._stacks.values())[::-1]

    def living(self) -> list[Stack]:
        """The stacks that are not deleted."""
        return [stack for stack in self.all() if stack.status != "DELETE_COMPLETE"]

    def find(self, name: str) -> Stack | None:
        """The stack of an id, or the living one of a name."""
        if name in self._stacks:
            return self._stacks[name]
        return next((stack for stack in self.living() if stack.name == name), None)

    def get(self, name: str) -> Stack:
        """As find, but a stack has to be there."""
        stack = self.find(name)
        if stack is None:
            raise ValidationError(f"Stack with id {name} does not exist")
        return stack

    def exporter(self, export: str, but: Stack | None = None) -> Stack | None:
        """The stack that exports a name."""
        return next((stack for stack in self.living() if stack is not but and export in stack.exports), None)

    def importers(self, export: str) -> list[str]:
        """The names of the stacks that import a name."""
        return sorted(stack.name for stack in self.living() if export in stack.imports)

    def owner(self, type_name: str, physical_id: str) -> Stack | None:
        """The stack that has a resource of a type and an id."""
        for stack in self.living():
            if any((member.type, member.physical_id) == (type_name, physical_id) for member in stack.members.values()):
                return stack
        return None


_stores: dict[tuple[str, str], Store] = defaultdict(Store)


def store(account: str, region: str) -> Store:
    """The stacks of an account and Region."""
    return _stores[account, region]
