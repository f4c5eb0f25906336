"""What ECS refuses."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.parts import discovery, get, ref, resource, service, system, task_definition, template


def _fails(cloud: Cloud, name: str, **changed: dict[str, Any]) -> str:
    """The reason for which one changed resource fails a system."""
    assert cloud.create(name, template(system(name, **changed))) == "ROLLBACK_COMPLETE"
    return cloud.reasons(name)[next(iter(changed))]


@pytest.mark.parametrize(
    ("cpu", "memory"), [("256", "4096"), ("512", "512"), ("300", "512"), ("8192", "17408"), ("16384", "122881")]
)
def test_a_size_that_fargate_does_not_have(cloud: Cloud, name: str, cpu: str, memory: str) -> None:
    made = template({"Task": task_definition(Cpu=cpu, Memory=memory)})
    assert cloud.create(name, made) == "ROLLBACK_COMPLETE"
    assert (
        f"No Fargate configuration exists for given values: {cpu} CPU, {memory} memory." in cloud.reasons(name)["Task"]
    )


@pytest.mark.parametrize(("cpu", "memory"), [("256", "2048"), ("8192", "61440"), ("16384", "122880")])
def test_a_size_that_fargate_has(cloud: Cloud, name: str, cpu: str, memory: str) -> None:
    assert cloud.create(name, template({"Task": task_definition(Cpu=cpu, Memory=memory)})) == "CREATE_COMPLETE"


WEB = {"Name": "web", "Image": "web:1"}
PROXY = {"Name": "proxy", "Image": "proxy:1"}
LOGS = {"LogDriver": "awslogs", "Options": {"awslogs-group": "g", "awslogs-region": "r"}}
CONTAINERS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "a long stop": ([{**WEB, "StopTimeout": 121}], "The max stop timeout value is 120 seconds"),
    "the same name twice": ([WEB, {**WEB, "Image": "web:2"}], "Container names must be unique"),
    "none essential": ([{**WEB, "Essential": False}], "at least one container must be essential"),
    "a port beyond": ([{**WEB, "PortMappings": [{"ContainerPort": 99999}]}], "Invalid 'containerPort' setting"),
    "the same port twice": ([{**WEB, "PortMappings": [{"ContainerPort": 80}] * 2}], "not unique"),
    "a slow check": (
        [{**WEB, "HealthCheck": {"Command": ["CMD", "true"], "Interval": 301}}],
        "Invalid 'interval' setting",
    ),
    "a long start": ([{**WEB, "StartTimeout": 121}], "The max start timeout value is 120 seconds"),
    "one container too many": ([{**WEB, "Name": f"c{number}"} for number in range(11)], "at most 10"),
    "a container that is not there": (
        [{**WEB, "DependsOn": [{"ContainerName": "db", "Condition": "START"}]}],
        "not in the task definition: 'db'",
    ),
    "two that wait for each other": (
        [
            {**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "START"}]},
            {**PROXY, "DependsOn": [{"ContainerName": "web", "Condition": "START"}]},
        ],
        "Cycle detected in the dependencies of containers: proxy, web",
    ),
    "health without a check": (
        [{**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "HEALTHY"}]}, PROXY],
        "which has no health check",
    ),
    "the end of an essential one": (
        [{**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "SUCCESS"}]}, PROXY],
        "depends on the SUCCESS of 'proxy', which is essential",
    ),
    "a volume that the task does not have": (
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
def test_a_container(cloud: Cloud, name: str, case: str) -> None:
    containers, message = CONTAINERS[case]
    assert (
        cloud.create(name, template({"Task": task_definition(ContainerDefinitions=containers)})) == "ROLLBACK_COMPLETE"
    )
    assert message in cloud.reasons(name)["Task"]


def test_containers_that_wait_for_each_other_in_turn(cloud: Cloud, name: str) -> None:
    once = {"Name": "once", "Image": "web:1", "Essential": False, "StartTimeout": 120}
    checked = {**PROXY, "Cpu": 128, "Memory": 256, "HealthCheck": {"Command": ["CMD", "true"]}}
    checked["DependsOn"] = [{"ContainerName": "once", "Condition": "SUCCESS"}]
    behind = {"Name": "behind", "Image": "web:1", "DependsOn": [{"ContainerName": "web", "Condition": "START"}]}
    web = {**WEB, "DependsOn": [{"ContainerName": "proxy", "Condition": "HEALTHY"}]}
    made = template({"Task": task_definition(ContainerDefinitions=[web, checked, once, behind])})
    assert cloud.create(name, made) == "CREATE_COMPLETE"


def test_a_network_that_fargate_does_not_have(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template({"Task": task_definition(NetworkMode="bridge")})) == "ROLLBACK_COMPLETE"
    assert "Fargate only supports network mode" in cloud.reasons(name)["Task"]


FARGATE = {"CapacityProvider": "FARGATE", "Weight": 1}
STRATEGIES: dict[str, tuple[dict[str, Any], str]] = {
    "a launch type too": ({"LaunchType": "FARGATE"}, "Specifying both a launch type and capacity provider strategy"),
    "a provider that the cluster does not have": (
        {"CapacityProviderStrategy": [FARGATE, {"CapacityProvider": "FARGATE_SPOT", "Weight": 1}]},
        "cannot contain a capacity provider that is not associated with the cluster",
    ),
    "no weight": ({"CapacityProviderStrategy": [{"CapacityProvider": "FARGATE"}]}, "a weight value greater than zero"),
}


@pytest.mark.parametrize("case", STRATEGIES)
def test_a_strategy(cloud: Cloud, name: str, case: str) -> None:
    properties, message = STRATEGIES[case]
    assert message in _fails(cloud, name, Service=service("web", **properties))


def test_a_strategy_in_a_cluster_without_providers(cloud: Cloud, name: str) -> None:
    bare = resource("ECS::Cluster", {"ClusterName": name})
    assert cloud.create(name, template(system(name, Cluster=bare))) == "ROLLBACK_COMPLETE"
    assert "not associated with the cluster" in cloud.reasons(name)["Service"]


def test_a_cluster_that_does_not_exist(cloud: Cloud, name: str) -> None:
    assert "Cluster not found." in _fails(cloud, name, Service=service("web", Cluster="nowhere"))


def test_a_task_definition_that_does_not_exist(cloud: Cloud, name: str) -> None:
    assert "Unable to describe task definition." in _fails(
        cloud, name, Service=service("web", TaskDefinition="nothing:1")
    )


def test_a_task_definition_that_was_deregistered(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    definition = cloud.physical_ids(name)["TaskDefinition"]
    cloud.ecs.deregister_task_definition(taskDefinition=definition)
    with pytest.raises(ClientError, match="TaskDefinition is inactive"):
        cloud.ecs.update_service(cluster=name, service="web", taskDefinition=definition)


def test_a_service_without_a_network(cloud: Cloud, name: str) -> None:
    bare = service("web")
    del bare["Properties"]["NetworkConfiguration"]
    assert "Network Configuration must be provided" in _fails(cloud, name, Service=bare)


def test_a_subnet_that_does_not_exist(cloud: Cloud, name: str) -> None:
    network = {"Subnets": ["subnet-00000000"], "SecurityGroups": [get("Group", "GroupId")]}
    reason = _fails(cloud, name, Service=service("web", NetworkConfiguration={"AwsvpcConfiguration": network}))
    assert "subnet-00000000" in reason


ARN = get("Discovery", "Arn")
REGISTRIES: dict[str, tuple[tuple[str, ...], list[dict[str, Any]], str]] = {
    "two": (("A",), [{"RegistryArn": ARN}] * 2, "at most 1 item"),
    "srv without a port": (("A", "SRV"), [{"RegistryArn": ARN}], "SRV records, specify a value for 'port'"),
    "a port without srv": (("A",), [{"RegistryArn": ARN, "Port": 8080}], "do not require a value for 'port'"),
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
    "an id": (("A",), [{"RegistryArn": ref("Discovery")}], "is not valid"),
}


@pytest.mark.parametrize("case", REGISTRIES)
def test_a_registry(cloud: Cloud, name: str, case: str) -> None:
    types, registries, message = REGISTRIES[case]
    made = {"Service": service("web", ServiceRegistries=registries), "Discovery": discovery("web", *types)}
    assert message in _fails(cloud, name, **made)


def test_a_new_registry_of_a_service_that_exists(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    changed = service("web", ServiceRegistries=[{"RegistryArn": ARN, "Port": 8080}])
    assert cloud.update(name, template(system(name, Service=changed))) == "UPDATE_ROLLBACK_COMPLETE"
    assert "do not require a value for 'port'" in cloud.reasons(name)["Service"]


def test_what_is_read_back(cloud: Cloud, name: str) -> None:
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
    told = cloud.ecs.describe_clusters(clusters=[name], include=["SETTINGS"])["clusters"][0]
    assert told["capacityProviders"] == ["FARGATE", "FARGATE_SPOT"]
    assert told["settings"] == [{"name": "containerInsights", "value": "enabled"}]
    web = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]
    assert web["deploymentConfiguration"]["deploymentCircuitBreaker"] == {"enable": True, "rollback": True}
    assert web["enableExecuteCommand"]
    assert web["propagateTags"] == "SERVICE"
    assert web["availabilityZoneRebalancing"] == "ENABLED"
    assert "launchType" not in web, "there is a strategy instead"
    assert web["runningCount"] == web["desiredCount"] == 2
    task = cloud.ecs.describe_task_definition(taskDefinition=web["taskDefinition"])["taskDefinition"]
    assert (task["networkMode"], task["cpu"], task["memory"]) == ("awsvpc", "256", "512")
    cloud.ecs.get_waiter("services_stable").wait(cluster=name, services=["web"])


def test_deleted_services_and_clusters_are_not_listed(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    assert len(cloud.ecs.list_services(cluster=name)["serviceArns"]) == 1
    cloud.delete(name)
    assert not [arn for arn in cloud.ecs.list_clusters()["clusterArns"] if arn.endswith(f"/{name}")]
