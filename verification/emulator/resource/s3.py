"""S3. moto's own types drop properties with other names than in the API."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from emulator.resource.base import Resource, select, without


def _lifecycle_rule(rule: dict[str, Any]) -> dict[str, Any]:
    """Returns a lifecycle rule of CloudFormation as a rule of the API."""
    other = without(rule, "Id", "ExpirationInDays", "Prefix")
    expires = {"Expiration": {"Days": rule["ExpirationInDays"]}} if "ExpirationInDays" in rule else {}
    return {"ID": rule.get("Id", ""), "Filter": {"Prefix": rule.get("Prefix", "")}, **other, **expires}


class Bucket(Resource):
    """AWS::S3::Bucket."""

    TYPE = "AWS::S3::Bucket"
    NAME = "BucketName"
    LIMIT = 63
    _KNOWN: ClassVar = {
        NAME,
        "BucketEncryption",
        "LifecycleConfiguration",
        "OwnershipControls",
        "PublicAccessBlockConfiguration",
        "VersioningConfiguration",
        "Tags",
    }

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the bucket, then applies its properties."""
        name = self.name_of(properties).lower()
        region = self.context.region
        location = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        self.call("s3", "CreateBucket", Bucket=name, **location)
        self.physical_id = name
        self.attributes = {"Arn": f"arn:{self.context.partition}:s3:::{name}", "DomainName": f"{name}.s3.amazonaws.com"}
        self._apply_properties(properties)

    def _apply_properties(self, properties: dict[str, Any]) -> None:
        unknown = set(properties) - self._KNOWN
        if unknown:
            raise NotImplementedError(f"{', '.join(sorted(unknown))} of AWS::S3::Bucket")
        self._put("PutBucketOwnershipControls", properties, "OwnershipControls", "OwnershipControls")
        block = "PublicAccessBlockConfiguration"
        self._put("PutPublicAccessBlock", properties, block, block)
        self._put("PutBucketVersioning", properties, "VersioningConfiguration", "VersioningConfiguration")
        if "BucketEncryption" in properties:
            rules = [
                {"ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"]}
                for rule in properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
            ]
            self._call("PutBucketEncryption", ServerSideEncryptionConfiguration={"Rules": rules})
        if "LifecycleConfiguration" in properties:
            rules = [_lifecycle_rule(rule) for rule in properties["LifecycleConfiguration"]["Rules"]]
            self._call("PutBucketLifecycleConfiguration", LifecycleConfiguration={"Rules": rules})
        if properties.get("Tags"):
            self._call("PutBucketTagging", Tagging={"TagSet": properties["Tags"]})

    def _put(self, operation: str, properties: dict[str, Any], name: str, parameter: str) -> None:
        if name in properties:
            self._call(operation, **{parameter: properties[name]})

    def _call(self, operation: str, **parameters: Any) -> None:
        self.call("s3", operation, Bucket=self.physical_id, **parameters)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Applies all properties again."""
        self._apply_properties(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the bucket. This is an error while it contains objects."""
        self._call("DeleteBucket")


class BucketPolicy(Resource):
    """AWS::S3::BucketPolicy."""

    TYPE = "AWS::S3::BucketPolicy"

    def create(self, properties: dict[str, Any]) -> None:
        """Sets the policy of the bucket. The physical id is the bucket's name."""
        policy = json.dumps(properties["PolicyDocument"])
        self.call("s3", "PutBucketPolicy", Policy=policy, **select(properties, "Bucket"))
        self.physical_id = properties["Bucket"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Sets the new policy."""
        self.create(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Removes the policy."""
        self.call("s3", "DeleteBucketPolicy", **select(properties, "Bucket"))
