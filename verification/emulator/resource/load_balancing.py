"""Elastic Load Balancing. moto's own types drop the attributes, and cannot delete listeners."""

from __future__ import annotations

from typing import Any

from emulator.resource.base import Resource, select, tag_changes, without


class _LoadBalancingResource(Resource):
    LIMIT = 32

    def update_tags(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the tags."""
        added, removed = tag_changes(old, new)
        if removed:
            self.call("elbv2", "RemoveTags", ResourceArns=[self.physical_id], TagKeys=removed)
        if added:
            self.call("elbv2", "AddTags", ResourceArns=[self.physical_id], Tags=added)

    def full_name(self) -> str:
        """Returns the part of the ARN that CloudWatch uses as the dimension of metrics."""
        return self.physical_id.split(":", 5)[-1].removeprefix("loadbalancer/")


class LoadBalancer(_LoadBalancingResource):
    """AWS::ElasticLoadBalancingV2::LoadBalancer."""

    TYPE = "AWS::ElasticLoadBalancingV2::LoadBalancer"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the load balancer, then sets its attributes."""
        name = properties.get("Name") or self.context.generated_name(self.LIMIT)
        parameters = {**without(properties, "LoadBalancerAttributes"), "Name": name}
        created = self.call("elbv2", "CreateLoadBalancer", **parameters)["LoadBalancers"][0]
        self.physical_id = created["LoadBalancerArn"]
        self._modify_attributes(properties)
        self.attributes = {
            "LoadBalancerArn": self.physical_id,
            "LoadBalancerName": name,
            "LoadBalancerFullName": self.full_name(),
            "DNSName": created["DNSName"],
            "CanonicalHostedZoneID": created.get("CanonicalHostedZoneId", ""),
            "SecurityGroups": created.get("SecurityGroups", []),
        }

    def _modify_attributes(self, properties: dict[str, Any]) -> None:
        if properties.get("LoadBalancerAttributes"):
            given = properties["LoadBalancerAttributes"]
            self.call("elbv2", "ModifyLoadBalancerAttributes", LoadBalancerArn=self.physical_id, Attributes=given)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates attributes, security groups, subnets and tags."""
        self._modify_attributes(new)
        if old.get("SecurityGroups") != new.get("SecurityGroups"):
            groups = new.get("SecurityGroups") or []
            self.call("elbv2", "SetSecurityGroups", LoadBalancerArn=self.physical_id, SecurityGroups=groups)
        if old.get("Subnets") != new.get("Subnets"):
            self.call("elbv2", "SetSubnets", LoadBalancerArn=self.physical_id, Subnets=new["Subnets"])
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the load balancer."""
        self.call("elbv2", "DeleteLoadBalancer", LoadBalancerArn=self.physical_id)


class TargetGroup(_LoadBalancingResource):
    """AWS::ElasticLoadBalancingV2::TargetGroup."""

    TYPE = "AWS::ElasticLoadBalancingV2::TargetGroup"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the target group, then sets its attributes."""
        name = properties.get("Name") or self.context.generated_name(self.LIMIT)
        parameters = {**without(properties, "TargetGroupAttributes", "Targets"), "Name": name}
        self.physical_id = self.call("elbv2", "CreateTargetGroup", **parameters)["TargetGroups"][0]["TargetGroupArn"]
        self._modify_attributes(properties)
        self.attributes = {
            "TargetGroupArn": self.physical_id,
            "TargetGroupName": name,
            "TargetGroupFullName": self.full_name(),
            "LoadBalancerArns": [],
        }

    def _modify_attributes(self, properties: dict[str, Any]) -> None:
        if properties.get("TargetGroupAttributes"):
            given = properties["TargetGroupAttributes"]
            self.call("elbv2", "ModifyTargetGroupAttributes", TargetGroupArn=self.physical_id, Attributes=given)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the health check, the attributes and the tags."""
        check = {
            name: value
            for name, value in new.items()
            if "Health" in name or name in ("Matcher", "UnhealthyThresholdCount")
        }
        if check:
            self.call("elbv2", "ModifyTargetGroup", TargetGroupArn=self.physical_id, **check)
        self._modify_attributes(new)
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the target group. This is an error while a listener forwards to it."""
        self.call("elbv2", "DeleteTargetGroup", TargetGroupArn=self.physical_id)


class Listener(_LoadBalancingResource):
    """AWS::ElasticLoadBalancingV2::Listener."""

    TYPE = "AWS::ElasticLoadBalancingV2::Listener"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the listener."""
        self.physical_id = self.call("elbv2", "CreateListener", **properties)["Listeners"][0]["ListenerArn"]
        self.attributes = {"ListenerArn": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates everything except the load balancer, which replaces the listener."""
        self.call("elbv2", "ModifyListener", ListenerArn=self.physical_id, **without(new, "LoadBalancerArn", "Tags"))
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the listener."""
        self.call("elbv2", "DeleteListener", ListenerArn=self.physical_id)


class ListenerRule(_LoadBalancingResource):
    """AWS::ElasticLoadBalancingV2::ListenerRule."""

    TYPE = "AWS::ElasticLoadBalancingV2::ListenerRule"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the rule. A priority that is in use is an error."""
        self.physical_id = self.call("elbv2", "CreateRule", **properties)["Rules"][0]["RuleArn"]
        self.attributes = {"RuleArn": self.physical_id, "IsDefault": False}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates conditions, actions, tags and, with a separate operation, the priority."""
        self.call("elbv2", "ModifyRule", RuleArn=self.physical_id, **select(new, "Conditions", "Actions"))
        if old["Priority"] != new["Priority"]:
            moved = {"RuleArn": self.physical_id, "Priority": new["Priority"]}
            self.call("elbv2", "SetRulePriorities", RulePriorities=[moved])
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the rule."""
        self.call("elbv2", "DeleteRule", RuleArn=self.physical_id)
