"""Deletes a stack: its resources in the reverse of the order in which they were made."""

from __future__ import annotations

from emulator.cloudformation.deployment import delete
from emulator.cloudformation.stack import Stack, Store, now
from emulator.cloudformation.template import needs, order
from emulator.resource.base import Place


def remove(stack: Stack, store: Store, retained: list[str]) -> None:
    """Deletes what the stack has. What a resource that could not be deleted needs is left alone."""
    for export in stack.exports:
        importers = store.importers(export)
        if importers:
            stack.tell(stack.status, f"Export {export} cannot be deleted as it is in use by {' and '.join(importers)}")
            return
    stack.tell("DELETE_IN_PROGRESS", "User Initiated")
    bodies = {name: member.body for name, member in stack.members.items()}
    failed: list[str] = []
    left: set[str] = set()
    for name in reversed(order(bodies)):
        member = stack.members[name]
        place = Place(stack.account, stack.region, stack.partition, stack.name, stack.id, name)
        if name in retained or member.body.get("DeletionPolicy") in ("Retain", "RetainExceptOnCreate"):
            stack.tell_of(member, "DELETE_SKIPPED")
        elif name in left:
            left |= needs(bodies[name], bodies)
            continue
        elif not delete(stack, member, place):
            failed.append(name)
            left |= needs(bodies[name], bodies)
            continue
        del stack.members[name]
    if failed:
        stack.tell("DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(failed)}]. ")
        return
    stack.outputs, stack.imports = [], set()
    stack.deleted = now()
    stack.tell("DELETE_COMPLETE")
