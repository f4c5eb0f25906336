"""ECS. moto's own types keep a handful of properties: no network mode, no roles, no registries, no settings."""

from __future__ import annotations

import re
from typing import Any

from emulator import api
from emulator.cloudformation.fault import ResourceError
from emulator.resource.base import Resource, only, tag_changes, without


class _EcsResource(Resource):
    def retag(self, arn: str, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Brings the tags up to date."""
        put, gone = tag_changes(old, new)
        if gone:
            self.call("ecs", "UntagResource", resourceArn=arn, tagKeys=gone)
        if put:
            self.call("ecs", "TagResource", resourceArn=arn, tags=put)


class Cluster(_EcsResource):
    """AWS::ECS::Cluster."""

    TYPE = "AWS::ECS::Cluster"
    NAME = "ClusterName"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the cluster; CreateCluster itself is content with one that is there."""
        name = self.name_of(properties)
        found = self.call("ecs", "DescribeClusters", clusters=[name])["clusters"]
        if any(cluster["status"] == "ACTIVE" for cluster in found):
            raise ResourceError(f"{name} already exists")
        wanted = {**without(properties, "ClusterSettings"), "ClusterName": name}
        cluster = self.call("ecs", "CreateCluster", **wanted, settings=properties.get("ClusterSettings") or [])[
            "cluster"
        ]
        self.physical_id = name
        self.attributes = {"Arn": cluster["clusterArn"]}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Settings, capacity providers and tags."""
        change = only(new, "Configuration", "ServiceConnectDefaults")
        self.call("ecs", "UpdateCluster", cluster=self.physical_id, settings=new.get("ClusterSettings") or [], **change)
        names = ("CapacityProviders", "DefaultCapacityProviderStrategy")
        if only(old, *names) != only(new, *names):
            self.call(
                "ecs",
                "PutClusterCapacityProviders",
                cluster=self.physical_id,
                **{**{name: [] for name in names}, **only(new, *names)},
            )
        self.retag(self.attributes["Arn"], old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while it has services."""
        self.call("ecs", "DeleteCluster", cluster=self.physical_id)


class ClusterCapacityProviderAssociations(_EcsResource):
    """AWS::ECS::ClusterCapacityProviderAssociations."""

    TYPE = "AWS::ECS::ClusterCapacityProviderAssociations"

    def create(self, properties: dict[str, Any]) -> None:
        """Tells the cluster."""
        self.call("ecs", "PutClusterCapacityProviders", **properties)
        self.physical_id = properties["Cluster"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """As creation."""
        self.create(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Leaves the cluster without."""
        self.create({"Cluster": properties["Cluster"], "CapacityProviders": [], "DefaultCapacityProviderStrategy": []})


class TaskDefinition(_EcsResource):
    """AWS::ECS::TaskDefinition."""

    TYPE = "AWS::ECS::TaskDefinition"

    def create(self, properties: dict[str, Any]) -> None:
        """Registers a revision, of a new family where the template names none."""
        family = properties.get("Family") or re.sub(r"[^A-Za-z0-9_-]", "", self.place.generated_name(255))
        definition = self.call("ecs", "RegisterTaskDefinition", **{**properties, "Family": family})["taskDefinition"]
        self.physical_id = definition["taskDefinitionArn"]
        self.attributes = {"TaskDefinitionArn": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """All but tags is a new revision."""
        self.retag(self.physical_id, old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deregisters the revision."""
        self.call("ecs", "DeregisterTaskDefinition", taskDefinition=self.physical_id)


class Service(_EcsResource):
    """AWS::ECS::Service."""

    TYPE = "AWS::ECS::Service"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the service, then tells UpdateService the same, since moto's CreateService forgets half of it."""
        name = properties.get("ServiceName") or self.place.generated_name(255)
        desired = {"DesiredCount": properties.get("DesiredCount", 1)}
        wanted = {**without(properties, "ForceNewDeployment"), **desired, "ServiceName": name}
        service = self.call("ecs", "CreateService", **wanted)["service"]
        self.physical_id = service["serviceArn"]
        self.attributes = {"Name": name, "ServiceArn": self.physical_id}
        self._tell({**properties, **desired})

    def _tell(self, properties: dict[str, Any]) -> None:
        known = api.parameters_of("ecs", self.place.region, "UpdateService") - {"cluster", "service"}
        change = {
            key: value for key, value in properties.items() if key.lower() in known and key != "ForceNewDeployment"
        }
        self.call("ecs", "UpdateService", cluster=self._cluster(properties), service=self.physical_id, **change)

    def _cluster(self, properties: dict[str, Any]) -> str:
        return str(properties.get("Cluster", "default"))

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Tells what there is; lists that are gone from the template are empty, the count stays as it is."""
        emptied: dict[str, Any] = {
            name: [] for name in ("ServiceRegistries", "LoadBalancers") if name in old and name not in new
        }
        if "EnableExecuteCommand" in old and "EnableExecuteCommand" not in new:
            emptied["EnableExecuteCommand"] = False
        if "ServiceConnectConfiguration" in old and "ServiceConnectConfiguration" not in new:
            emptied["ServiceConnectConfiguration"] = {"Enabled": False}
        self._tell({**new, **emptied})
        self.retag(self.physical_id, old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Stops the tasks first, as CloudFormation does."""
        where = {"cluster": self._cluster(properties), "service": self.physical_id}
        self.call("ecs", "UpdateService", **where, desiredCount=0)
        self.call("ecs", "DeleteService", **where)
