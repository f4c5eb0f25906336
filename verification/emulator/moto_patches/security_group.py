"""Security group rules. moto accepts duplicate rules in a request, or with another description."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ec2.responses.security_groups import SecurityGroups

from emulator.moto_patches.method_hooks import before, replace

_TEXT = re.compile(r"[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{0,255}")


def _key(rule: SecurityGroupRule) -> tuple[Any, ...]:
    address = rule.ip_range.get("CidrIp"), rule.ip_range.get("CidrIpv6")
    source = rule.source_group.get("GroupId"), rule.source_group.get("GroupName")
    ports = (rule.from_port, rule.to_port) if rule.ip_protocol != "-1" else ()
    return (rule.ip_protocol, *address, *source, rule.prefix_list_id, *ports)


SecurityGroupRule.__eq__ = lambda self, other: _key(self) == _key(other)
SecurityGroupRule.__hash__ = lambda self: hash(_key(self))
SecurityGroupRule.description = property(
    lambda self: self.ip_range.get("Description") or self.source_group.get("Description")
)


def _describe(rule: SecurityGroupRule) -> str:
    """Returns a rule in the form of EC2's error messages."""
    peer = (
        rule.ip_range.get("CidrIp")
        or rule.ip_range.get("CidrIpv6")
        or rule.source_group.get("GroupId")
        or rule.prefix_list_id
    )
    if rule.ip_protocol == "-1":
        return f"peer: {peer}, ALL, ALLOW"
    return f"peer: {peer}, {str(rule.ip_protocol).upper()}, from port: {rule.from_port}, to port: {rule.to_port}, ALLOW"


def _check_rules(responses: SecurityGroups, is_egress: bool) -> None:
    """Checks all rules of a request before the first one is added."""
    seen: set[SecurityGroupRule] = set()
    backend: EC2Backend = responses.ec2_backend
    for requested in responses._process_rules_from_querystring():
        group = backend.get_security_group_by_name_or_id(requested["group_name_or_id"])
        if group is None:
            return  # moto reports this
        for number in (requested["from_port"], requested["to_port"]):
            if (
                requested["ip_protocol"] in ("tcp", "udp", "6", "17")
                and not 0 <= int(-1 if number is None else number) <= 65535
            ):
                raise EC2ClientError(
                    "InvalidParameterValue", f"Invalid value '{number}' for port. Must be between 0 and 65535"
                )
        for rule in backend._iterate_security_rules(
            requested["ip_protocol"],
            group.id,
            requested["from_port"],
            requested["to_port"],
            requested["ip_ranges"],
            requested["source_groups"] or [],
            requested["prefix_list_ids"] or [],
            is_egress=is_egress,
        ):
            if rule in seen:
                raise EC2ClientError("InvalidParameterValue", "The same permission must not appear multiple times")
            if rule in (group.egress_rules if is_egress else group.ingress_rules):
                raise EC2ClientError(
                    "InvalidPermission.Duplicate", f'the specified rule "{_describe(rule)}" already exists'
                )
            _check_text(rule.description or "", "rule description")
            seen.add(rule)


def _check_text(text: str, parameter: str) -> None:
    """Rejects unsupported characters in descriptions. Source: the EC2 API reference, CreateSecurityGroup."""
    if not text.isascii():
        message = f"Value ({text}) for parameter {parameter} is invalid. Character sets beyond ASCII are not supported."
        raise EC2ClientError("InvalidParameterValue", message)
    if not _TEXT.fullmatch(text):
        raise EC2ClientError(
            "InvalidParameterValue",
            f"Invalid {parameter}. Valid descriptions are strings less than 256 characters from the following set: "
            "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
        )


@replace(SecurityGroups, "authorize_security_group_ingress")
def _ingress(original: Callable[..., Any], responses: SecurityGroups, arguments: SimpleNamespace) -> Any:
    _check_rules(responses, is_egress=False)
    return original()


@replace(SecurityGroups, "authorize_security_group_egress")
def _egress(original: Callable[..., Any], responses: SecurityGroups, arguments: SimpleNamespace) -> Any:
    _check_rules(responses, is_egress=True)
    return original()


@before(EC2Backend, "create_security_group")
def _check_group(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    _check_text(arguments.description or "", "GroupDescription")
    if str(arguments.name).startswith("sg-"):
        message = (
            f"Value ({arguments.name}) for parameter GroupName is invalid. Group names may not be in the format sg-*"
        )
        raise EC2ClientError("InvalidParameterValue", message)
