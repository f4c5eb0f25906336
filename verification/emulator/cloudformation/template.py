"""Reads a template, and checks it as CloudFormation does before it creates resources."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from emulator import resource
from emulator.cloudformation import reference, schema
from emulator.cloudformation.error import ValidationError

# Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
BODY_LIMIT = 51_200
URL_LIMIT = 1_000_000
LIMITS = {"Resources": 500, "Outputs": 200, "Parameters": 200, "Mappings": 200}
SECTIONS = {
    "AWSTemplateFormatVersion",
    "Description",
    "Metadata",
    "Parameters",
    "Rules",
    "Mappings",
    "Conditions",
    "Transform",
    "Resources",
    "Outputs",
}
ATTRIBUTES = {
    "Type",
    "Properties",
    "DependsOn",
    "Metadata",
    "DeletionPolicy",
    "UpdateReplacePolicy",
    "Condition",
    "CreationPolicy",
    "UpdatePolicy",
    "Comment",
}
POLICIES = {"Delete", "Retain", "Snapshot", "RetainExceptOnCreate"}


class _Loader(yaml.SafeLoader):
    """Reads YAML with CloudFormation's short forms. Dates stay strings."""


_Loader.yaml_implicit_resolvers = {
    start: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for start, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _short_form(loader: yaml.SafeLoader, name: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.SequenceNode):
        value: Any = loader.construct_sequence(node, deep=True)
    elif isinstance(node, yaml.MappingNode):
        value = loader.construct_mapping(node, deep=True)
    else:
        assert isinstance(node, yaml.ScalarNode)
        value = loader.construct_scalar(node)
    if name == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {name if name in ("Ref", "Condition") else f"Fn::{name}": value}


_Loader.add_multi_constructor("!", _short_form)


def parse(body: str) -> dict[str, Any]:
    """Returns the template of a body in YAML or JSON."""
    try:
        template = json.loads(body) if body.lstrip().startswith("{") else yaml.load(body, Loader=_Loader)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise ValidationError(f"Template format error: YAML not well-formed.{where}") from error
    if not isinstance(template, dict):
        raise ValidationError("Template format error: unsupported structure.")
    return template


def check(template: dict[str, Any], region: str) -> None:
    """Raises the first error that CloudFormation finds in a template without looking at existing resources."""
    _check_sections(template)
    resources = template["Resources"]
    for name, body in resources.items():
        _check_resource(name, body)
    _check_types(resources, region)
    _check_references(template)
    _check_attributes(template, region)
    order(resources)
    _check_exports(template)


def _check_sections(template: dict[str, Any]) -> None:
    unknown = sorted(set(template) - SECTIONS)
    if unknown:
        raise ValidationError(f"Invalid template property or properties [{', '.join(unknown)}]")
    if template.get("AWSTemplateFormatVersion", "2010-09-09") != "2010-09-09":
        raise ValidationError("Template format error: unsupported value for AWSTemplateFormatVersion.")
    if not isinstance(template.get("Resources"), dict) or not template["Resources"]:
        raise ValidationError("Template format error: At least one Resources member must be defined.")
    if len(template.get("Description") or "") > 1024:
        raise ValidationError("Template format error: 'Description' length is greater than 1024.")
    for section, limit in LIMITS.items():
        count = len(template.get(section) or {})
        if count > limit:
            raise ValidationError(
                f"Template format error: Number of {section.lower()}, {count}, is greater than maximum allowed, {limit}"
            )


def _check_resource(name: str, body: Any) -> None:
    if not re.fullmatch(r"[A-Za-z0-9]{1,255}", str(name)):
        raise ValidationError(f"Template format error: Resource name {name} is non alphanumeric.")
    if not isinstance(body, dict) or not isinstance(body.get("Type"), str):
        raise ValidationError(
            f"Template format error: [/Resources/{name}] Every Resources object must contain a Type member."
        )
    for attribute in body:
        if attribute not in ATTRIBUTES:
            raise ValidationError(f"Invalid template resource property '{attribute}'")
    for attribute in ("DeletionPolicy", "UpdateReplacePolicy"):
        if body.get(attribute, "Delete") not in POLICIES:
            raise ValidationError(
                f"Template format error: Unrecognized {attribute} {body[attribute]} for resource {name}"
            )


def _check_types(resources: dict[str, Any], region: str) -> None:
    unknown = sorted({body["Type"] for body in resources.values() if schema.of(region, body["Type"]) is None})
    if unknown:
        raise ValidationError(f"Template format error: Unrecognized resource types: [{', '.join(unknown)}]")
    unsupported = sorted({body["Type"] for body in resources.values() if not resource.supports(body["Type"])})
    if unsupported:
        raise ValidationError(f"The emulator does not support the resource types [{', '.join(unsupported)}]")


def _check_references(template: dict[str, Any]) -> None:
    known = set(template["Resources"]) | set(template.get("Parameters") or {})
    for section in ("Resources", "Outputs"):
        names = set()
        for body in (template.get(section) or {}).values():
            names |= reference.names(body) | set(depends_on(body))
        missing = sorted(name for name in names - known if not name.startswith("AWS::"))
        if missing:
            raise ValidationError(
                f"Template format error: Unresolved resource dependencies [{', '.join(missing)}] "
                f"in the {section} block of the template"
            )


def _check_attributes(template: dict[str, Any], region: str) -> None:
    for name, attribute in reference.attributes([template["Resources"], template.get("Outputs") or {}]):
        body = template["Resources"].get(name)
        shape = schema.of(region, body["Type"]) if body and attribute else None
        if shape is not None and not shape.has_attribute(attribute):
            raise ValidationError(
                f"Template error: resource {name} does not support attribute type {attribute} in Fn::GetAtt"
            )


def _check_exports(template: dict[str, Any]) -> None:
    names = [
        json.dumps(output["Export"]["Name"])
        for output in (template.get("Outputs") or {}).values()
        if "Export" in output
    ]
    duplicates = sorted({json.loads(name) for name in names if names.count(name) > 1 and name.startswith('"')})
    if duplicates:
        raise ValidationError(f"Template error: Duplicate Export names: [{', '.join(duplicates)}]")


def depends_on(body: Any) -> list[str]:
    """Returns the resources in the DependsOn of a resource."""
    value = body.get("DependsOn", []) if isinstance(body, dict) else []
    return [value] if isinstance(value, str) else list(value)


def needs(body: dict[str, Any], resources: dict[str, Any]) -> set[str]:
    """Returns the resources that must exist before a resource is created."""
    return (reference.names(body.get("Properties")) | set(depends_on(body))) & set(resources)


def order(resources: dict[str, Any]) -> list[str]:
    """Returns the names of resources in the order of creation: dependencies first, otherwise as in the template."""
    done: dict[str, None] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            cycle = sorted(path[path.index(name) :])
            raise ValidationError(f"Circular dependency between resources: [{', '.join(cycle)}]")
        if name not in done:
            for other in sorted(needs(resources[name], resources), key=list(resources).index):
                visit(other, (*path, name))
            done[name] = None

    for name in resources:
        visit(name, ())
    return list(done)
