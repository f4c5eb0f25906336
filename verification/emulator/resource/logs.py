"""Log groups. moto's own type drops KmsKeyId and cannot be updated."""

from __future__ import annotations

from typing import Any

from emulator import api
from emulator.resource.base import Resource, only, tag_changes


class LogGroup(Resource):
    """AWS::Logs::LogGroup."""

    TYPE = "AWS::Logs::LogGroup"
    NAME = "LogGroupName"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the group and says how long it keeps what it is told."""
        name = self.name_of(properties)
        wanted = only(properties, "KmsKeyId", "LogGroupClass")
        self.call("logs", "CreateLogGroup", LogGroupName=name, Tags=api.tag_map(properties.get("Tags")), **wanted)
        self.physical_id = name
        self._retention({}, properties)
        found = self.call("logs", "DescribeLogGroups", LogGroupNamePrefix=name)["logGroups"]
        arn = next(group["arn"] for group in found if group["logGroupName"] == name)
        self.attributes = {"Arn": arn}

    def _retention(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        if new.get("RetentionInDays"):
            self.call(
                "logs", "PutRetentionPolicy", LogGroupName=self.physical_id, RetentionInDays=new["RetentionInDays"]
            )
        elif old.get("RetentionInDays"):
            self.call("logs", "DeleteRetentionPolicy", LogGroupName=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Retention, key and tags."""
        self._retention(old, new)
        if new.get("KmsKeyId") != old.get("KmsKeyId"):
            operation = "AssociateKmsKey" if new.get("KmsKeyId") else "DisassociateKmsKey"
            self.call("logs", operation, LogGroupName=self.physical_id, **only(new, "KmsKeyId"))
        put, gone = tag_changes(old, new)
        if put:
            self.call("logs", "TagLogGroup", LogGroupName=self.physical_id, Tags=api.tag_map(put))
        if gone:
            self.call("logs", "UntagLogGroup", LogGroupName=self.physical_id, Tags=gone)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the group."""
        self.call("logs", "DeleteLogGroup", LogGroupName=self.physical_id)
