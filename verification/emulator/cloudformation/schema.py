"""Reads AWS's resource schemas, which cfn-lint contains. moto depends on cfn-lint.

The schemas are the source for the properties of a type, the required and the read-only ones, and the ones whose change
replaces the resource. So the classes of the emulator do not repeat them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from cfnlint.schema import ResourceNotFoundError
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

_NUMBER = re.compile(r"[+-]?(\d+)(\.\d+)?([eE][+-]?\d+)?")


@cache
def of(region: str, type_name: str) -> Schema | None:
    """Returns the schema of a type in a Region, or None."""
    try:
        return Schema(PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, type_name).schema)
    except ResourceNotFoundError:
        return None


class Schema:
    """The schema of one resource type."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._schema = schema
        self.create_only = self._paths("createOnlyProperties")
        self.conditionally_create_only = self._paths("conditionalCreateOnlyProperties")
        self._read_only = self._paths("readOnlyProperties")
        self.deletes_first = schema.get("replacementStrategy") == "delete_then_create"
        tagging = schema.get("tagging") or {}
        self.tags = str(tagging.get("tagProperty", "/properties/Tags")).split("/")[-1]
        self.is_taggable = tagging.get("taggable") is not False and self.tags in schema["properties"]

    def _paths(self, key: str) -> list[list[str]]:
        return [path.split("/")[2:] for path in self._schema.get(key, [])]

    def has_attribute(self, name: str) -> bool:
        """Returns whether Fn::GetAtt supports this attribute."""
        path = name.split(".")
        return any(path[: len(known)] == known or known[: len(path)] == path for known in self._read_only) or (
            len(path) == 1 and name in self._schema["properties"]
        )

    def errors(self, properties: dict[str, Any]) -> list[str]:
        """Returns the errors in resolved properties, with the messages of CloudFormation's handlers."""
        read_only = {path[0] for path in self._read_only if len(path) == 1}
        given = dict(properties)
        errors = [
            f"#: extraneous key [{name}] is not permitted"
            for name in given
            if name in read_only and name not in self._create_only_names()
        ]
        return errors + list(self._object("#", self._schema, given))

    def _create_only_names(self) -> set[str]:
        return {path[0] for path in self.create_only}

    def replacing(self, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
        """Returns the top-level properties whose change needs a new resource."""
        return sorted({path[0] for path in self.create_only if _value_at(old, path) != _value_at(new, path)})

    def conditionally_replacing(self, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
        """Returns the top-level properties whose change needs a new resource in some cases."""
        return sorted(
            {path[0] for path in self.conditionally_create_only if _value_at(old, path) != _value_at(new, path)}
        )

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema:
            target: Any = self._schema
            for part in schema["$ref"].split("/")[1:]:
                target = target[part]
            schema = {**{key: value for key, value in schema.items() if key != "$ref"}, **target}
        return schema

    def _object(self, where: str, schema: dict[str, Any], value: dict[str, Any]) -> Any:
        properties, patterns = schema.get("properties") or {}, schema.get("patternProperties") or {}
        for name in schema.get("required", []):
            if name not in value:
                yield f"{where}: required key [{name}] not found"
        for name, item in value.items():
            if name in properties:
                yield from self._value(f"{where}/{name}", properties[name], item)
            elif properties and schema.get("additionalProperties") is False and not patterns:
                yield f"{where}: extraneous key [{name}] is not permitted"

    def _value(self, where: str, schema: dict[str, Any], value: Any) -> Any:
        schema = self._resolved(schema)
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if isinstance(value, dict):
            if kinds and "object" not in kinds and "string" not in kinds:
                yield f"{where}: expected type: {_java_type(kinds[0])}, found: JSONObject"
            elif kinds != ["string"]:
                yield from self._object(where, schema, value)
        elif isinstance(value, list):
            yield from self._list(where, schema, kinds, value)
        else:
            yield from _scalar(where, schema, kinds, value)

    def _list(self, where: str, schema: dict[str, Any], kinds: list[str], value: list[Any]) -> Any:
        if kinds and "array" not in kinds:
            yield f"{where}: expected type: {_java_type(kinds[0])}, found: JSONArray"
            return
        if len(value) > schema.get("maxItems", len(value)):
            yield f"{where}: expected maximum item count: {schema['maxItems']}, found: {len(value)}"
        if len(value) < schema.get("minItems", 0):
            yield f"{where}: expected minimum item count: {schema['minItems']}, found: {len(value)}"
        if schema.get("uniqueItems") and len({repr(item) for item in value}) < len(value):
            yield f"{where}: array items are not unique"
        for index, item in enumerate(value):
            yield from self._value(f"{where}/{index}", schema.get("items") or {}, item)


def _scalar(where: str, schema: dict[str, Any], kinds: list[str], value: Any) -> Any:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if kinds and not any(_has_type(kind, text) for kind in kinds):
        yield f"{where}: expected type: {_java_type(kinds[0])}, found: String"
        return
    if "enum" in schema and text not in {str(item) for item in schema["enum"]}:
        yield f"{where}: {text} is not a valid enum value"
    measure = len(text) if "string" in kinds else float(text) if _NUMBER.fullmatch(text) else 0
    low, high = ("minLength", "maxLength") if "string" in kinds else ("minimum", "maximum")
    for keyword, broken in ((low, measure < schema.get(low, measure)), (high, measure > schema.get(high, measure))):
        if broken:
            yield f"{where}: failed validation constraint for keyword [{keyword}]"


def _has_type(kind: str, text: str) -> bool:
    if kind == "boolean":
        return text.lower() in ("true", "false")
    if kind in ("integer", "number"):
        return bool(_NUMBER.fullmatch(text))
    return kind == "string"


def _java_type(kind: str) -> str:
    names = {"object": "JSONObject", "array": "JSONArray", "integer": "Number", "number": "Number"}
    return names.get(kind, kind.capitalize())


def _value_at(value: Any, path: list[str]) -> Any:
    for part in path:
        if part == "*":
            return (
                [_value_at(item, path[path.index(part) + 1 :]) for item in value] if isinstance(value, list) else None
            )
        value = value.get(part) if isinstance(value, dict) else None
    return value
