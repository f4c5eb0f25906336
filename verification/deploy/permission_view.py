"""Reads IAM roles and KMS keys of a stack."""

from __future__ import annotations

import json

from account import tags


def statement(fields):
    """Returns a policy statement in a form that does not depend on order: single values become lists, sorted."""

    def canonical(value):
        if isinstance(value, dict):
            return {key: canonical(entry) for key, entry in value.items()}
        return sorted(value) if isinstance(value, list) else [value]

    return {key: value if key in ("Effect", "Sid") else canonical(value) for key, value in fields.items()}


def statements(policy):
    """Returns all statements of a policy, sorted."""
    return sorted(map(statement, policy), key=lambda entry: json.dumps(entry, sort_keys=True))


class PermissionView:
    """The part of a `StackView` about permissions."""

    def __init__(self, view):
        self.view = view
        self.ask = view.account.ask
        self.of = view.account.of

    def key(self, identifier):
        return self.ask("kms", "describe-key", "--key-id", identifier)["KeyMetadata"]

    def keys(self):
        """Returns the KMS keys that are new and have the stack's name in their description."""
        found = {}
        for identifier in (entry["KeyId"] for entry in self.of("kms", "list-keys")):
            description = self.key(identifier)["Description"]
            if identifier in self.view.before or not description.endswith(f" {self.view.stack}"):
                continue
            self.view.seen.add(identifier)
            policy = self.ask("kms", "get-key-policy", "--key-id", identifier, "--policy-name", "default")
            entries = json.loads(policy["Policy"])["Statement"]
            rotation = self.ask("kms", "get-key-rotation-status", "--key-id", identifier)
            found[description] = {
                "rotation": rotation["KeyRotationEnabled"],
                "policy": statements({k: v for k, v in entry.items() if k != "Sid"} for entry in entries),
                "tags": {
                    entry["TagKey"]: entry["TagValue"]
                    for entry in self.of("kms", "list-resource-tags", "--key-id", identifier)
                    if not entry["TagKey"].startswith("aws:")
                },
            }
        return found

    def roles(self, services):
        """Returns the roles of tasks. Their names are `execution role of …` and `task role of …` with the services."""
        used: dict[tuple[str, str], list[str]] = {}
        for name, service in services.items():
            task = self.view.task_definition(service["taskDefinition"])["taskDefinition"]
            for kind in ("execution", "task"):
                arn = task.get(f"{kind}RoleArn")
                if arn:
                    used.setdefault((kind, arn), []).append(name)
        return {f"{kind} role of {', '.join(sorted(names))}": self.role(arn) for (kind, arn), names in used.items()}

    def role(self, arn):
        self.view.seen.add(arn)
        name = arn.rpartition("/")[2]
        role = self.ask("iam", "get-role", "--role-name", name)["Role"]
        inline = []
        for policy in self.of("iam", "list-role-policies", "--role-name", name):
            answer = self.ask("iam", "get-role-policy", "--role-name", name, "--policy-name", policy)
            inline += answer["PolicyDocument"]["Statement"]
        attached = self.of("iam", "list-attached-role-policies", "--role-name", name)
        return {
            "trust": statements(role["AssumeRolePolicyDocument"]["Statement"]),
            "permissionsBoundary": role.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn"),
            "managedPolicies": sorted(policy["PolicyArn"] for policy in attached),
            "statements": statements(inline),
            "tags": tags(self.of("iam", "list-role-tags", "--role-name", name)),
        }
