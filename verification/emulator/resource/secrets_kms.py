"""Secrets Manager and KMS. moto's own key cannot be described, and its CloudFormation does not support secrets."""

from __future__ import annotations

import json
from typing import Any

from emulator.resource.base import Resource, select, tag_changes, without


class Secret(Resource):
    """AWS::SecretsManager::Secret."""

    TYPE = "AWS::SecretsManager::Secret"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the secret, with a generated password if the template requests one."""
        name = properties.get("Name") or self.context.generated_name(64)
        parameters = {**without(properties, "GenerateSecretString", "ReplicaRegions"), "Name": name}
        if "GenerateSecretString" in properties:
            parameters["SecretString"] = self._generated_value(properties["GenerateSecretString"])
        self.physical_id = self.call("secretsmanager", "CreateSecret", **parameters)["ARN"]
        self.attributes = {"Id": self.physical_id}

    def _generated_value(self, parameters: dict[str, Any]) -> str:
        password_options = without(parameters, "SecretStringTemplate", "GenerateStringKey")
        password: str = self.call("secretsmanager", "GetRandomPassword", **password_options)["RandomPassword"]
        if "SecretStringTemplate" not in parameters:
            return password
        return json.dumps({**json.loads(parameters["SecretStringTemplate"]), parameters["GenerateStringKey"]: password})

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates description, key, value and tags."""
        change = select(new, "Description", "KmsKeyId", "SecretString")
        if change != select(old, "Description", "KmsKeyId", "SecretString"):
            self.call("secretsmanager", "UpdateSecret", SecretId=self.physical_id, **change)
        added, removed = tag_changes(old, new)
        if removed:
            self.call("secretsmanager", "UntagResource", SecretId=self.physical_id, TagKeys=removed)
        if added:
            self.call("secretsmanager", "TagResource", SecretId=self.physical_id, Tags=added)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the secret without a recovery window, as CloudFormation does."""
        self.call("secretsmanager", "DeleteSecret", SecretId=self.physical_id, ForceDeleteWithoutRecovery=True)


class Key(Resource):
    """AWS::KMS::Key."""

    TYPE = "AWS::KMS::Key"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the key, and enables rotation if the template requests it."""
        names = ("Description", "KeySpec", "KeyUsage", "MultiRegion", "Origin", "BypassPolicyLockoutSafetyCheck")
        tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in properties.get("Tags") or []]
        policy = {"Policy": json.dumps(properties["KeyPolicy"])} if "KeyPolicy" in properties else {}
        created = self.call("kms", "CreateKey", **select(properties, *names), **policy, Tags=tags)["KeyMetadata"]
        self.physical_id = created["KeyId"]
        self.attributes = {"Arn": created["Arn"], "KeyId": created["KeyId"]}
        self._update_rotation({}, properties)

    def _update_rotation(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        before, after = str(old.get("EnableKeyRotation")).lower(), str(new.get("EnableKeyRotation")).lower()
        if before != after and "true" in (before, after):
            self.call("kms", "EnableKeyRotation" if after == "true" else "DisableKeyRotation", KeyId=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates description, policy, rotation and tags."""
        if old.get("Description") != new.get("Description"):
            self.call("kms", "UpdateKeyDescription", KeyId=self.physical_id, Description=new.get("Description", ""))
        if old.get("KeyPolicy") != new.get("KeyPolicy") and "KeyPolicy" in new:
            policy = json.dumps(new["KeyPolicy"])
            self.call("kms", "PutKeyPolicy", KeyId=self.physical_id, PolicyName="default", Policy=policy)
        self._update_rotation(old, new)
        added, removed = tag_changes(old, new)
        if removed:
            self.call("kms", "UntagResource", KeyId=self.physical_id, TagKeys=removed)
        if added:
            tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in added]
            self.call("kms", "TagResource", KeyId=self.physical_id, Tags=tags)

    def delete(self, properties: dict[str, Any]) -> None:
        """Schedules the deletion. KMS deletes a key after the number of days in the template."""
        days = properties.get("PendingWindowInDays", 30)
        self.call("kms", "ScheduleKeyDeletion", KeyId=self.physical_id, PendingWindowInDays=days)


class Alias(Resource):
    """AWS::KMS::Alias."""

    TYPE = "AWS::KMS::Alias"
    NAME = "AliasName"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the alias. An existing name is an error."""
        self.call("kms", "CreateAlias", **properties)
        self.physical_id = properties["AliasName"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the key of the alias."""
        self.call("kms", "UpdateAlias", **new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the alias."""
        self.call("kms", "DeleteAlias", AliasName=self.physical_id)
