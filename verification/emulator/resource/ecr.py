"""ECR. moto's own type drops the lifecycle policy and other properties, and cannot be updated."""

from __future__ import annotations

import json
from typing import Any

from emulator.resource.base import Resource, select, tag_changes


class Repository(Resource):
    """AWS::ECR::Repository."""

    TYPE = "AWS::ECR::Repository"
    NAME = "RepositoryName"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the repository, then sets its policies. An existing name is an error."""
        parameters = select(
            properties,
            "EncryptionConfiguration",
            "ImageScanningConfiguration",
            "ImageTagMutability",
            "ImageTagMutabilityExclusionFilters",
            "Tags",
        )
        # ECR accepts only lower case, so CloudFormation generates names in lower case.
        name = properties.get(self.NAME) or self.context.generated_name(256).lower()
        created = self.call("ecr", "CreateRepository", RepositoryName=name, **parameters)["repository"]
        self.physical_id = name
        self.attributes = {"Arn": created["repositoryArn"], "RepositoryUri": created["repositoryUri"]}
        self._update_policies({}, properties)

    def _update_policies(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        name = {"RepositoryName": self.physical_id}
        before, after = old.get("LifecyclePolicy"), new.get("LifecyclePolicy")
        if after != before and after:
            self.call("ecr", "PutLifecyclePolicy", **name, **after)
        elif after != before:
            self.call("ecr", "DeleteLifecyclePolicy", **name)
        before, after = old.get("RepositoryPolicyText"), new.get("RepositoryPolicyText")
        if after != before and after:
            text = after if isinstance(after, str) else json.dumps(after)
            self.call("ecr", "SetRepositoryPolicy", **name, PolicyText=text)
        elif after != before:
            self.call("ecr", "DeleteRepositoryPolicy", **name)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates tag mutability, scanning, policies and tags. Other changes replace the repository."""
        name = {"RepositoryName": self.physical_id}
        mutability = ("ImageTagMutability", "ImageTagMutabilityExclusionFilters")
        if select(old, *mutability) != select(new, *mutability):
            parameters = {"ImageTagMutability": "MUTABLE", **select(new, *mutability)}
            self.call("ecr", "PutImageTagMutability", **name, **parameters)
        scanning = "ImageScanningConfiguration"
        if old.get(scanning) != new.get(scanning):
            parameters = {scanning: new.get(scanning) or {"ScanOnPush": False}}
            self.call("ecr", "PutImageScanningConfiguration", **name, **parameters)
        self._update_policies(old, new)
        added, removed = tag_changes(old, new)
        if removed:
            self.call("ecr", "UntagResource", ResourceArn=self.attributes["Arn"], TagKeys=removed)
        if added:
            self.call("ecr", "TagResource", ResourceArn=self.attributes["Arn"], Tags=added)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the repository. Images in it are an error, except with EmptyOnDelete."""
        force = str(properties.get("EmptyOnDelete", False)).lower() == "true"
        self.call("ecr", "DeleteRepository", RepositoryName=self.physical_id, Force=force)
