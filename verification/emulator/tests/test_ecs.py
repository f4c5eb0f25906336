"""Tests requests that ECS rejects."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import discovery, get, ref, resource, service, system, task_definition, template


def _fails(cloud: Cloud, name: str, **changed: dict[str, Any]) -> str:
    """Creates a system with changed resources. Returns the reason of the failure."""
    assert cloud.create(name, template(system(name, **changed))) == "ROLLBACK_COMPLETE"
    return cloud.reasons(name)[next(iter(changed))]


@pytest.mark.parametrize(
    ("cpu", "memory"), [("256", "4096"), ("512", "512"), ("300", "512"), ("8192", "17408"), ("16384", "122881")]
)
def test_rejects_invalid_fargate_size(cloud: Cloud, name: str, cpu: str, memory: str) -> None:
    body = template({"Task": task_definition(Cpu=cpu, Memory=memory)})
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    assert (
        f"No Fargate configuration exists for given values: {cpu} CPU, {memory} memory." in cloud.reasons(name)["Task"]
    )


@pytest.mark.parametrize(("cpu", "memory"), [("256", "2048"), ("8192", "61440"), ("16384", "122880")])
def test_accepts_valid_fargate_size(cloud: Cloud, name: str, cpu: str, memory: str) -> None:
    assert cloud.create(name, template({"Task": task_definition(Cpu=cpu, Memory=memory)})) == "CREATE_COMPLETE"


WEB = {"Name": "web", "Image": "web:1"}
PROXY = {"Name": "proxy", "Image": "proxy:1"}
LOGS = {"LogDriver": "awslogs", "Options": {"awslogs-group": "g", "awslogs-region": "r"}}
CONTAINERS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "a stop timeout that is too long": ([{**WEB, "StopTimeout": 121}], "The max stop timeout value is 120 seconds"),
    "a duplicate name": ([WEB, {**WEB, "Image": "web:2"}], "Container names must be unique"),
    "no essential container": ([{**WEB, "Essential": False}], "at least one container must be essential"),
    "a port above the maximum": (
        [{**WEB, "PortMappings": [{"ContainerPort": 99999}]}],
        "Invalid 'containerPort' setting",
    ),
    "a duplicate port": ([{**WEB, "PortMappings": [{"ContainerPort": 80}] * 2}], "not unique"),
    "an interval that is too long": (
        [{**WEB, "HealthCheck": {"Command": ["CMD", "true"], "Interval": 301}}],
        "Invalid 'interval' setting",
    ),
    "a start timeout that is too long": ([{**WEB, "StartTimeout": 121}], "The max start timeout value is 120 seconds"),
    "too many containers": ([{**WEB, "Name": f"c{number}"} for number in range(11)], "at most 10"),
    "an unknown container": (
        [{**WEB, "DependsOn": [{"ContainerName": "db", "Condition": "START"}]}],
        "not in the task definition: 'db'",
    ),
    "a cycle": (
        [
            {**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "START"}]},
            {**PROXY, "DependsOn": [{"ContainerName": "web", "Condition": "START"}]},
        ],
        "Cycle detected in the dependencies of containers: proxy, web",
    ),
    "a health condition without a health check": (
        [{**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "HEALTHY"}]}, PROXY],
        "which has no health check",
    ),
    "a completion of an essential container": (
        [{**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "SUCCESS"}]}, PROXY],
        "depends on the SUCCESS of 'proxy', which is essential",
    ),
    "an unknown volume": (
        [{**WEB, "MountPoints": [{"SourceVolume": "tmp", "ContainerPath": "/tmp"}]}],
        "Unknown volume 'tmp' of container 'web'",
    ),
    "more CPU than the task": ([WEB, {**PROXY, "Cpu": 257}], "Invalid 'cpu' setting for task"),
    "more memory than the task": (
        [{**WEB, "Memory": 256}, {**PROXY, "Memory": 257}],
        "Invalid 'memory' setting for task",
    ),
    "no stream prefix": ([{**WEB, "LogConfiguration": LOGS}], "awslogs-stream-prefix"),
}


@pytest.mark.parametrize("case", CONTAINERS)
def test_rejects_invalid_container(cloud: Cloud, name: str, case: str) -> None:
    containers, message = CONTAINERS[case]
    assert (
        cloud.create(name, template({"Task": task_definition(ContainerDefinitions=containers)})) == "ROLLBACK_COMPLETE"
    )
    assert message in cloud.reasons(name)["Task"]


def test_accepts_chain_of_dependencies(cloud: Cloud, name: str) -> None:
    once = {"Name": "once", "Image": "web:1", "Essential": False, "StartTimeout": 120}
    checked = {**PROXY, "Cpu": 128, "Memory": 256, "HealthCheck": {"Command": ["CMD", "true"]}}
    checked["DependsOn"] = [{"ContainerName": "once", "Condition": "SUCCESS"}]
    behind = {"Name": "behind", "Image": "web:1", "DependsOn": [{"ContainerName": "web", "Condition": "START"}]}
    web = {**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "HEALTHY"}]}
    body = template({"Task": task_definition(ContainerDefinitions=[web, checked, once, behind])})
    assert cloud.create(name, body) == "CREATE_COMPLETE"


def test_rejects_bridge_network_on_fargate(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template({"Task": task_definition(NetworkMode="bridge")})) == "ROLLBACK_COMPLETE"
    assert "Fargate only supports network mode" in cloud.reasons(name)["Task"]


FARGATE = {"CapacityProvider": "FARGATE", "Weight": 1}
STRATEGIES: dict[str, tuple[dict[str, Any], str]] = {
    "an additional launch type": (
        {"LaunchType": "FARGATE"},
        "Specifying both a launch type and capacity provider strategy",
    ),
    "an unknown provider": (
        {"CapacityProviderStrategy": [FARGATE, {"CapacityProvider": "FARGATE_SPOT", "Weight": 1}]},
        "cannot contain a capacity provider that is not associated with the cluster",
    ),
    "no weight": ({"CapacityProviderStrategy": [{"CapacityProvider": "FARGATE"}]}, "a weight value greater than zero"),
}


@pytest.mark.parametrize("case", STRATEGIES)
def test_rejects_invalid_strategy(cloud: Cloud, name: str, case: str) -> None:
    properties, message = STRATEGIES[case]
    assert message in _fails(cloud, name, Service=service("web", **properties))


def test_rejects_strategy_in_cluster_without_providers(cloud: Cloud, name: str) -> None:
    bare = resource("ECS::Cluster", {"ClusterName": name})
    assert cloud.create(name, template(system(name, Cluster=bare))) == "ROLLBACK_COMPLETE"
    assert "not associated with the cluster" in cloud.reasons(name)["Service"]


def test_rejects_unknown_cluster(cloud: Cloud, name: str) -> None:
    assert "Cluster not found." in _fails(cloud, name, Service=service("web", Cluster="nowhere"))


def test_rejects_unknown_task_definition(cloud: Cloud, name: str) -> None:
    assert "Unable to describe task definition." in _fails(
        cloud, name, Service=service("web", TaskDefinition="nothing:1")
    )


def test_rejects_deregistered_task_definition(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    definition = cloud.physical_ids(name)["TaskDefinition"]
    cloud.ecs.deregister_task_definition(taskDefinition=definition)
    with pytest.raises(ClientError, match="TaskDefinition is inactive"):
        cloud.ecs.update_service(cluster=name, service="web", taskDefinition=definition)


def test_rejects_service_without_network_configuration(cloud: Cloud, name: str) -> None:
    bare = service("web")
    del bare["Properties"]["NetworkConfiguration"]
    assert "Network Configuration must be provided" in _fails(cloud, name, Service=bare)


def test_rejects_unknown_subnet(cloud: Cloud, name: str) -> None:
    network = {"Subnets": ["subnet-00000000"], "SecurityGroups": [get("Group", "GroupId")]}
    reason = _fails(cloud, name, Service=service("web", NetworkConfiguration={"AwsvpcConfiguration": network}))
    assert "subnet-00000000" in reason


ARN = get("Discovery", "Arn")
REGISTRIES: dict[str, tuple[tuple[str, ...], list[dict[str, Any]], str]] = {
    "two registries": (("A",), [{"RegistryArn": ARN}] * 2, "at most 1 item"),
    "SRV records without a port": (("A", "SRV"), [{"RegistryArn": ARN}], "SRV records, specify a value for 'port'"),
    "a port without SRV records": (("A",), [{"RegistryArn": ARN, "Port": 8080}], "do not require a value for 'port'"),
    "a port and a container": (
        ("SRV",),
        [{"RegistryArn": ARN, "Port": 8080, "ContainerName": "web", "ContainerPort": 8080}],
        "Specify a value for either 'port' or the 'containerName' and 'containerPort' combination, but not both",
    ),
    "an unknown container": (
        ("SRV",),
        [{"RegistryArn": ARN, "ContainerName": "db", "ContainerPort": 8080}],
        "The container db did not have a container port 8080 defined",
    ),
    "an id instead of an ARN": (("A",), [{"RegistryArn": ref("Discovery")}], "is not valid"),
}


@pytest.mark.parametrize("case", REGISTRIES)
def test_rejects_invalid_registry(cloud: Cloud, name: str, case: str) -> None:
    types, registries, message = REGISTRIES[case]
    resources = {"Service": service("web", ServiceRegistries=registries), "Discovery": discovery("web", *types)}
    assert message in _fails(cloud, name, **resources)


def test_rejects_invalid_registry_in_update(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    changed = service("web", ServiceRegistries=[{"RegistryArn": ARN, "Port": 8080}])
    assert cloud.update(name, template(system(name, Service=changed))) == "UPDATE_ROLLBACK_COMPLETE"
    assert "do not require a value for 'port'" in cloud.reasons(name)["Service"]


def test_returns_all_settings(cloud: Cloud, name: str) -> None:
    cluster = resource(
        "ECS::Cluster",
        {
            "ClusterName": name,
            "CapacityProviders": ["FARGATE", "FARGATE_SPOT"],
            "DefaultCapacityProviderStrategy": [{"CapacityProvider": "FARGATE", "Weight": 1}],
            "ClusterSettings": [{"Name": "containerInsights", "Value": "enabled"}],
        },
    )
    settings = {
        "DeploymentConfiguration": {"DeploymentCircuitBreaker": {"Enable": True, "Rollback": True}},
        "EnableExecuteCommand": True,
        "PropagateTags": "SERVICE",
        "AvailabilityZoneRebalancing": "ENABLED",
    }
    made = system(name, Cluster=cluster, Service=service("web", **settings))
    assert cloud.create(name, template(made)) == "CREATE_COMPLETE"
    described = cloud.ecs.describe_clusters(clusters=[name], include=["SETTINGS"])["clusters"][0]
    assert described["capacityProviders"] == ["FARGATE", "FARGATE_SPOT"]
    assert described["settings"] == [{"name": "containerInsights", "value": "enabled"}]
    web = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]
    assert web["deploymentConfiguration"]["deploymentCircuitBreaker"] == {"enable": True, "rollback": True}
    assert web["enableExecuteCommand"]
    assert web["propagateTags"] == "SERVICE"
    assert web["availabilityZoneRebalancing"] == "ENABLED"
    assert "launchType" not in web, "it has a capacity provider strategy"
    assert web["runningCount"] == web["desiredCount"] == 2
    task = cloud.ecs.describe_task_definition(taskDefinition=web["taskDefinition"])["taskDefinition"]
    assert (task["networkMode"], task["cpu"], task["memory"]) == ("awsvpc", "256", "512")
    cloud.ecs.get_waiter("services_stable").wait(cluster=name, services=["web"])


def test_lists_no_deleted_services_and_clusters(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    assert len(cloud.ecs.list_services(cluster=name)["serviceArns"]) == 1
    cloud.delete(name)
    assert not [arn for arn in cloud.ecs.list_clusters()["clusterArns"] if arn.endswith(f"/{name}")]
