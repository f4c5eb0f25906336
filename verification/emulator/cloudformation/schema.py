"""AWS's own schemas of resource types, as cfn-lint (which moto needs) brings them along.

They say which properties a type has and must have, which of them replace the resource and which values it answers with,
so that no type of the emulator has to say it again.
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
    """The schema of a type in a Region, if it has one."""
    try:
        return Schema(PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, type_name).schema)
    except ResourceNotFoundError:
        return None


class Schema:
    """What AWS says of one type."""

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
        """Whether Fn::GetAtt gives this attribute."""
        path = name.split(".")
        return any(path[: len(known)] == known or known[: len(path)] == path for known in self._read_only) or (
            len(path) == 1 and name in self._schema["properties"]
        )

    def faults(self, properties: dict[str, Any]) -> list[str]:
        """What is wrong with resolved properties, in the words of CloudFormation's handlers."""
        read_only = {path[0] for path in self._read_only if len(path) == 1}
        given = dict(properties)
        faults = [
            f"#: extraneous key [{name}] is not permitted"
            for name in given
            if name in read_only and name not in self._also_written()
        ]
        return faults + list(self._object("#", self._schema, given))

    def _also_written(self) -> set[str]:
        return {path[0] for path in self.create_only}

    def replacing(self, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
        """The top-level properties whose change needs a new resource."""
        return sorted({path[0] for path in self.create_only if _at(old, path) != _at(new, path)})

    def perhaps_replacing(self, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
        """The top-level properties whose change needs a new resource in some cases."""
        return sorted({path[0] for path in self.conditionally_create_only if _at(old, path) != _at(new, path)})

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
                yield f"{where}: expected type: {_java(kinds[0])}, found: JSONObject"
            elif kinds != ["string"]:
                yield from self._object(where, schema, value)
        elif isinstance(value, list):
            yield from self._list(where, schema, kinds, value)
        else:
            yield from _scalar(where, schema, kinds, value)

    def _list(self, where: str, schema: dict[str, Any], kinds: list[str], value: list[Any]) -> Any:
        if kinds and "array" not in kinds:
            yield f"{where}: expected type: {_java(kinds[0])}, found: JSONArray"
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
    if kinds and not any(_is(kind, text) for kind in kinds):
        yield f"{where}: expected type: {_java(kinds[0])}, found: String"
        return
    if "enum" in schema and text not in {str(item) for item in schema["enum"]}:
        yield f"{where}: {text} is not a valid enum value"
    measure = len(text) if "string" in kinds else float(text) if _NUMBER.fullmatch(text) else 0
    low, high = ("minLength", "maxLength") if "string" in kinds else ("minimum", "maximum")
    for keyword, broken in ((low, measure < schema.get(low, measure)), (high, measure > schema.get(high, measure))):
        if broken:
            yield f"{where}: failed validation constraint for keyword [{keyword}]"


def _is(kind: str, text: str) -> bool:
    if kind == "boolean":
        return text.lower() in ("true", "false")
    if kind in ("integer", "number"):
        return bool(_NUMBER.fullmatch(text))
    return kind == "string"


def _java(kind: str) -> str:
    names = {"object": "JSONObject", "array": "JSONArray", "integer": "Number", "number": "Number"}
    return names.get(kind, kind.capitalize())


def _at(value: Any, path: list[str]) -> Any:
    for part in path:
        if part == "*":
            return [_at(item, path[path.index(part) + 1 :]) for item in value] if isinstance(value, list) else None
        value = value.get(part) if isinstance(value, dict) else None
    return value
