"""Evaluates a template for a stack: its active resources, their properties, and the outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from emulator import api
from emulator.cloudformation import schema
from emulator.cloudformation.error import ValidationError
from emulator.cloudformation.reference import UNKNOWN, Resolver, has_unknown
from emulator.cloudformation.stack import Output, Request, Stack, StackResource, Store
from emulator.cloudformation.template import order


class Evaluation:
    """A request, evaluated for a stack.

    ``member`` looks up a resource by its logical id. It returns None while the physical id is not known yet.
    """

    def __init__(
        self, stack: Stack, request: Request, store: Store, member: Callable[[str], StackResource | None]
    ) -> None:
        self._stack = stack
        self._request = request
        self._store = store
        self._member = member
        self.imports: set[str] = set()
        self.resolver = Resolver(
            request.template, self._values(), self._ref, self._attribute, self._exported, self._zones
        )
        self.resources = {
            name: body
            for name, body in request.template["Resources"].items()
            if "Condition" not in body or self.resolver.condition(body["Condition"])
        }
        self.order = order(self.resources)

    def _values(self) -> dict[str, Any]:
        stack = self._stack
        pseudo = {
            "AWS::AccountId": stack.account,
            "AWS::NotificationARNs": stack.notification_arns,
            "AWS::Partition": stack.partition,
            "AWS::Region": stack.region,
            "AWS::StackId": stack.id,
            "AWS::StackName": stack.name,
            "AWS::URLSuffix": "amazonaws.com.cn" if stack.partition == "aws-cn" else "amazonaws.com",
        }
        return {**pseudo, **_typed(self._request)}

    def _ref(self, name: str) -> Any:
        member = self._member(name)
        return UNKNOWN if member is None else member.physical_id

    def _attribute(self, name: str, attribute: str) -> Any:
        member = self._member(name)
        if member is None:
            return UNKNOWN
        if attribute not in member.attributes:
            raise ValidationError(
                f"Template error: resource {name} does not support attribute type {attribute} in Fn::GetAtt"
            )
        return member.attributes[attribute]

    def _exported(self, name: str) -> str:
        exporter = self._store.exporter(name)
        if exporter is None:
            raise ValidationError(f"No export named {name} found")
        self.imports.add(name)
        return exporter.exports[name]

    def _zones(self, region: str) -> list[str]:
        answer = api.call("ec2", region, "DescribeAvailabilityZones")
        return sorted(zone["ZoneName"] for zone in answer["AvailabilityZones"])

    def properties(self, name: str) -> dict[str, Any]:
        """Returns the resolved properties of a resource, with the tags of the stack."""
        body = self.resources[name]
        properties = self.resolver.resolve(body.get("Properties") or {})
        shape = schema.of(self._stack.region, body["Type"])
        if self._request.tags and shape is not None and shape.is_taggable:
            own = properties.get(shape.tags) or []
            tags: Any = {**self._request.tags, **api.tag_map(own)} if not has_unknown(own) else own
            properties[shape.tags] = tags if isinstance(own, dict) or has_unknown(own) else api.tag_list(tags)
        return properties

    def outputs(self) -> list[Output]:
        """Returns the outputs of the stack. Each value must be a string."""
        outputs = []
        for key, body in (self._request.template.get("Outputs") or {}).items():
            if "Condition" in body and not self.resolver.condition(body["Condition"]):
                continue
            value = self.resolver.resolve(body["Value"])
            if isinstance(value, (dict, list)):
                raise ValidationError(
                    "Template format error: The Value field of every Outputs member must evaluate to a String."
                )
            export = self.resolver.resolve(body["Export"]["Name"]) if "Export" in body else None
            outputs.append(Output(key, value if value is UNKNOWN else _text(value), body.get("Description"), export))
        return outputs


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _typed(request: Request) -> dict[str, Any]:
    declared = request.template.get("Parameters") or {}
    lists = {name for name, body in declared.items() if "List" in str(body.get("Type"))}
    return {
        name: [item.strip() for item in value.split(",")] if name in lists else value
        for name, value in request.parameters.items()
    }
