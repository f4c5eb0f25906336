"""What the types of resources have in common."""

from __future__ import annotations

import random
import string
from dataclasses import dataclass
from typing import Any

from emulator import api


@dataclass(frozen=True)
class Place:
    """Where a resource stands."""

    account: str
    region: str
    partition: str
    stack_name: str
    stack_id: str
    logical_id: str

    def generated_name(self, limit: int) -> str:
        """A name as CloudFormation makes it: of the stack, the logical id and twelve characters."""
        tail = "".join(random.choices(string.ascii_letters + string.digits, k=12))
        room = limit - len(tail) - 2
        logical_id = self.logical_id[: max(room // 2, room - len(self.stack_name))]
        return f"{self.stack_name[: room - len(logical_id)]}-{logical_id}-{tail}"


class Resource:
    """A type of resources. An object of it does one thing to one resource, and knows the resource's ids.

    What fails raises, and nothing here catches it. ``create`` sets ``physical_id`` as soon as something is there, so
    that what it leaves half made can be deleted.
    """

    TYPE = ""
    NAME = ""  # the property that becomes the physical id, if one does
    LIMIT = 255  # characters of a generated name
    IS_UPDATED = True  # whether the emulator knows how

    def __init__(self, place: Place, physical_id: str = "", attributes: dict[str, Any] | None = None) -> None:
        self.place = place
        self.physical_id = physical_id
        self.attributes: dict[str, Any] = attributes if attributes is not None else {}

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the resource; sets its physical id and what Fn::GetAtt gives of it."""
        raise NotImplementedError

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Takes over what changed and needs no new resource."""
        raise NotImplementedError

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the resource."""
        raise NotImplementedError

    def call(self, service: str, operation: str, /, **parameters: Any) -> dict[str, Any]:
        """Calls a service in the Region of the resource."""
        return api.call(service, self.place.region, operation, **parameters)

    def name_of(self, properties: dict[str, Any]) -> str:
        """The name that the template gives, or one that CloudFormation makes."""
        return str(properties.get(self.NAME) or self.place.generated_name(self.LIMIT))


def tag_changes(old: dict[str, Any], new: dict[str, Any]) -> tuple[list[dict[str, str]], list[str]]:
    """The tags to put, and the keys of those to take away."""
    before, after = api.tag_map(old.get("Tags")), api.tag_map(new.get("Tags"))
    put = {key: value for key, value in after.items() if before.get(key) != value}
    return api.tag_list(put), [key for key in before if key not in after]


def only(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    """The properties of these names that are there."""
    return {name: properties[name] for name in names if name in properties}


def without(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    """All properties but those of these names."""
    return {name: value for name, value in properties.items() if name not in names}
