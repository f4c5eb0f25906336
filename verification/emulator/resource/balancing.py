"""Load balancers. moto's own types drop the attributes of balancers and target groups, and delete no listener."""

from __future__ import annotations

from typing import Any

from emulator.resource.base import Resource, only, tag_changes, without


class _Balancing(Resource):
    LIMIT = 32

    def retag(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Brings the tags up to date."""
        put, gone = tag_changes(old, new)
        if gone:
            self.call("elbv2", "RemoveTags", ResourceArns=[self.physical_id], TagKeys=gone)
        if put:
            self.call("elbv2", "AddTags", ResourceArns=[self.physical_id], Tags=put)

    def full_name(self) -> str:
        """The part of the ARN by which metrics know the resource."""
        return self.physical_id.split(":", 5)[-1].removeprefix("loadbalancer/")


class LoadBalancer(_Balancing):
    """AWS::ElasticLoadBalancingV2::LoadBalancer."""

    TYPE = "AWS::ElasticLoadBalancingV2::LoadBalancer"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the balancer, then sets its attributes."""
        name = properties.get("Name") or self.place.generated_name(self.LIMIT)
        wanted = {**without(properties, "LoadBalancerAttributes"), "Name": name}
        made = self.call("elbv2", "CreateLoadBalancer", **wanted)["LoadBalancers"][0]
        self.physical_id = made["LoadBalancerArn"]
        self._attributes(properties)
        self.attributes = {
            "LoadBalancerArn": self.physical_id,
            "LoadBalancerName": name,
            "LoadBalancerFullName": self.full_name(),
            "DNSName": made["DNSName"],
            "CanonicalHostedZoneID": made.get("CanonicalHostedZoneId", ""),
            "SecurityGroups": made.get("SecurityGroups", []),
        }

    def _attributes(self, properties: dict[str, Any]) -> None:
        if properties.get("LoadBalancerAttributes"):
            given = properties["LoadBalancerAttributes"]
            self.call("elbv2", "ModifyLoadBalancerAttributes", LoadBalancerArn=self.physical_id, Attributes=given)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Attributes, groups, subnets and tags."""
        self._attributes(new)
        if old.get("SecurityGroups") != new.get("SecurityGroups"):
            groups = new.get("SecurityGroups") or []
            self.call("elbv2", "SetSecurityGroups", LoadBalancerArn=self.physical_id, SecurityGroups=groups)
        if old.get("Subnets") != new.get("Subnets"):
            self.call("elbv2", "SetSubnets", LoadBalancerArn=self.physical_id, Subnets=new["Subnets"])
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the balancer."""
        self.call("elbv2", "DeleteLoadBalancer", LoadBalancerArn=self.physical_id)


class TargetGroup(_Balancing):
    """AWS::ElasticLoadBalancingV2::TargetGroup."""

    TYPE = "AWS::ElasticLoadBalancingV2::TargetGroup"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the group, then sets its attributes."""
        name = properties.get("Name") or self.place.generated_name(self.LIMIT)
        wanted = {**without(properties, "TargetGroupAttributes", "Targets"), "Name": name}
        self.physical_id = self.call("elbv2", "CreateTargetGroup", **wanted)["TargetGroups"][0]["TargetGroupArn"]
        self._attributes(properties)
        self.attributes = {
            "TargetGroupArn": self.physical_id,
            "TargetGroupName": name,
            "TargetGroupFullName": self.full_name(),
            "LoadBalancerArns": [],
        }

    def _attributes(self, properties: dict[str, Any]) -> None:
        if properties.get("TargetGroupAttributes"):
            given = properties["TargetGroupAttributes"]
            self.call("elbv2", "ModifyTargetGroupAttributes", TargetGroupArn=self.physical_id, Attributes=given)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """The health check, attributes and tags."""
        check = {
            name: value
            for name, value in new.items()
            if "Health" in name or name in ("Matcher", "UnhealthyThresholdCount")
        }
        if check:
            self.call("elbv2", "ModifyTargetGroup", TargetGroupArn=self.physical_id, **check)
        self._attributes(new)
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while a listener leads to it."""
        self.call("elbv2", "DeleteTargetGroup", TargetGroupArn=self.physical_id)


class Listener(_Balancing):
    """AWS::ElasticLoadBalancingV2::Listener."""

    TYPE = "AWS::ElasticLoadBalancingV2::Listener"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the listener."""
        self.physical_id = self.call("elbv2", "CreateListener", **properties)["Listeners"][0]["ListenerArn"]
        self.attributes = {"ListenerArn": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """All but the balancer, tags included."""
        self.call("elbv2", "ModifyListener", ListenerArn=self.physical_id, **without(new, "LoadBalancerArn", "Tags"))
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the listener."""
        self.call("elbv2", "DeleteListener", ListenerArn=self.physical_id)


class ListenerRule(_Balancing):
    """AWS::ElasticLoadBalancingV2::ListenerRule."""

    TYPE = "AWS::ElasticLoadBalancingV2::ListenerRule"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the rule; a priority that is taken is refused."""
        self.physical_id = self.call("elbv2", "CreateRule", **properties)["Rules"][0]["RuleArn"]
        self.attributes = {"RuleArn": self.physical_id, "IsDefault": False}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Conditions, actions, tags and, by an operation of its own, the priority."""
        self.call("elbv2", "ModifyRule", RuleArn=self.physical_id, **only(new, "Conditions", "Actions"))
        if old["Priority"] != new["Priority"]:
            moved = {"RuleArn": self.physical_id, "Priority": new["Priority"]}
            self.call("elbv2", "SetRulePriorities", RulePriorities=[moved])
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the rule."""
        self.call("elbv2", "DeleteRule", RuleArn=self.physical_id)
