"""Checks the capabilities that a caller acknowledges, such as ``CAPABILITY_IAM``."""

from __future__ import annotations

from typing import Any

from emulator.cloudformation.error import InsufficientCapabilitiesError, ValidationError

CAPABILITIES = ("CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM")
_NAME_PROPERTIES = {
    "AWS::IAM::AccessKey": "",
    "AWS::IAM::Group": "GroupName",
    "AWS::IAM::InstanceProfile": "InstanceProfileName",
    "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
    "AWS::IAM::Policy": "",
    "AWS::IAM::Role": "RoleName",
    "AWS::IAM::RolePolicy": "",
    "AWS::IAM::User": "UserName",
    "AWS::IAM::UserPolicy": "",
    "AWS::IAM::UserToGroupAddition": "",
}


def check_known(capabilities: list[str]) -> None:
    """Raises an error if a capability does not exist."""
    if any(capability not in CAPABILITIES for capability in capabilities):
        raise ValidationError(
            f"1 validation error detected: Value '[{', '.join(capabilities)}]' at 'capabilities' failed to satisfy "
            "constraint: Member must satisfy constraint: [Member must satisfy enum value set: "
            f"[{', '.join(CAPABILITIES)}]]"
        )


def check_passed(template: dict[str, Any], capabilities: list[str]) -> None:
    """Raises an error if the template needs a capability that the caller did not pass."""
    needed = required(template)
    enough = {"CAPABILITY_IAM": {"CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"}}
    missing = [capability for capability in needed if not enough.get(capability, {capability}) & set(capabilities)]
    if missing:
        raise InsufficientCapabilitiesError(f"Requires capabilities : [{', '.join(missing)}]")
    if "CAPABILITY_AUTO_EXPAND" in needed:
        raise ValidationError("The emulator does not support transforms")


def required(template: dict[str, Any]) -> list[str]:
    """Returns the capabilities that a template needs."""
    needed = []
    iam = [body for body in template["Resources"].values() if body["Type"] in _NAME_PROPERTIES]
    if any(
        _NAME_PROPERTIES[body["Type"]] and _NAME_PROPERTIES[body["Type"]] in (body.get("Properties") or {})
        for body in iam
    ):
        needed.append("CAPABILITY_NAMED_IAM")
    elif iam:
        needed.append("CAPABILITY_IAM")
    return needed + (["CAPABILITY_AUTO_EXPAND"] if "Transform" in template else [])
