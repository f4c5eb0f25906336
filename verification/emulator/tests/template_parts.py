"""Builds templates and their resources."""

from __future__ import annotations

from typing import Any

from emulator.tests.cloud import Template


def template(resources: dict[str, Any], **sections: Any) -> Template:
    """Returns a template with these resources."""
    return {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources, **sections}


def resource(kind: str, properties: dict[str, Any] | None = None, **attributes: Any) -> dict[str, Any]:
    """Returns a resource. The type has no leading ``AWS::``."""
    return {"Type": f"AWS::{kind}", "Properties": properties or {}, **attributes}


def ref(name: str) -> dict[str, str]:
    """Returns a reference."""
    return {"Ref": name}


def get(name: str, attribute: str) -> dict[str, list[str]]:
    """Returns a reference to an attribute of a resource."""
    return {"Fn::GetAtt": [name, attribute]}


VPC = resource("EC2::VPC", {"CidrBlock": "10.0.0.0/16"})
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}


def log_group(name: str) -> dict[str, Any]:
    """Returns a log group."""
    return resource("Logs::LogGroup", {"LogGroupName": name})


def namespace(name: str = "shop.internal", **attributes: Any) -> dict[str, Any]:
    """Returns a private namespace in the template's VPC."""
    return resource("ServiceDiscovery::PrivateDnsNamespace", {"Name": name, "Vpc": ref("Vpc")}, **attributes)


def discovery(name: str, *types: str, ttl: int = 10, **properties: Any) -> dict[str, Any]:
    """Returns a Cloud Map service in the template's namespace."""
    records = [{"Type": kind, "TTL": ttl} for kind in types or ("A",)]
    given = {
        "Name": name,
        "NamespaceId": ref("Namespace"),
        "DnsConfig": {"RoutingPolicy": "MULTIVALUE", "DnsRecords": records},
        "HealthCheckCustomConfig": {"FailureThreshold": 1},
    }
    return resource("ServiceDiscovery::Service", {**given, **properties})


def security_group(**properties: Any) -> dict[str, Any]:
    """Returns a security group in the template's VPC."""
    return resource("EC2::SecurityGroup", {"GroupDescription": "Tasks", "VpcId": ref("Vpc"), **properties})


def task_definition(image: str = "web:1", **properties: Any) -> dict[str, Any]:
    """Returns a task definition for Fargate."""
    given = {
        "RequiresCompatibilities": ["FARGATE"],
        "NetworkMode": "awsvpc",
        "Cpu": "256",
        "Memory": "512",
        "ContainerDefinitions": [{"Name": "web", "Image": image, "PortMappings": [{"ContainerPort": 8080}]}],
    }
    return resource("ECS::TaskDefinition", {**given, **properties})


def service(name: str, **properties: Any) -> dict[str, Any]:
    """Returns an ECS service with two tasks, registered in the Cloud Map service ``Discovery``."""
    given = {
        "ServiceName": name,
        "Cluster": ref("Cluster"),
        "TaskDefinition": ref("TaskDefinition"),
        "DesiredCount": 2,
        "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Weight": 1}],
        "NetworkConfiguration": {
            "AwsvpcConfiguration": {"Subnets": [ref("Subnet")], "SecurityGroups": [get("Group", "GroupId")]}
        },
        "ServiceRegistries": [{"RegistryArn": get("Discovery", "Arn")}],
    }
    return resource("ECS::Service", {**given, **properties})


def system(name: str, **more: Any) -> dict[str, Any]:
    """Returns the resources of a small system with one discoverable service."""
    return {
        "Vpc": VPC,
        "Subnet": resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24"}),
        "Group": security_group(),
        "Namespace": namespace(),
        "Discovery": discovery("web"),
        "Cluster": resource("ECS::Cluster", {"ClusterName": name, "CapacityProviders": ["FARGATE"]}),
        "TaskDefinition": task_definition(),
        "Service": service("web"),
        **more,
    }
