"""The types of resources: what CloudFormation does to the services for each of them."""

from __future__ import annotations

from functools import cache

from emulator.resource import (
    balancing,
    cloud_map,
    ecs,
    foreign,
    iam,
    logs,
    naming,
    network,
    outward,
    registry,
    scaling,
    secret,
    security_group,
    storage,
)
from emulator.resource.base import Resource

_OWN: dict[str, type[Resource]] = {
    kind.TYPE: kind
    for kind in (
        network.Vpc,
        network.Subnet,
        network.InternetGateway,
        network.VpcGatewayAttachment,
        network.RouteTable,
        network.Route,
        network.SubnetRouteTableAssociation,
        security_group.SecurityGroup,
        security_group.SecurityGroupIngress,
        security_group.SecurityGroupEgress,
        cloud_map.PrivateDnsNamespace,
        cloud_map.PublicDnsNamespace,
        cloud_map.HttpNamespace,
        cloud_map.Service,
        ecs.Cluster,
        ecs.ClusterCapacityProviderAssociations,
        ecs.TaskDefinition,
        ecs.Service,
        iam.Role,
        iam.ManagedPolicy,
        iam.Policy,
        logs.LogGroup,
        outward.Eip,
        outward.NatGateway,
        outward.VpcEndpoint,
        outward.FlowLog,
        outward.DhcpOptions,
        outward.VpcDhcpOptionsAssociation,
        balancing.LoadBalancer,
        balancing.TargetGroup,
        balancing.Listener,
        balancing.ListenerRule,
        scaling.ScalableTarget,
        scaling.ScalingPolicy,
        scaling.Alarm,
        secret.Secret,
        secret.Key,
        secret.Alias,
        registry.Repository,
        storage.Bucket,
        storage.BucketPolicy,
        naming.RecordSet,
        naming.Certificate,
    )
}


def knows(type_name: str) -> bool:
    """Whether the emulator can make resources of a type."""
    return type_name in _OWN or foreign.knows(type_name)


@cache
def of(type_name: str) -> type[Resource]:
    """The class that makes resources of a type."""
    return _OWN.get(type_name) or foreign.of(type_name)
