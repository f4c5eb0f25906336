"""ECS. moto's own types ignore most properties: network mode, roles, registries and settings."""

from __future__ import annotations

import re
from typing import Any

from emulator import api
from emulator.cloudformation.error import ResourceError
from emulator.resource.base import Resource, select, tag_changes, without


class _EcsResource(Resource):
    def update_tags(self, arn: str, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the tags."""
        added, removed = tag_changes(old, new)
        if removed:
            self.call("ecs", "UntagResource", resourceArn=arn, tagKeys=removed)
        if added:
            self.call("ecs", "TagResource", resourceArn=arn, tags=added)


class Cluster(_EcsResource):
    """AWS::ECS::Cluster."""

    TYPE = "AWS::ECS::Cluster"
    NAME = "ClusterName"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the cluster.

        An existing name is an error here, although CreateCluster returns the existing cluster.
        """
        name = self.name_of(properties)
        found = self.call("ecs", "DescribeClusters", clusters=[name])["clusters"]
        if any(cluster["status"] == "ACTIVE" for cluster in found):
            raise ResourceError(f"{name} already exists")
        parameters = {**without(properties, "ClusterSettings"), "ClusterName": name}
        cluster = self.call("ecs", "CreateCluster", **parameters, settings=properties.get("ClusterSettings") or [])[
            "cluster"
        ]
        self.physical_id = name
        self.attributes = {"Arn": cluster["clusterArn"]}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates settings, capacity providers and tags."""
        change = select(new, "Configuration", "ServiceConnectDefaults")
        self.call("ecs", "UpdateCluster", cluster=self.physical_id, settings=new.get("ClusterSettings") or [], **change)
        names = ("CapacityProviders", "DefaultCapacityProviderStrategy")
        if select(old, *names) != select(new, *names):
            self.call(
                "ecs",
                "PutClusterCapacityProviders",
                cluster=self.physical_id,
                **{**{name: [] for name in names}, **select(new, *names)},
            )
        self.update_tags(self.attributes["Arn"], old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the cluster. This is an error while it has services."""
        self.call("ecs", "DeleteCluster", cluster=self.physical_id)


class ClusterCapacityProviderAssociations(_EcsResource):
    """AWS::ECS::ClusterCapacityProviderAssociations."""

    TYPE = "AWS::ECS::ClusterCapacityProviderAssociations"

    def create(self, properties: dict[str, Any]) -> None:
        """Sets the capacity providers of the cluster."""
        self.call("ecs", "PutClusterCapacityProviders", **properties)
        self.physical_id = properties["Cluster"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Sets the capacity providers of the cluster."""
        self.create(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Removes all capacity providers from the cluster."""
        self.create({"Cluster": properties["Cluster"], "CapacityProviders": [], "DefaultCapacityProviderStrategy": []})


class TaskDefinition(_EcsResource):
    """AWS::ECS::TaskDefinition."""

    TYPE = "AWS::ECS::TaskDefinition"

    def create(self, properties: dict[str, Any]) -> None:
        """Registers a revision.

        Without a family in the template, CloudFormation generates one (see the CloudFormation reference).
        """
        family = properties.get("Family") or re.sub(r"[^A-Za-z0-9_-]", "", self.context.generated_name(255))
        definition = self.call("ecs", "RegisterTaskDefinition", **{**properties, "Family": family})["taskDefinition"]
        self.physical_id = definition["taskDefinitionArn"]
        self.attributes = {"TaskDefinitionArn": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the tags. Any other change is a new revision."""
        self.update_tags(self.physical_id, old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deregisters the revision."""
        self.call("ecs", "DeregisterTaskDefinition", taskDefinition=self.physical_id)


class Service(_EcsResource):
    """AWS::ECS::Service."""

    TYPE = "AWS::ECS::Service"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the service.

        Then sends the properties to UpdateService, because moto's CreateService ignores half of them.
        """
        name = properties.get("ServiceName") or self.context.generated_name(255)
        desired = {"DesiredCount": properties.get("DesiredCount", 1)}
        parameters = {**without(properties, "ForceNewDeployment"), **desired, "ServiceName": name}
        service = self.call("ecs", "CreateService", **parameters)["service"]
        self.physical_id = service["serviceArn"]
        self.attributes = {"Name": name, "ServiceArn": self.physical_id}
        self._send_update({**properties, **desired})

    def _send_update(self, properties: dict[str, Any]) -> None:
        known = api.parameters_of("ecs", self.context.region, "UpdateService") - {"cluster", "service"}
        change = {
            key: value for key, value in properties.items() if key.lower() in known and key != "ForceNewDeployment"
        }
        self.call("ecs", "UpdateService", cluster=self._cluster(properties), service=self.physical_id, **change)

    def _cluster(self, properties: dict[str, Any]) -> str:
        return str(properties.get("Cluster", "default"))

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the service. Without DesiredCount in the template, the count does not change.

        The emulator clears registries, load balancers, ECS Exec and Service Connect when the template omits them. On
        AWS, ECS can keep them. Sources: aws-cdk issue 38771 and containers-roadmap issue 1746 for the lists,
        containers-roadmap issue 493 for the count.
        """
        emptied: dict[str, Any] = {
            name: [] for name in ("ServiceRegistries", "LoadBalancers") if name in old and name not in new
        }
        if "EnableExecuteCommand" in old and "EnableExecuteCommand" not in new:
            emptied["EnableExecuteCommand"] = False
        if "ServiceConnectConfiguration" in old and "ServiceConnectConfiguration" not in new:
            emptied["ServiceConnectConfiguration"] = {"Enabled": False}
        self._send_update({**new, **emptied})
        self.update_tags(self.physical_id, old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Stops the tasks before it deletes the service, as CloudFormation does."""
        where = {"cluster": self._cluster(properties), "service": self.physical_id}
        self.call("ecs", "UpdateService", **where, desiredCount=0)
        self.call("ecs", "DeleteService", **where)
