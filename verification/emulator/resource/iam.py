"""Roles and policies. moto's own types drop ManagedPolicyArns and cannot delete a policy that a role holds."""

from __future__ import annotations

import json
from typing import Any

from emulator.resource.base import Resource, only, tag_changes


def _document(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _policies(properties: dict[str, Any]) -> dict[str, str]:
    return {policy["PolicyName"]: _document(policy["PolicyDocument"]) for policy in properties.get("Policies") or []}


class Role(Resource):
    """AWS::IAM::Role."""

    TYPE = "AWS::IAM::Role"
    NAME = "RoleName"
    LIMIT = 64

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the role and what it may do."""
        name = self.name_of(properties)
        wanted = only(properties, "Path", "Description", "MaxSessionDuration", "PermissionsBoundary", "Tags")
        trust = _document(properties["AssumeRolePolicyDocument"])
        role = self.call("iam", "CreateRole", RoleName=name, AssumeRolePolicyDocument=trust, **wanted)["Role"]
        self.physical_id = name
        self._allow({}, properties)
        self.attributes = {"Arn": role["Arn"], "RoleId": role["RoleId"]}

    def _allow(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        before, after = _policies(old), _policies(new)
        for name in before.keys() - after.keys():
            self.call("iam", "DeleteRolePolicy", RoleName=self.physical_id, PolicyName=name)
        for name, document in after.items():
            if before.get(name) != document:
                self.call("iam", "PutRolePolicy", RoleName=self.physical_id, PolicyName=name, PolicyDocument=document)
        held, wanted = old.get("ManagedPolicyArns") or [], new.get("ManagedPolicyArns") or []
        for arn in [arn for arn in held if arn not in wanted]:
            self.call("iam", "DetachRolePolicy", RoleName=self.physical_id, PolicyArn=arn)
        for arn in [arn for arn in wanted if arn not in held]:
            self.call("iam", "AttachRolePolicy", RoleName=self.physical_id, PolicyArn=arn)

    def _bound(self, old: str | None, new: str | None) -> None:
        if new and new != old:
            self.call("iam", "PutRolePermissionsBoundary", RoleName=self.physical_id, PermissionsBoundary=new)
        elif old and not new:
            self.call("iam", "DeleteRolePermissionsBoundary", RoleName=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """All but the name and the path."""
        if old["AssumeRolePolicyDocument"] != new["AssumeRolePolicyDocument"]:
            trust = _document(new["AssumeRolePolicyDocument"])
            self.call("iam", "UpdateAssumeRolePolicy", RoleName=self.physical_id, PolicyDocument=trust)
        if only(old, "Description", "MaxSessionDuration") != only(new, "Description", "MaxSessionDuration"):
            changed = {"Description": "", "MaxSessionDuration": 3600, **only(new, "Description", "MaxSessionDuration")}
            self.call("iam", "UpdateRole", RoleName=self.physical_id, **changed)
        self._allow(old, new)
        self._bound(old.get("PermissionsBoundary"), new.get("PermissionsBoundary"))
        put, gone = tag_changes(old, new)
        if gone:
            self.call("iam", "UntagRole", RoleName=self.physical_id, TagKeys=gone)
        if put:
            self.call("iam", "TagRole", RoleName=self.physical_id, Tags=put)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while the role holds policies that the template did not give it."""
        attached = self.call("iam", "ListAttachedRolePolicies", RoleName=self.physical_id)["AttachedPolicies"]
        inline = self.call("iam", "ListRolePolicies", RoleName=self.physical_id)["PolicyNames"]
        held = {"ManagedPolicyArns": [policy["PolicyArn"] for policy in attached]}
        for arn in [arn for arn in properties.get("ManagedPolicyArns") or [] if arn in held["ManagedPolicyArns"]]:
            self.call("iam", "DetachRolePolicy", RoleName=self.physical_id, PolicyArn=arn)
        for name in _policies(properties).keys() & set(inline):
            self.call("iam", "DeleteRolePolicy", RoleName=self.physical_id, PolicyName=name)
        self.call("iam", "DeleteRole", RoleName=self.physical_id)


class _Attached(Resource):
    """A policy that names the roles that hold it."""

    def attach(self, role: str, properties: dict[str, Any]) -> None:
        """Gives the policy to a role."""
        raise NotImplementedError

    def detach(self, role: str, properties: dict[str, Any]) -> None:
        """Takes the policy from a role."""
        raise NotImplementedError

    def move(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Gives the policy to those that hold it now, and to nobody else."""
        before, after = set(old.get("Roles") or []), set(new.get("Roles") or [])
        for role in sorted(before - after):
            self.detach(role, old)
        for role in sorted(after - before):
            self.attach(role, new)


class ManagedPolicy(_Attached):
    """AWS::IAM::ManagedPolicy, of roles."""

    TYPE = "AWS::IAM::ManagedPolicy"
    LIMIT = 128

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the policy and attaches it."""
        name = properties.get("ManagedPolicyName") or self.place.generated_name(self.LIMIT)
        document = _document(properties["PolicyDocument"])
        wanted = only(properties, "Path", "Description")
        policy = self.call("iam", "CreatePolicy", PolicyName=name, PolicyDocument=document, **wanted)["Policy"]
        self.physical_id = policy["Arn"]
        self.move({}, properties)
        self.attributes = {"PolicyArn": policy["Arn"], "PolicyId": policy["PolicyId"]}

    def attach(self, role: str, properties: dict[str, Any]) -> None:
        """By its ARN."""
        self.call("iam", "AttachRolePolicy", RoleName=role, PolicyArn=self.physical_id)

    def detach(self, role: str, properties: dict[str, Any]) -> None:
        """By its ARN."""
        self.call("iam", "DetachRolePolicy", RoleName=role, PolicyArn=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """A changed document is a new version; the one before is deleted."""
        if old["PolicyDocument"] != new["PolicyDocument"]:
            versions = self.call("iam", "ListPolicyVersions", PolicyArn=self.physical_id)["Versions"]
            document = _document(new["PolicyDocument"])
            self.call(
                "iam", "CreatePolicyVersion", PolicyArn=self.physical_id, PolicyDocument=document, SetAsDefault=True
            )
            for version in versions:
                self.call("iam", "DeletePolicyVersion", PolicyArn=self.physical_id, VersionId=version["VersionId"])
        self.move(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Takes the policy from its roles first."""
        self.move(properties, {})
        self.call("iam", "DeletePolicy", PolicyArn=self.physical_id)


class Policy(_Attached):
    """AWS::IAM::Policy, of roles."""

    TYPE = "AWS::IAM::Policy"
    LIMIT = 128

    def create(self, properties: dict[str, Any]) -> None:
        """Puts the policy into its roles."""
        self.physical_id = self.place.generated_name(self.LIMIT)
        self.move({}, properties)
        self.attributes = {"Id": self.physical_id}

    def attach(self, role: str, properties: dict[str, Any]) -> None:
        """Inline."""
        document = _document(properties["PolicyDocument"])
        self.call("iam", "PutRolePolicy", RoleName=role, PolicyName=properties["PolicyName"], PolicyDocument=document)

    def detach(self, role: str, properties: dict[str, Any]) -> None:
        """Inline."""
        self.call("iam", "DeleteRolePolicy", RoleName=role, PolicyName=properties["PolicyName"])

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Puts the policy again where anything but the roles changed."""
        if (old["PolicyName"], old["PolicyDocument"]) != (new["PolicyName"], new["PolicyDocument"]):
            self.move(old, {})
            old = {}
        self.move(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Takes the policy out of its roles."""
        self.move(properties, {})
