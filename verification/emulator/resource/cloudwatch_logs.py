"""CloudWatch Logs. moto's own type drops KmsKeyId, and cannot be updated."""

from __future__ import annotations

from typing import Any

from emulator import api
from emulator.resource.base import Resource, select, tag_changes


class LogGroup(Resource):
    """AWS::Logs::LogGroup."""

    TYPE = "AWS::Logs::LogGroup"
    NAME = "LogGroupName"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the log group, and sets its retention."""
        name = self.name_of(properties)
        parameters = select(properties, "KmsKeyId", "LogGroupClass")
        self.call("logs", "CreateLogGroup", LogGroupName=name, Tags=api.tag_map(properties.get("Tags")), **parameters)
        self.physical_id = name
        self._update_retention({}, properties)
        found = self.call("logs", "DescribeLogGroups", LogGroupNamePrefix=name)["logGroups"]
        arn = next(group["arn"] for group in found if group["logGroupName"] == name)
        self.attributes = {"Arn": arn}

    def _update_retention(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        if new.get("RetentionInDays"):
            self.call(
                "logs", "PutRetentionPolicy", LogGroupName=self.physical_id, RetentionInDays=new["RetentionInDays"]
            )
        elif old.get("RetentionInDays"):
            self.call("logs", "DeleteRetentionPolicy", LogGroupName=self.physical_id)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates retention, key and tags."""
        self._update_retention(old, new)
        if new.get("KmsKeyId") != old.get("KmsKeyId"):
            operation = "AssociateKmsKey" if new.get("KmsKeyId") else "DisassociateKmsKey"
            self.call("logs", operation, LogGroupName=self.physical_id, **select(new, "KmsKeyId"))
        added, removed = tag_changes(old, new)
        if added:
            self.call("logs", "TagLogGroup", LogGroupName=self.physical_id, Tags=api.tag_map(added))
        if removed:
            self.call("logs", "UntagLogGroup", LogGroupName=self.physical_id, Tags=removed)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the log group."""
        self.call("logs", "DeleteLogGroup", LogGroupName=self.physical_id)
