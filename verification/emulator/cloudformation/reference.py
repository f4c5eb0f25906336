"""Finds references in a template, and resolves its intrinsic functions."""

from __future__ import annotations

import base64
import ipaddress
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

from emulator.cloudformation.error import ValidationError

_SUBSTITUTE = re.compile(r"\$\{([^!}][^}]*)\}")


class _Unknown:
    """A value that exists only after a deployment, such as the id of a new resource."""

    def __repr__(self) -> str:
        return "{{changeSet:KNOWN_AFTER_APPLY}}"


UNKNOWN = _Unknown()
NO_VALUE = object()


def names(value: Any) -> set[str]:
    """Returns the names of resources, parameters and pseudo parameters that a value refers to."""
    return {name for name, _ in attributes(value)}


def attributes(value: Any) -> Iterator[tuple[str, str]]:
    """Yields the references of a value as pairs of name and attribute. The attribute of a ``Ref`` is empty."""
    if isinstance(value, list):
        for item in value:
            yield from attributes(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "Ref" and isinstance(item, str):
                yield item, ""
            elif key == "Fn::GetAtt":
                name, attribute = _get_att(item)
                yield name, attribute
            elif key == "Fn::Sub":
                yield from _sub_attributes(item)
            else:
                yield from attributes(item)


def _sub_attributes(value: Any) -> Iterator[tuple[str, str]]:
    text, own = (value, {}) if isinstance(value, str) else value
    for name in _SUBSTITUTE.findall(text):
        if name.strip() not in own:
            first, _, rest = name.strip().partition(".")
            yield first, rest
    yield from attributes(own)


def _get_att(value: Any) -> list[str]:
    return value.split(".", 1) if isinstance(value, str) else [str(value[0]), str(value[1])]


def has_unknown(value: Any) -> bool:
    """Returns whether a part of a value exists only after a deployment."""
    if isinstance(value, dict):
        return any(has_unknown(item) for item in value.values())
    if isinstance(value, list):
        return any(has_unknown(item) for item in value)
    return value is UNKNOWN


class Resolver:
    """Resolves the intrinsic functions in the values of a template."""

    def __init__(
        self,
        template: dict[str, Any],
        values: dict[str, Any],
        ref: Callable[[str], Any],
        attribute: Callable[[str, str], Any],
        exported: Callable[[str], Any],
        zones: Callable[[str], list[str]],
    ) -> None:
        self._template = template
        self._values = values
        self._ref = ref
        self._attribute = attribute
        self._exported = exported
        self._zones = zones

    def resolve(self, value: Any) -> Any:
        """Returns the value without functions. Entries that are AWS::NoValue are left out."""
        if isinstance(value, list):
            return [item for item in map(self.resolve, value) if item is not NO_VALUE]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            key, item = next(iter(value.items()))
            if key in ("Ref", "Condition") and isinstance(item, str):
                return self._reference(item) if key == "Ref" else self.condition(item)
            if str(key).startswith("Fn::"):
                return self._function(key[4:], item)
        resolved = {key: self.resolve(item) for key, item in value.items()}
        return {key: item for key, item in resolved.items() if item is not NO_VALUE}

    def condition(self, name: str) -> bool:
        """Returns the value of a condition of the template."""
        conditions = self._template.get("Conditions") or {}
        if name not in conditions:
            raise ValidationError(
                f"Template format error: Unresolved condition dependency {name} in the Resources block of the template"
            )
        return bool(self.resolve(conditions[name]))

    def _reference(self, name: str) -> Any:
        if name == "AWS::NoValue":
            return NO_VALUE
        return self._values[name] if name in self._values else self._ref(name)

    def _function(self, name: str, argument: Any) -> Any:
        special = {"GetAtt": self._fn_get_att, "If": self._fn_if, "Sub": self._fn_sub}
        function = special.get(name) or getattr(self, f"_fn_{name.lower()}", None)
        if function is None:
            raise ValidationError(f"Template format error: Unrecognized function Fn::{name}")
        try:
            if name in special:
                return function(argument)
            resolved = self.resolve(argument)
            return UNKNOWN if has_unknown(resolved) else function(resolved)
        except (TypeError, ValueError, LookupError, AttributeError) as error:
            raise ValidationError(f"Template error: Fn::{name} does not accept {argument!r}") from error

    def _fn_get_att(self, argument: Any) -> Any:
        return self._attribute(*_get_att(argument))

    def _fn_if(self, argument: list[Any]) -> Any:
        return self.resolve(argument[1 if self.condition(argument[0]) else 2])

    def _fn_sub(self, argument: Any) -> Any:
        text, own = (argument, {}) if isinstance(argument, str) else argument
        values: dict[str, Any] = {}
        for name in {name.strip() for name in _SUBSTITUTE.findall(text)}:
            if name in own:
                values[name] = self.resolve(own[name])
            else:
                values[name] = self._fn_get_att(name) if "." in name else self._reference(name)
        if has_unknown(values):
            return UNKNOWN
        text = _SUBSTITUTE.sub(lambda match: _text(values[match.group(1).strip()]), text)
        return re.sub(r"\$\{!([^}]*)\}", r"${\1}", text)

    def _fn_join(self, argument: list[Any]) -> str:
        return argument[0].join(_text(item) for item in argument[1])

    def _fn_select(self, argument: list[Any]) -> Any:
        index, items = int(argument[0]), argument[1]
        if not 0 <= index < len(items):
            raise ValidationError(f"Template error: Fn::Select cannot select nonexistent value at index {index}")
        return items[index]

    def _fn_split(self, argument: list[Any]) -> list[str]:
        return _text(argument[1]).split(argument[0])

    def _fn_getazs(self, argument: Any) -> list[str]:
        return self._zones(argument or self._values["AWS::Region"])

    def _fn_importvalue(self, argument: str) -> Any:
        return self._exported(argument)

    def _fn_findinmap(self, argument: list[Any]) -> Any:
        try:
            return self._template["Mappings"][argument[0]][argument[1]][argument[2]]
        except KeyError as missing:
            raise ValidationError(
                f"Template error: Unable to get mapping for {'::'.join(map(str, argument))}"
            ) from missing

    def _fn_base64(self, argument: Any) -> str:
        return base64.b64encode(_text(argument).encode()).decode()

    def _fn_cidr(self, argument: list[Any]) -> list[str]:
        block, count, bits = argument[0], int(argument[1]), int(argument[2])
        network = ipaddress.ip_network(block)
        subnets = network.subnets(new_prefix=network.max_prefixlen - bits)
        return [str(subnet) for subnet in itertools.islice(subnets, count)]

    def _fn_equals(self, argument: list[Any]) -> bool:
        return _text(argument[0]) == _text(argument[1])

    def _fn_and(self, argument: list[Any]) -> bool:
        return all(argument)

    def _fn_or(self, argument: list[Any]) -> bool:
        return any(argument)

    def _fn_not(self, argument: list[Any]) -> bool:
        return not argument[0]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
