"""IAM. moto's own types drop ManagedPolicyArns, and cannot delete a policy that is attached to a role."""

from __future__ import annotations

import json
from typing import Any

from emulator.resource.base import Resource, select, tag_changes


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
        """Creates the role with its policies."""
        name = self.name_of(properties)
        parameters = select(properties, "Path", "Description", "MaxSessionDuration", "PermissionsBoundary", "Tags")
        trust = _document(properties["AssumeRolePolicyDocument"])
        role = self.call("iam", "CreateRole", RoleName=name, AssumeRolePolicyDocument=trust, **parameters)["Role"]
        self.physical_id = name
        self._update_policies({}, properties)
        self.attributes = {"Arn": role["Arn"], "RoleId": role["RoleId"]}

    def _update_policies(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        before, after = _policies(old), _policies(new)
        for name in before.keys() - after.keys():
            self.call("iam", "DeleteRolePolicy", RoleName=self.physical_id, PolicyName=name)
        for name, document in after.items():
            if before.get(name) != document:
                self.call("iam", "PutRolePolicy", RoleName=self.physical_id, PolicyName=name, PolicyDocument=document)
        old_arns, new_arns = old.get("ManagedPolicyArns") or [], new.get("ManagedPolicyArns") or []
        for arn in [arn for arn in old_arns if arn not in new_arns]:
            self.call("iam", "DetachRolePolicy", RoleName=self.physical_id, PolicyArn=arn)
        for arn in [arn for arn in new_arns if arn not in old_arns]:
            self.call("iam", "AttachRolePolicy", RoleName=self.physical_id, PolicyArn=arn)

    def _update_boundary(self, old: str | None, new: str | None) -> None:
        if new and new != old:
            self.call("iam", "PutRolePermissionsBoundary", RoleName=self.physical_id, PermissionsBoundary=new)
        elif old and not new:
            self.call("iam", "DeleteRolePermissionsBoundary", RoleName=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates everything except the name and the path, which replace the role."""
        if old["AssumeRolePolicyDocument"] != new["AssumeRolePolicyDocument"]:
            trust = _document(new["AssumeRolePolicyDocument"])
            self.call("iam", "UpdateAssumeRolePolicy", RoleName=self.physical_id, PolicyDocument=trust)
        if select(old, "Description", "MaxSessionDuration") != select(new, "Description", "MaxSessionDuration"):
            changed = {
                "Description": "",
                "MaxSessionDuration": 3600,
                **select(new, "Description", "MaxSessionDuration"),
            }
            self.call("iam", "UpdateRole", RoleName=self.physical_id, **changed)
        self._update_policies(old, new)
        self._update_boundary(old.get("PermissionsBoundary"), new.get("PermissionsBoundary"))
        added, removed = tag_changes(old, new)
        if removed:
            self.call("iam", "UntagRole", RoleName=self.physical_id, TagKeys=removed)
        if added:
            self.call("iam", "TagRole", RoleName=self.physical_id, Tags=added)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the role. This is an error while it has policies that are not from the template."""
        attached = self.call("iam", "ListAttachedRolePolicies", RoleName=self.physical_id)["AttachedPolicies"]
        inline = self.call("iam", "ListRolePolicies", RoleName=self.physical_id)["PolicyNames"]
        attached_arns = [policy["PolicyArn"] for policy in attached]
        for arn in [arn for arn in properties.get("ManagedPolicyArns") or [] if arn in attached_arns]:
            self.call("iam", "DetachRolePolicy", RoleName=self.physical_id, PolicyArn=arn)
        for name in _policies(properties).keys() & set(inline):
            self.call("iam", "DeleteRolePolicy", RoleName=self.physical_id, PolicyName=name)
        self.call("iam", "DeleteRole", RoleName=self.physical_id)


class _RolePolicy(Resource):
    """A policy that lists the roles that it is attached to."""

    def attach(self, role: str, properties: dict[str, Any]) -> None:
        """Attaches the policy to a role."""
        raise NotImplementedError

    def detach(self, role: str, properties: dict[str, Any]) -> None:
        """Detaches the policy from a role."""
        raise NotImplementedError

    def update_roles(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Attaches the policy to the new roles, and detaches it from the others."""
        before, after = set(old.get("Roles") or []), set(new.get("Roles") or [])
        for role in sorted(before - after):
            self.detach(role, old)
        for role in sorted(after - before):
            self.attach(role, new)


class ManagedPolicy(_RolePolicy):
    """AWS::IAM::ManagedPolicy with Roles."""

    TYPE = "AWS::IAM::ManagedPolicy"
    LIMIT = 128

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the policy and attaches it."""
        name = properties.get("ManagedPolicyName") or self.context.generated_name(self.LIMIT)
        document = _document(properties["PolicyDocument"])
        parameters = select(properties, "Path", "Description")
        policy = self.call("iam", "CreatePolicy", PolicyName=name, PolicyDocument=document, **parameters)["Policy"]
        self.physical_id = policy["Arn"]
        self.update_roles({}, properties)
        self.attributes = {"PolicyArn": policy["Arn"], "PolicyId": policy["PolicyId"]}

    def attach(self, role: str, properties: dict[str, Any]) -> None:
        """Attaches the policy by its ARN."""
        self.call("iam", "AttachRolePolicy", RoleName=role, PolicyArn=self.physical_id)

    def detach(self, role: str, properties: dict[str, Any]) -> None:
        """Detaches the policy by its ARN."""
        self.call("iam", "DetachRolePolicy", RoleName=role, PolicyArn=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Creates a new version if the document has changed, and deletes the old one."""
        if old["PolicyDocument"] != new["PolicyDocument"]:
            versions = self.call("iam", "ListPolicyVersions", PolicyArn=self.physical_id)["Versions"]
            document = _document(new["PolicyDocument"])
            self.call(
                "iam", "CreatePolicyVersion", PolicyArn=self.physical_id, PolicyDocument=document, SetAsDefault=True
            )
            for version in versions:
                self.call("iam", "DeletePolicyVersion", PolicyArn=self.physical_id, VersionId=version["VersionId"])
        self.update_roles(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Detaches the policy from its roles, then deletes it."""
        self.update_roles(properties, {})
        self.call("iam", "DeletePolicy", PolicyArn=self.physical_id)


class Policy(_RolePolicy):
    """AWS::IAM::Policy with Roles."""

    TYPE = "AWS::IAM::Policy"
    LIMIT = 128

    def create(self, properties: dict[str, Any]) -> None:
        """Adds the policy to its roles."""
        self.physical_id = self.context.generated_name(self.LIMIT)
        self.update_roles({}, properties)
        self.attributes = {"Id": self.physical_id}

    def attach(self, role: str, properties: dict[str, Any]) -> None:
        """Adds the inline policy."""
        document = _document(properties["PolicyDocument"])
        self.call("iam", "PutRolePolicy", RoleName=role, PolicyName=properties["PolicyName"], PolicyDocument=document)

    def detach(self, role: str, properties: dict[str, Any]) -> None:
        """Removes the inline policy."""
        self.call("iam", "DeleteRolePolicy", RoleName=role, PolicyName=properties["PolicyName"])

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Replaces the inline policies if the name or the document has changed."""
        if (old["PolicyName"], old["PolicyDocument"]) != (new["PolicyName"], new["PolicyDocument"]):
            self.update_roles(old, {})
            old = {}
        self.update_roles(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Removes the policy from its roles."""
        self.update_roles(properties, {})
