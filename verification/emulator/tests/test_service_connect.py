"""What ECS Service Connect makes and refuses."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.parts import get, ref, resource, service, system, task_definition, template

Properties = dict[str, Any]


@pytest.fixture
def cloud(address: str) -> Cloud:
    """A Region in which no other test leaves names behind."""
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
    said = _connect(*endpoints or (_endpoint(),), **changed)
    own = service("web", ServiceConnectConfiguration=said)
    return system(name, TaskDefinition=ports or _ports(), Service=own)


def _names(cloud: Cloud) -> dict[str, int]:
    listed = cloud.servicediscovery.list_services()["Services"]
    return {one["Name"]: one["InstanceCount"] for one in listed}


def _told(cloud: Cloud, cluster: str, name: str = "web") -> dict[str, Any]:
    described = cloud.ecs.describe_services(cluster=cluster, services=[name])["services"][0]
    return dict(described["deployments"][0])


def test_endpoint_is_a_name_of_cloud_map_with_an_instance_for_each_task(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template(_system(name))) == "CREATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_http": 2}

    deployment = _told(cloud, name)
    assert deployment["serviceConnectConfiguration"]["enabled"]
    assert deployment["serviceConnectConfiguration"]["services"] == [
        {
            "portName": "http",
            "discoveryName": "web_http",
            "clientAliases": [{"port": 8080, "dnsName": "web.shop.internal"}],
        }
    ]
    [made] = deployment["serviceConnectResources"]
    assert made["discoveryName"] == "web_http"
    instances = cloud.servicediscovery.list_instances(ServiceId=made["discoveryArn"].rpartition("/")[2])["Instances"]
    assert {one["Attributes"]["AWS_INSTANCE_PORT"] for one in instances} == {"8080"}

    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert _names(cloud) == {}


def test_endpoint_comes_and_goes_with_what_the_service_says(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template(system(name, TaskDefinition=_ports()))) == "CREATE_COMPLETE"
    assert _names(cloud) == {"web": 2}
    assert cloud.update(name, template(_system(name))) == "UPDATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_http": 2}
    renamed = _system(name, _endpoint(DiscoveryName="web_main"))
    assert cloud.update(name, template(renamed)) == "UPDATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_main": 2}
    assert cloud.update(name, template(system(name, TaskDefinition=_ports()))) == "UPDATE_COMPLETE"
    assert _names(cloud) == {"web": 2}
    assert not _told(cloud, name)["serviceConnectConfiguration"]["enabled"]
    cloud.delete(name)


def test_client_alone_makes_nothing(cloud: Cloud, name: str) -> None:
    client = service("job", ServiceConnectConfiguration=_connect(), ServiceRegistries=[])
    assert cloud.create(name, template({**_system(name), "Job": client})) == "CREATE_COMPLETE"
    assert _names(cloud) == {"web": 2, "web_http": 2}
    assert _told(cloud, name, "job")["serviceConnectConfiguration"]["namespace"].startswith("arn:aws:servicediscovery:")
    cloud.delete(name)


ONE = _endpoint()
REFUSED: dict[str, tuple[Any, str]] = {
    "a port name that no mapping has": ([_endpoint(PortName="grpc")], "does not refer to any named port mapping"),
    "the name that DNS has": ([_endpoint(DiscoveryName="web")], "The discoveryName web is already in use"),
    "a name twice": (
        [ONE, _endpoint(ClientAliases=[{"Port": 80, "DnsName": "other"}])],
        "contains a duplicate discoveryName",
    ),
    "an alias twice": ([ONE, _endpoint(DiscoveryName="other")], "clientAlias of the serviceConnectConfiguration"),
    "no alias": ([_endpoint(ClientAliases=[])], "requires one clientAlias"),
    "two aliases": (
        [_endpoint(ClientAliases=[{"Port": 80, "DnsName": "a"}, {"Port": 81, "DnsName": "b"}])],
        "requires one clientAlias",
    ),
    "a name in upper case": ([_endpoint(DiscoveryName="Web")], "The discoveryName Web is not valid"),
    "an alias in upper case": ([_endpoint(ClientAliases=[{"Port": 80, "DnsName": "Web"}])], "dnsName Web is not valid"),
    "a low port for the proxy": ([_endpoint(IngressPortOverride=1024)], "cannot use ports <= 1024"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(cloud: Cloud, name: str, case: str) -> None:
    endpoints, message = REFUSED[case]
    assert cloud.create(name, template(_system(name, *endpoints))) == "ROLLBACK_COMPLETE"
    assert message in cloud.reasons(name)["Service"]
    assert _names(cloud) == {}


MAPPINGS: dict[str, tuple[Properties, Properties, str]] = {
    "datagrams": ({"Protocol": "udp", "AppProtocol": None}, ONE, "not of protocol tcp"),
    "requests that nobody sees": (
        {"AppProtocol": None},
        _endpoint(Timeout={"PerRequestTimeoutSeconds": 5}),
        "perRequestTimeout can only be set if",
    ),
}


@pytest.mark.parametrize("case", MAPPINGS)
def test_a_mapping(cloud: Cloud, name: str, case: str) -> None:
    ports, endpoint, message = MAPPINGS[case]
    assert cloud.create(name, template(_system(name, endpoint, ports=_ports(**ports)))) == "ROLLBACK_COMPLETE"
    assert message in cloud.reasons(name)["Service"]


def test_a_namespace_that_is_not_there(cloud: Cloud, name: str) -> None:
    elsewhere = template(_system(name, Namespace="elsewhere.internal"))
    assert cloud.create(name, elsewhere) == "ROLLBACK_COMPLETE"
    assert "elsewhere.internal was not found" in cloud.reasons(name)["Service"]
    assert _names(cloud) == {}


def test_an_alias_that_another_service_of_the_namespace_has(cloud: Cloud, name: str) -> None:
    second = service(
        "second",
        ServiceConnectConfiguration=_connect(_endpoint(DiscoveryName="second_http")),
        ServiceRegistries=[],
    )
    both = {**_system(name), "Second": {**second, "DependsOn": "Service"}}
    assert cloud.create(name, template(both)) == "ROLLBACK_COMPLETE"
    assert "clientAlias of the serviceConnectConfiguration" in cloud.reasons(name)["Second"]


def test_a_name_that_service_connect_has_is_taken_for_dns(cloud: Cloud, name: str) -> None:
    discovery = resource(
        "ServiceDiscovery::Service",
        {"Name": "web_http", "NamespaceId": ref("Namespace"), "DnsConfig": {"DnsRecords": [{"Type": "A", "TTL": 10}]}},
        DependsOn="Service",
    )
    assert cloud.create(name, template({**_system(name), "Late": discovery})) == "ROLLBACK_COMPLETE"
    assert "Service already exists" in cloud.reasons(name)["Late"]
