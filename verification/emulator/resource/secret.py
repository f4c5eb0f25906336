"""Secrets and the keys of KMS. moto's own key cannot be described, and of secrets its CloudFormation knows nothing."""

from __future__ import annotations

import json
from typing import Any

from emulator.resource.base import Resource, only, tag_changes, without


class Secret(Resource):
    """AWS::SecretsManager::Secret."""

    TYPE = "AWS::SecretsManager::Secret"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the secret, with a generated password if the template asks for one."""
        name = properties.get("Name") or self.place.generated_name(64)
        wanted = {**without(properties, "GenerateSecretString", "ReplicaRegions"), "Name": name}
        if "GenerateSecretString" in properties:
            wanted["SecretString"] = self._generated(properties["GenerateSecretString"])
        self.physical_id = self.call("secretsmanager", "CreateSecret", **wanted)["ARN"]
        self.attributes = {"Id": self.physical_id}

    def _generated(self, wanted: dict[str, Any]) -> str:
        asked = without(wanted, "SecretStringTemplate", "GenerateStringKey")
        password: str = self.call("secretsmanager", "GetRandomPassword", **asked)["RandomPassword"]
        if "SecretStringTemplate" not in wanted:
            return password
        return json.dumps({**json.loads(wanted["SecretStringTemplate"]), wanted["GenerateStringKey"]: password})

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Description, key, value and tags."""
        change = only(new, "Description", "KmsKeyId", "SecretString")
        if change != only(old, "Description", "KmsKeyId", "SecretString"):
            self.call("secretsmanager", "UpdateSecret", SecretId=self.physical_id, **change)
        put, gone = tag_changes(old, new)
        if gone:
            self.call("secretsmanager", "UntagResource", SecretId=self.physical_id, TagKeys=gone)
        if put:
            self.call("secretsmanager", "TagResource", SecretId=self.physical_id, Tags=put)

    def delete(self, properties: dict[str, Any]) -> None:
        """Without the days of grace that the API gives otherwise, as CloudFormation does."""
        self.call("secretsmanager", "DeleteSecret", SecretId=self.physical_id, ForceDeleteWithoutRecovery=True)


class Key(Resource):
    """AWS::KMS::Key."""

    TYPE = "AWS::KMS::Key"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the key, then lets it rotate if the template says so."""
        names = ("Description", "KeySpec", "KeyUsage", "MultiRegion", "Origin", "BypassPolicyLockoutSafetyCheck")
        tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in properties.get("Tags") or []]
        policy = {"Policy": json.dumps(properties["KeyPolicy"])} if "KeyPolicy" in properties else {}
        made = self.call("kms", "CreateKey", **only(properties, *names), **policy, Tags=tags)["KeyMetadata"]
        self.physical_id = made["KeyId"]
        self.attributes = {"Arn": made["Arn"], "KeyId": made["KeyId"]}
        self._rotate({}, properties)

    def _rotate(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        before, after = str(old.get("EnableKeyRotation")).lower(), str(new.get("EnableKeyRotation")).lower()
        if before != after and "true" in (before, after):
            self.call("kms", "EnableKeyRotation" if after == "true" else "DisableKeyRotation", KeyId=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Description, policy, rotation and tags."""
        if old.get("Description") != new.get("Description"):
            self.call("kms", "UpdateKeyDescription", KeyId=self.physical_id, Description=new.get("Description", ""))
        if old.get("KeyPolicy") != new.get("KeyPolicy") and "KeyPolicy" in new:
            policy = json.dumps(new["KeyPolicy"])
            self.call("kms", "PutKeyPolicy", KeyId=self.physical_id, PolicyName="default", Policy=policy)
        self._rotate(old, new)
        put, gone = tag_changes(old, new)
        if gone:
            self.call("kms", "UntagResource", KeyId=self.physical_id, TagKeys=gone)
        if put:
            tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in put]
            self.call("kms", "TagResource", KeyId=self.physical_id, Tags=tags)

    def delete(self, properties: dict[str, Any]) -> None:
        """KMS deletes no key at once: it waits for as many days as the template says."""
        days = properties.get("PendingWindowInDays", 30)
        self.call("kms", "ScheduleKeyDeletion", KeyId=self.physical_id, PendingWindowInDays=days)


class Alias(Resource):
    """AWS::KMS::Alias."""

    TYPE = "AWS::KMS::Alias"
    NAME = "AliasName"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the alias; a name that exists is refused."""
        self.call("kms", "CreateAlias", **properties)
        self.physical_id = properties["AliasName"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """The key that it stands for."""
        self.call("kms", "UpdateAlias", **new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the alias."""
        self.call("kms", "DeleteAlias", AliasName=self.physical_id)
