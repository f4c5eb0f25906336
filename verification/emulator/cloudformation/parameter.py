"""Resolves and checks the values of template parameters: passed, previous or default."""

from __future__ import annotations

import re
from typing import Any

from emulator.cloudformation.error import ValidationError


def values(template: dict[str, Any], given: list[dict[str, Any]], previous: dict[str, str]) -> dict[str, str]:
    """Returns the value of every parameter of a template."""
    declared = template.get("Parameters") or {}
    by_key = {item["ParameterKey"]: item for item in given}
    unknown = sorted(set(by_key) - set(declared))
    if unknown:
        raise ValidationError(f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    found, missing = {}, []
    for key, body in declared.items():
        item = by_key.get(key, {})
        if item.get("UsePreviousValue") in (True, "true") and key in previous:
            found[key] = previous[key]
        elif "ParameterValue" in item:
            found[key] = str(item["ParameterValue"])
        elif "Default" in body:
            found[key] = str(body["Default"])
        else:
            missing.append(key)
    if missing:
        raise ValidationError(f"Parameters: [{', '.join(missing)}] must have values")
    for key, value in found.items():
        _check(key, declared[key], value)
    return found


def _check(key: str, body: dict[str, Any], value: str) -> None:
    kind = str(body.get("Type", "String"))
    if kind.startswith("AWS::SSM::"):
        raise ValidationError(f"The emulator does not support parameters of the type {kind}")
    for item in value.split(",") if "List" in kind else [value]:
        violation = _violation(body, kind, item.strip())
        if violation and "ConstraintDescription" in body:
            raise ValidationError(f"Parameter {key} failed to satisfy constraint: {body['ConstraintDescription']}")
        if violation:
            raise ValidationError(f"Parameter '{key}' {violation}")


def _violation(body: dict[str, Any], kind: str, value: str) -> str | None:
    if len(value.encode()) > 4096:
        return "must contain at most 4096 bytes"
    if "AllowedValues" in body and value not in [str(allowed) for allowed in body["AllowedValues"]]:
        return "must be one of AllowedValues"
    if "AllowedPattern" in body and not re.fullmatch(str(body["AllowedPattern"]), value):
        return f"must match pattern {body['AllowedPattern']}"
    if len(value) < int(body.get("MinLength", 0)):
        return f"must contain at least {body['MinLength']} characters"
    if len(value) > int(body.get("MaxLength", 4096)):
        return f"must contain at most {body['MaxLength']} characters"
    if kind in ("Number", "List<Number>"):
        return _number_violation(body, value)
    return None


def _number_violation(body: dict[str, Any], value: str) -> str | None:
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", value):
        return "must be a number"
    if float(value) < float(body.get("MinValue", "-inf")):
        return f"must be a number not less than {body['MinValue']}"
    if float(value) > float(body.get("MaxValue", "inf")):
        return f"must be a number not greater than {body['MaxValue']}"
    return None
