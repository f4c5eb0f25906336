"""Tests the configuration of ECS Service Connect, and its resources."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import get, ref, resource, service, system, task_definition, template

Properties = dict[str, Any]


@pytest.fixture
def cloud(address: str) -> Cloud:
    """Returns a Region without names of other tests."""
    return Cloud(address, "eu-west-3")


def _endpoint(**changed: Any) -> Properties:
    given = {
        "PortName": "http",
        "DiscoveryName": "web_http",
        "ClientAliases": [{"Port": 8080, "DnsName": "web.shop.internal"}],
    }
    return {**given, **changed}


def _connect(*endpoints: Properties, **changed: Any) -> Properties:
    return {"Enabled": True, "Namespace": get("Namespace", "Arn"), "Services": list(endpoints), **changed}


def _ports(**changed: Any) -> Properties:
    mapping = {"Name": "http", "ContainerPort": 8080, "Protocol": "tcp", "AppProtocol": "http", **changed}
    mappings = [{key: value for key, value in mapping.items() if value is not None}]
    return task_definition(ContainerDefinitions=[{"Name": "web", "Image": "web:1", "PortMappings": mappings}])


def _system(name: str, *endpoints: Properties, ports: Properties | None = None, **changed: Any) -> dict[str, Any]:
    configuration = _connect(*endpoints or (_endpoint(),), **changed)
    own = service("web", ServiceConnectConfiguration=configuration)
    return system(name, TaskDefinition=ports or _ports(), Service=own)


def _names(cloud: Cloud) -> dict[str, int]:
    listed = cloud.servicediscovery.list_services()["Services"]
    return {entry["Name"]: entry["InstanceCount"] for entry in listed}


def _deployment(cloud: Cloud, cluster: str, name: str = "web") -> dict[str, Any]:
    described = cloud.ecs.describe_services(cluster=cluster, services=[name])["services"][0]
    return dict(described["deployments"][0])


def test_endpoint_is_cloud_map_service_with_instance_per_task(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template(_system(name))) == "CREATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_http": 2}

    deployment = _deployment(cloud, name)
    assert deployment["serviceConnectConfiguration"]["enabled"]
    assert deployment["serviceConnectConfiguration"]["services"] == [
        {
            "portName": "http",
            "discoveryName": "web_http",
            "clientAliases": [{"port": 8080, "dnsName": "web.shop.internal"}],
        }
    ]
    [endpoint] = deployment["serviceConnectResources"]
    assert endpoint["discoveryName"] == "web_http"
    instances = cloud.servicediscovery.list_instances(ServiceId=endpoint["discoveryArn"].rpartition("/")[2])[
        "Instances"
    ]
    assert {instance["Attributes"]["AWS_INSTANCE_PORT"] for instance in instances} == {"8080"}

    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert _names(cloud) == {}


def test_endpoint_follows_configuration(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template(system(name, TaskDefinition=_ports()))) == "CREATE_COMPLETE"
    assert _names(cloud) == {"web": 2}
    assert cloud.update(name, template(_system(name))) == "UPDATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_http": 2}
    renamed = _system(name, _endpoint(DiscoveryName="web_main"))
    assert cloud.update(name, template(renamed)) == "UPDATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_main": 2}
    assert cloud.update(name, template(system(name, TaskDefinition=_ports()))) == "UPDATE_COMPLETE"
    assert _names(cloud) == {"web": 2}
    assert not _deployment(cloud, name)["serviceConnectConfiguration"]["enabled"]
    cloud.delete(name)


def test_client_creates_no_endpoint(cloud: Cloud, name: str) -> None:
    client = service("job", ServiceConnectConfiguration=_connect(), ServiceRegistries=[])
    assert cloud.create(name, template({**_system(name), "Job": client})) == "CREATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_http": 2}
    assert _deployment(cloud, name, "job")["serviceConnectConfiguration"]["namespace"].startswith(
        "arn:aws:servicediscovery:"
    )
    cloud.delete(name)


ONE = _endpoint()
REJECTED: dict[str, tuple[Any, str]] = {
    "an unknown port name": ([_endpoint(PortName="grpc")], "does not refer to any named port mapping"),
    "a name of a DNS service": ([_endpoint(DiscoveryName="web")], "The discoveryName web is already in use"),
    "a duplicate name": (
        [ONE, _endpoint(ClientAliases=[{"Port": 80, "DnsName": "other"}])],
        "contains a duplicate discoveryName",
    ),
    "a duplicate alias": ([ONE, _endpoint(DiscoveryName="other")], "clientAlias of the serviceConnectConfiguration"),
    "no alias": ([_endpoint(ClientAliases=[])], "requires one clientAlias"),
    "two aliases": (
        [_endpoint(ClientAliases=[{"Port": 80, "DnsName": "a"}, {"Port": 81, "DnsName": "b"}])],
        "requires one clientAlias",
    ),
    "a name in upper case": ([_endpoint(DiscoveryName="Web")], "The discoveryName Web is not valid"),
    "an alias in upper case": ([_endpoint(ClientAliases=[{"Port": 80, "DnsName": "Web"}])], "dnsName Web is not valid"),
    "a proxy port that is too low": ([_endpoint(IngressPortOverride=1024)], "cannot use ports <= 1024"),
}


@pytest.mark.parametrize("case", REJECTED)
def test_rejects_invalid_endpoint(cloud: Cloud, name: str, case: str) -> None:
    endpoints, message = REJECTED[case]
    assert cloud.create(name, template(_system(name, *endpoints))) == "ROLLBACK_COMPLETE"
    assert message in cloud.reasons(name)["Service"]
    assert _names(cloud) == {}


MAPPINGS: dict[str, tuple[Properties, Properties, str]] = {
    "UDP": ({"Protocol": "udp", "AppProtocol": None}, ONE, "not of protocol tcp"),
    "a request timeout without an application protocol": (
        {"AppProtocol": None},
        _endpoint(Timeout={"PerRequestTimeoutSeconds": 5}),
        "perRequestTimeout can only be set if",
    ),
}


@pytest.mark.parametrize("case", MAPPINGS)
def test_rejects_invalid_port_mapping(cloud: Cloud, name: str, case: str) -> None:
    ports, endpoint, message = MAPPINGS[case]
    assert cloud.create(name, template(_system(name, endpoint, ports=_ports(**ports)))) == "ROLLBACK_COMPLETE"
    assert message in cloud.reasons(name)["Service"]


def test_rejects_unknown_connect_namespace(cloud: Cloud, name: str) -> None:
    in_region = template(_system(name, Namespace="elsewhere.internal"))
    assert cloud.create(name, in_region) == "ROLLBACK_COMPLETE"
    assert "elsewhere.internal was not found" in cloud.reasons(name)["Service"]
    assert _names(cloud) == {}


def test_rejects_alias_of_another_service(cloud: Cloud, name: str) -> None:
    second = service(
        "second",
        ServiceConnectConfiguration=_connect(_endpoint(DiscoveryName="second_http")),
        ServiceRegistries=[],
    )
    both = {**_system(name), "Second": {**second, "DependsOn": "Service"}}
    assert cloud.create(name, template(both)) == "ROLLBACK_COMPLETE"
    assert "clientAlias of the serviceConnectConfiguration" in cloud.reasons(name)["Second"]


def test_rejects_dns_service_with_name_of_endpoint(cloud: Cloud, name: str) -> None:
    discovery = resource(
        "ServiceDiscovery::Service",
        {"Name": "web_http", "NamespaceId": ref("Namespace"), "DnsConfig": {"DnsRecords": [{"Type": "A", "TTL": 10}]}},
        DependsOn="Service",
    )
    assert cloud.create(name, template({**_system(name), "Late": discovery})) == "ROLLBACK_COMPLETE"
    assert "Service already exists" in cloud.reasons(name)["Late"]
