"""What a template may do only if whoever deploys it says so."""

from __future__ import annotations

from typing import Any

from emulator.cloudformation.fault import InsufficientCapabilities, ValidationError

CAPABILITIES = ("CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM")
_NAMES = {
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
    """Raises where a capability does not exist."""
    if any(capability not in CAPABILITIES for capability in capabilities):
        raise ValidationError(
            f"1 validation error detected: Value '[{', '.join(capabilities)}]' at 'capabilities' failed to satisfy "
            "constraint: Member must satisfy constraint: [Member must satisfy enum value set: "
            f"[{', '.join(CAPABILITIES)}]]"
        )


def check_given(template: dict[str, Any], capabilities: list[str]) -> None:
    """Raises where a template needs a capability that was not given."""
    needed = required(template)
    enough = {"CAPABILITY_IAM": {"CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"}}
    missing = [one for one in needed if not enough.get(one, {one}) & set(capabilities)]
    if missing:
        raise InsufficientCapabilities(f"Requires capabilities : [{', '.join(missing)}]")
    if "CAPABILITY_AUTO_EXPAND" in needed:
        raise ValidationError("The emulator knows no transforms")


def required(template: dict[str, Any]) -> list[str]:
    """The capabilities that a template needs."""
    needed = []
    iam = [body for body in template["Resources"].values() if body["Type"] in _NAMES]
    if any(_NAMES[body["Type"]] and _NAMES[body["Type"]] in (body.get("Properties") or {}) for body in iam):
        needed.append("CAPABILITY_NAMED_IAM")
    elif iam:
        needed.append("CAPABILITY_IAM")
    return needed + (["CAPABILITY_AUTO_EXPAND"] if "Transform" in template else [])
