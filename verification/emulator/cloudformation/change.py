"""Computes the changes that a request would make to a stack, as a change set lists them."""

from __future__ import annotations

from typing import Any

from emulator.cloudformation import reference, schema
from emulator.cloudformation.evaluation import Evaluation
from emulator.cloudformation.reference import has_unknown
from emulator.cloudformation.stack import Change, Output, Request, Stack, StackResource, Store

_RESOURCE_ATTRIBUTES = ("Metadata", "DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy")


def compute_changes(stack: Stack, request: Request, store: Store) -> tuple[list[Change], list[Output]]:
    """Returns the changes of resources, and the stack's outputs after the change."""
    unknown: set[str] = set()
    evaluation = Evaluation(stack, request, store, lambda name: None if name in unknown else stack.members.get(name))
    found = []
    for name in evaluation.order:
        change = _change(stack, evaluation, name, request)
        if change:
            found.append(change)
            if change.action == "Add" or change.replacement in ("True", "Conditional"):
                unknown.add(name)
    gone = [member for name, member in stack.members.items() if name not in evaluation.resources]
    found += [Change("Remove", member.logical_id, member.type, member.physical_id) for member in reversed(gone)]
    return found, evaluation.outputs()


def _change(stack: Stack, evaluation: Evaluation, name: str, request: Request) -> Change | None:
    body, member = evaluation.resources[name], stack.members.get(name)
    new = evaluation.properties(name)
    if member is None:
        return Change("Add", name, body["Type"])
    if member.type != body["Type"]:
        return Change("Modify", name, body["Type"], member.physical_id, "True", ["Properties"])
    changed = sorted(key for key in {*member.properties, *new} if member.properties.get(key) != new.get(key))
    changed_attributes = [key for key in _RESOURCE_ATTRIBUTES if member.body.get(key) != body.get(key)]
    if not changed and not changed_attributes:
        return None
    details = [_detail(stack, request, member, body, new, key) for key in changed]
    scope = (["Properties"] if changed else []) + [key for key in changed_attributes if key != "UpdateReplacePolicy"]
    replacement = requires_replacement(stack.region, member, new)
    dynamic = all(
        detail["Evaluation"] == "Dynamic" for detail in details if detail["Target"]["RequiresRecreation"] != "Never"
    )
    if replacement == "True" and dynamic:
        replacement = "Conditional"
    return Change("Modify", name, member.type, member.physical_id, replacement, scope, details)


def requires_replacement(region: str, member: StackResource, new: dict[str, Any]) -> str:
    """Returns whether new properties need a new resource: True, False or Conditional."""
    shape = schema.of(region, member.type)
    if shape is None:
        return "False"
    if shape.replacing(member.properties, new):
        return "True"
    return "Conditional" if shape.conditionally_replacing(member.properties, new) else "False"


def _detail(
    stack: Stack, request: Request, member: StackResource, body: dict[str, Any], new: dict[str, Any], key: str
) -> dict[str, Any]:
    shape = schema.of(stack.region, member.type)
    recreation = "Never"
    if shape is not None and key in shape.replacing(member.properties, new):
        recreation = "Always"
    elif shape is not None and key in shape.conditionally_replacing(member.properties, new):
        recreation = "Conditionally"
    target = {"Attribute": "Properties", "Name": key, "RequiresRecreation": recreation}
    detail = {"Target": target, "Evaluation": "Dynamic" if has_unknown(new.get(key)) else "Static"}
    return {**detail, **_source(stack, request, member, body, key)}


def _source(stack: Stack, request: Request, member: StackResource, body: dict[str, Any], key: str) -> dict[str, str]:
    before, after = (member.body.get("Properties") or {}).get(key), (body.get("Properties") or {}).get(key)
    if before != after:
        return {"ChangeSource": "DirectModification"}
    for name, attribute in reference.attributes(after):
        if name in request.parameters and stack.request.parameters.get(name) != request.parameters[name]:
            return {"ChangeSource": "ParameterReference", "CausingEntity": name}
        if name in stack.members:
            if attribute:
                return {"ChangeSource": "ResourceAttribute", "CausingEntity": f"{name}.{attribute}"}
            return {"ChangeSource": "ResourceReference", "CausingEntity": name}
    return {"ChangeSource": "DirectModification"}
