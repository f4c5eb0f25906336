"""Finds what a request would change in a stack."""

from __future__ import annotations

from typing import Any

from emulator.cloudformation import reference, schema
from emulator.cloudformation.evaluation import Evaluation
from emulator.cloudformation.reference import has_unknown
from emulator.cloudformation.stack import Change, Member, Output, Request, Stack, Store

_BESIDE_PROPERTIES = ("Metadata", "DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy")


def changes(stack: Stack, request: Request, store: Store) -> tuple[list[Change], list[Output]]:
    """The changes of resources, and the outputs that would be told."""
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
    beside = [key for key in _BESIDE_PROPERTIES if member.body.get(key) != body.get(key)]
    if not changed and not beside:
        return None
    details = [_detail(stack, request, member, body, new, key) for key in changed]
    scope = (["Properties"] if changed else []) + [key for key in beside if key != "UpdateReplacePolicy"]
    replacement = replaces(stack.region, member, new)
    dynamic = all(
        detail["Evaluation"] == "Dynamic" for detail in details if detail["Target"]["RequiresRecreation"] != "Never"
    )
    if replacement == "True" and dynamic:
        replacement = "Conditional"
    return Change("Modify", name, member.type, member.physical_id, replacement, scope, details)


def replaces(region: str, member: Member, new: dict[str, Any]) -> str:
    """Whether new properties need a new resource: True, False or Conditional."""
    shape = schema.of(region, member.type)
    if shape is None:
        return "False"
    if shape.replacing(member.properties, new):
        return "True"
    return "Conditional" if shape.perhaps_replacing(member.properties, new) else "False"


def _detail(
    stack: Stack, request: Request, member: Member, body: dict[str, Any], new: dict[str, Any], key: str
) -> dict[str, Any]:
    shape = schema.of(stack.region, member.type)
    recreation = "Never"
    if shape is not None and key in shape.replacing(member.properties, new):
        recreation = "Always"
    elif shape is not None and key in shape.perhaps_replacing(member.properties, new):
        recreation = "Conditionally"
    target = {"Attribute": "Properties", "Name": key, "RequiresRecreation": recreation}
    detail = {"Target": target, "Evaluation": "Dynamic" if has_unknown(new.get(key)) else "Static"}
    return {**detail, **_source(stack, request, member, body, key)}


def _source(stack: Stack, request: Request, member: Member, body: dict[str, Any], key: str) -> dict[str, str]:
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
