"""Tests requests that Cloud Map rejects, and the instances that ECS registers in it."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import VPC, discovery, get, namespace, ref, service, system, template


def _instances(cloud: Cloud, name: str) -> list[dict[str, Any]]:
    service_id = cloud.physical_ids(name)["Discovery"]
    instances: list[dict[str, Any]] = cloud.servicediscovery.list_instances(ServiceId=service_id)["Instances"]
    return instances


def test_registers_an_instance_per_task(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    instances = [instance["Attributes"] for instance in _instances(cloud, name)]
    assert sorted(attributes["AWS_INSTANCE_IPV4"] for attributes in instances) == ["10.0.1.4", "10.0.1.5"]
    assert {attributes["ECS_SERVICE_NAME"] for attributes in instances} == {"web"}
    assert not any("AWS_INSTANCE_PORT" in attributes for attributes in instances), "there are no SRV records"


def test_instances_follow_task_count(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    cloud.update(name, template(system(name, Service=service("web", DesiredCount=3))))
    assert len(_instances(cloud, name)) == 3
    cloud.ecs.update_service(cluster=name, service="web", desiredCount=0)
    assert _instances(cloud, name) == []


def test_instances_with_srv_records_have_port(cloud: Cloud, name: str) -> None:
    registry = [{"RegistryArn": get("Discovery", "Arn"), "Port": 8080}]
    made = system(name, Discovery=discovery("web", "A", "SRV"), Service=service("web", ServiceRegistries=registry))
    assert cloud.create(name, template(made)) == "CREATE_COMPLETE"
    assert {instance["Attributes"]["AWS_INSTANCE_PORT"] for instance in _instances(cloud, name)} == {"8080"}


def test_keeps_service_with_instances(cloud: Cloud, name: str) -> None:
    cloud.create(name, template(system(name)))
    service_id = cloud.physical_ids(name)["Discovery"]
    with pytest.raises(cloud.servicediscovery.exceptions.ResourceInUse, match="Service contains registered instances"):
        cloud.servicediscovery.delete_service(Id=service_id)


def test_stack_deletion_fails_for_service_with_other_instances(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web")}))
    service_id = cloud.physical_ids(name)["Discovery"]
    cloud.servicediscovery.register_instance(
        ServiceId=service_id, InstanceId="i-1", Attributes={"AWS_INSTANCE_IPV4": "10.0.0.9"}
    )
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "Service contains registered instances" in cloud.reasons(name)["Discovery"]
    assert list(cloud.reasons(name)) == ["Discovery", name], "its dependencies are kept"
    assert cloud.stack(name)["StackStatusReason"] == "The following resource(s) failed to delete: [Discovery]. "
    cloud.servicediscovery.deregister_instance(ServiceId=service_id, InstanceId="i-1")
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_keeps_namespace_with_services(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace()}))
    namespace_id = cloud.physical_ids(name)["Namespace"]
    foreign = cloud.servicediscovery.create_service(Name="foreign", NamespaceId=namespace_id)["Service"]["Id"]
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "Namespace has associated services" in cloud.reasons(name)["Namespace"]
    with pytest.raises(cloud.servicediscovery.exceptions.ResourceInUse):
        cloud.servicediscovery.delete_namespace(Id=namespace_id)
    cloud.servicediscovery.delete_service(Id=foreign)
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_deletes_hosted_zone_with_namespace(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace(f"{name}.internal")}))
    assert f"{name}.internal." in [zone["Name"] for zone in cloud.route53.list_hosted_zones()["HostedZones"]]
    cloud.delete(name)
    assert f"{name}.internal." not in [zone["Name"] for zone in cloud.route53.list_hosted_zones()["HostedZones"]]


def test_rejects_changed_record_types(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web")}))
    changed = template({"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web", "A", "SRV")})
    assert cloud.changes(name, changed) == {"Discovery": ("Modify", "False")}, "the schema allows it"
    assert cloud.update(name, changed) == "UPDATE_ROLLBACK_COMPLETE"
    assert "The record types of a service cannot be changed" in cloud.reasons(name)["Discovery"]


def test_updates_ttl_of_records(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web")}))
    changed = template({"Vpc": VPC, "Namespace": namespace(), "Discovery": discovery("web", ttl=60)})
    assert cloud.update(name, changed) == "UPDATE_COMPLETE"
    described = cloud.servicediscovery.get_service(Id=cloud.physical_ids(name)["Discovery"])["Service"]["DnsConfig"]
    assert described["DnsRecords"] == [{"Type": "A", "TTL": 60}]
    assert described["RoutingPolicy"] == "MULTIVALUE"


def test_updates_soa_ttl_and_keeps_hosted_zone(cloud: Cloud, name: str) -> None:
    def build(ttl: int) -> dict[str, Any]:
        properties = {"Name": "soa.internal", "Vpc": ref("Vpc"), "Properties": {"DnsProperties": {"SOA": {"TTL": ttl}}}}
        return template({"Vpc": VPC, "Namespace": {**namespace(), "Properties": properties}})

    cloud.create(name, build(15))
    namespace_id = cloud.physical_ids(name)["Namespace"]
    described = cloud.servicediscovery.get_namespace(Id=namespace_id)["Namespace"]["Properties"]["DnsProperties"]
    assert described["SOA"] == {"TTL": 15}
    assert cloud.update(name, build(30)) == "UPDATE_COMPLETE"
    changed = cloud.servicediscovery.get_namespace(Id=namespace_id)["Namespace"]["Properties"]["DnsProperties"]
    assert changed == {**described, "SOA": {"TTL": 30}}


def test_rejects_unknown_namespace(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, template({"Discovery": discovery("web", NamespaceId="ns-none")})) == "ROLLBACK_COMPLETE"
    assert "HandlerErrorCode: NotFound" in cloud.reasons(name)["Discovery"]


def test_rejects_unknown_vpc(cloud: Cloud, name: str) -> None:
    lost = {**namespace(), "Properties": {"Name": "lost.internal", "Vpc": "vpc-00000000"}}
    assert cloud.create(name, template({"Namespace": lost})) == "ROLLBACK_COMPLETE"
    assert "that you provided does not exist" in cloud.reasons(name)["Namespace"]


def test_rejects_two_kinds_of_health_checks(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Namespace": namespace()}))
    with pytest.raises(ClientError, match="InvalidInput"):
        cloud.servicediscovery.create_service(
            Name="web",
            NamespaceId=cloud.physical_ids(name)["Namespace"],
            HealthCheckConfig={"Type": "TCP"},
            HealthCheckCustomConfig={"FailureThreshold": 1},
        )
