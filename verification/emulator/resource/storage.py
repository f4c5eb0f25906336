"""Buckets, of which moto's own types drop what is not named as in the API."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from emulator.resource.base import Resource, only, without


def _days(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule of CloudFormation's as the API's."""
    told = without(rule, "Id", "ExpirationInDays", "Prefix")
    expires = {"Expiration": {"Days": rule["ExpirationInDays"]}} if "ExpirationInDays" in rule else {}
    return {"ID": rule.get("Id", ""), "Filter": {"Prefix": rule.get("Prefix", "")}, **told, **expires}


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
        """Makes the bucket, then says what it is."""
        name = self.name_of(properties).lower()
        region = self.place.region
        place = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        self.call("s3", "CreateBucket", Bucket=name, **place)
        self.physical_id = name
        self.attributes = {"Arn": f"arn:{self.place.partition}:s3:::{name}", "DomainName": f"{name}.s3.amazonaws.com"}
        self._say(properties)

    def _say(self, properties: dict[str, Any]) -> None:
        unknown = set(properties) - self._KNOWN
        if unknown:
            raise NotImplementedError(f"{', '.join(sorted(unknown))} of a bucket")
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
            rules = [_days(rule) for rule in properties["LifecycleConfiguration"]["Rules"]]
            self._call("PutBucketLifecycleConfiguration", LifecycleConfiguration={"Rules": rules})
        if properties.get("Tags"):
            self._call("PutBucketTagging", Tagging={"TagSet": properties["Tags"]})

    def _put(self, operation: str, properties: dict[str, Any], name: str, parameter: str) -> None:
        if name in properties:
            self._call(operation, **{parameter: properties[name]})

    def _call(self, operation: str, **parameters: Any) -> None:
        self.call("s3", operation, Bucket=self.physical_id, **parameters)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Says all of it anew."""
        self._say(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while there is something in it."""
        self._call("DeleteBucket")


class BucketPolicy(Resource):
    """AWS::S3::BucketPolicy."""

    TYPE = "AWS::S3::BucketPolicy"

    def create(self, properties: dict[str, Any]) -> None:
        """Puts the policy on the bucket, by whose name it is known."""
        policy = json.dumps(properties["PolicyDocument"])
        self.call("s3", "PutBucketPolicy", Policy=policy, **only(properties, "Bucket"))
        self.physical_id = properties["Bucket"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """As creation."""
        self.create(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Takes it away."""
        self.call("s3", "DeleteBucketPolicy", **only(properties, "Bucket"))
