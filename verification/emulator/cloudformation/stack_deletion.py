"""Deletes the resources of a stack in the reverse order of their creation."""

from __future__ import annotations

from emulator.cloudformation.deployment import delete_resource
from emulator.cloudformation.stack import Stack, Store, now
from emulator.cloudformation.template import needs, order
from emulator.resource.base import ResourceContext


def delete_resources(stack: Stack, store: Store, retained: list[str]) -> None:
    """Deletes the resources of a stack.

    If a resource cannot be deleted, the resources that it depends on stay.
    """
    for export in stack.exports:
        importers = store.importers(export)
        if importers:
            stack.set_status(
                stack.status, f"Export {export} cannot be deleted as it is in use by {' and '.join(importers)}"
            )
            return
    stack.set_status("DELETE_IN_PROGRESS", "User Initiated")
    bodies = {name: member.body for name, member in stack.members.items()}
    failed: list[str] = []
    left: set[str] = set()
    for name in reversed(order(bodies)):
        member = stack.members[name]
        context = ResourceContext(stack.account, stack.region, stack.partition, stack.name, stack.id, name)
        if name in retained or member.body.get("DeletionPolicy") in ("Retain", "RetainExceptOnCreate"):
            stack.set_resource_status(member, "DELETE_SKIPPED")
        elif name in left:
            left |= needs(bodies[name], bodies)
            continue
        elif not delete_resource(stack, member, context):
            failed.append(name)
            left |= needs(bodies[name], bodies)
            continue
        del stack.members[name]
    if failed:
        stack.set_status("DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(failed)}]. ")
        return
    stack.outputs, stack.imports = [], set()
    stack.deleted = now()
    stack.set_status("DELETE_COMPLETE")
