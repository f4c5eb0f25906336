"""Application Auto Scaling and CloudWatch alarms. moto's CloudFormation does not support them."""

from __future__ import annotations

from typing import Any

from emulator import api
from emulator.resource.base import Resource, select, tag_changes, without

_SERVICE = "application-autoscaling"


class ScalableTarget(Resource):
    """AWS::ApplicationAutoScaling::ScalableTarget."""

    TYPE = "AWS::ApplicationAutoScaling::ScalableTarget"
    _KEY = ("ServiceNamespace", "ResourceId", "ScalableDimension")

    def create(self, properties: dict[str, Any]) -> None:
        """Registers the target and its scheduled actions."""
        self._register(properties, Tags=api.tag_map(properties.get("Tags")))
        self.physical_id = "|".join(properties[key] for key in ("ResourceId", "ScalableDimension", "ServiceNamespace"))
        self.attributes = {"Id": self.physical_id}

    def _register(self, properties: dict[str, Any], **tags: Any) -> None:
        self.call(_SERVICE, "RegisterScalableTarget", **without(properties, "ScheduledActions", "Tags"), **tags)
        for action in properties.get("ScheduledActions") or []:
            self.call(_SERVICE, "PutScheduledAction", **select(properties, *self._KEY), **action)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates everything except tags. AWS accepts tags only for a new target, and moto ignores them."""
        self._register(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deregisters the target, which also deletes its policies."""
        self.call(_SERVICE, "DeregisterScalableTarget", **select(properties, *self._KEY))


class ScalingPolicy(Resource):
    """AWS::ApplicationAutoScaling::ScalingPolicy."""

    TYPE = "AWS::ApplicationAutoScaling::ScalingPolicy"
    _KEY = ("ResourceId", "ScalableDimension", "ServiceNamespace")

    def _where(self, properties: dict[str, Any]) -> dict[str, str]:
        if "ScalingTargetId" in properties:
            return dict(zip(self._KEY, properties["ScalingTargetId"].split("|"), strict=True))
        return select(properties, *self._KEY)

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the policy."""
        parameters = {**without(properties, "ScalingTargetId"), **self._where(properties)}
        self.physical_id = self.call(_SERVICE, "PutScalingPolicy", **parameters)["PolicyARN"]
        self.attributes = {"Arn": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the policy."""
        self.create(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the policy."""
        self.call(_SERVICE, "DeleteScalingPolicy", **select(properties, "PolicyName"), **self._where(properties))


class Alarm(Resource):
    """AWS::CloudWatch::Alarm."""

    TYPE = "AWS::CloudWatch::Alarm"
    NAME = "AlarmName"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the alarm. PutMetricAlarm would update an existing one."""
        self._put(self.name_of(properties), properties)

    def _put(self, name: str, properties: dict[str, Any]) -> None:
        self.call("cloudwatch", "PutMetricAlarm", **{**properties, "AlarmName": name})
        self.physical_id = name
        found = self.call("cloudwatch", "DescribeAlarms", AlarmNames=[name])["MetricAlarms"][0]
        self.attributes["Arn"] = found["AlarmArn"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates everything except the name."""
        self._put(self.physical_id, without(new, "Tags"))
        added, removed = tag_changes(old, new)
        if removed:
            self.call("cloudwatch", "UntagResource", ResourceARN=self.attributes["Arn"], TagKeys=removed)
        if added:
            self.call("cloudwatch", "TagResource", ResourceARN=self.attributes["Arn"], Tags=added)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the alarm."""
        self.call("cloudwatch", "DeleteAlarms", AlarmNames=[self.physical_id])
