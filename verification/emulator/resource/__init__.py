"""Creates, updates and deletes resources: one class per resource type, which calls the API of the type's service."""

from __future__ import annotations

from functools import cache

from emulator.resource import (
    cloud_map,
    cloudwatch_logs,
    ecr,
    ecs,
    iam,
    load_balancing,
    moto_type,
    network,
    route53_acm,
    s3,
    scaling,
    secrets_kms,
    security_group,
    vpc_connectivity,
)
from emulator.resource.base import Resource

_CLASSES: dict[str, type[Resource]] = {
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
        cloudwatch_logs.LogGroup,
        vpc_connectivity.Eip,
        vpc_connectivity.NatGateway,
        vpc_connectivity.VpcEndpoint,
        vpc_connectivity.FlowLog,
        vpc_connectivity.DhcpOptions,
        vpc_connectivity.VpcDhcpOptionsAssociation,
        load_balancing.LoadBalancer,
        load_balancing.TargetGroup,
        load_balancing.Listener,
        load_balancing.ListenerRule,
        scaling.ScalableTarget,
        scaling.ScalingPolicy,
        scaling.Alarm,
        secrets_kms.Secret,
        secrets_kms.Key,
        secrets_kms.Alias,
        ecr.Repository,
        s3.Bucket,
        s3.BucketPolicy,
        route53_acm.RecordSet,
        route53_acm.Certificate,
    )
}


def supports(type_name: str) -> bool:
    """Returns whether the emulator can create resources of a type."""
    return type_name in _CLASSES or moto_type.supports(type_name)


@cache
def of(type_name: str) -> type[Resource]:
    """Returns the class that creates resources of a type."""
    return _CLASSES.get(type_name) or moto_type.of(type_name)
