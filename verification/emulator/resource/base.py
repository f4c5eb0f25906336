"""The base class of resource types, and helpers for properties and tags."""

from __future__ import annotations

import random
import string
from dataclasses import dataclass
from typing import Any

from emulator import api


@dataclass(frozen=True)
class ResourceContext:
    """The account, Region, stack and logical id of a resource."""

    account: str
    region: str
    partition: str
    stack_name: str
    stack_id: str
    logical_id: str

    def generated_name(self, limit: int) -> str:
        """Returns a name in CloudFormation's form: stack name, logical id and twelve random characters."""
        tail = "".join(random.choices(string.ascii_letters + string.digits, k=12))
        room = limit - len(tail) - 2
        logical_id = self.logical_id[: max(room // 2, room - len(self.stack_name))]
        return f"{self.stack_name[: room - len(logical_id)]}-{logical_id}-{tail}"


class Resource:
    """A type of resource. An instance handles one operation on one resource.

    Errors are raised to the caller. ``create`` sets ``physical_id`` as soon as AWS would have created something, so
    that a partly created resource can be deleted.
    """

    TYPE = ""
    NAME = ""  # the property that becomes the physical id, if there is one
    LIMIT = 255  # maximum length of a generated name
    IS_UPDATABLE = True  # whether the emulator can update resources of this type

    def __init__(
        self, context: ResourceContext, physical_id: str = "", attributes: dict[str, Any] | None = None
    ) -> None:
        self.context = context
        self.physical_id = physical_id
        self.attributes: dict[str, Any] = attributes if attributes is not None else {}

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the resource. Sets the physical id and the attributes for Fn::GetAtt."""
        raise NotImplementedError

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Applies the changed properties that need no new resource."""
        raise NotImplementedError

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the resource."""
        raise NotImplementedError

    def call(self, service: str, operation: str, /, **parameters: Any) -> dict[str, Any]:
        """Calls a service in the Region of the resource."""
        return api.call(service, self.context.region, operation, **parameters)

    def name_of(self, properties: dict[str, Any]) -> str:
        """Returns the name from the template, or a generated one."""
        return str(properties.get(self.NAME) or self.context.generated_name(self.LIMIT))


def tag_changes(old: dict[str, Any], new: dict[str, Any]) -> tuple[list[dict[str, str]], list[str]]:
    """Returns the tags to set, and the keys of the tags to remove."""
    before, after = api.tag_map(old.get("Tags")), api.tag_map(new.get("Tags"))
    added = {key: value for key, value in after.items() if before.get(key) != value}
    return api.tag_list(added), [key for key in before if key not in after]


def select(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    """Returns the properties with these names, if they exist."""
    return {name: properties[name] for name in names if name in properties}


def without(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    """Returns all properties except those with these names."""
    return {name: value for name, value in properties.items() if name not in names}
