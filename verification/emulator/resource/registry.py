"""ECR. moto's own type drops the lifecycle policy and what is not named as in the API, and cannot be updated."""

from __future__ import annotations

import json
from typing import Any

from emulator.resource.base import Resource, only, tag_changes


class Repository(Resource):
    """AWS::ECR::Repository."""

    TYPE = "AWS::ECR::Repository"
    NAME = "RepositoryName"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the repository, refused where its name is taken; then gives it its policies."""
        wanted = only(
            properties,
            "EncryptionConfiguration",
            "ImageScanningConfiguration",
            "ImageTagMutability",
            "ImageTagMutabilityExclusionFilters",
            "Tags",
        )
        # ECR takes lower case alone, which CloudFormation knows when it makes a name.
        name = properties.get(self.NAME) or self.place.generated_name(256).lower()
        made = self.call("ecr", "CreateRepository", RepositoryName=name, **wanted)["repository"]
        self.physical_id = name
        self.attributes = {"Arn": made["repositoryArn"], "RepositoryUri": made["repositoryUri"]}
        self._policies({}, properties)

    def _policies(self, old: dict[str, Any], new: dict[str, Any]) -> None:
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
        """Whether tags move, scanning, policies and tags; the name and the encryption replace the repository."""
        name = {"RepositoryName": self.physical_id}
        mutability = ("ImageTagMutability", "ImageTagMutabilityExclusionFilters")
        if only(old, *mutability) != only(new, *mutability):
            wanted = {"ImageTagMutability": "MUTABLE", **only(new, *mutability)}
            self.call("ecr", "PutImageTagMutability", **name, **wanted)
        scanning = "ImageScanningConfiguration"
        if old.get(scanning) != new.get(scanning):
            wanted = {scanning: new.get(scanning) or {"ScanOnPush": False}}
            self.call("ecr", "PutImageScanningConfiguration", **name, **wanted)
        self._policies(old, new)
        put, gone = tag_changes(old, new)
        if gone:
            self.call("ecr", "UntagResource", ResourceArn=self.attributes["Arn"], TagKeys=gone)
        if put:
            self.call("ecr", "TagResource", ResourceArn=self.attributes["Arn"], Tags=put)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while there are images, unless the template says otherwise."""
        force = str(properties.get("EmptyOnDelete", False)).lower() == "true"
        self.call("ecr", "DeleteRepository", RepositoryName=self.physical_id, Force=force)
