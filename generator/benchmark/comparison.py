"""Compares two templates: the services, tasks, names, records and edges between security groups."""

from collections.abc import Iterator
from typing import Any

SUBNET = "AWS::EC2::Subnet"
NAMESPACE = "AWS::ServiceDiscovery::PrivateDnsNamespace"
LOG_GROUP = "AWS::Logs::LogGroup"
SERVICE = "AWS::ECS::Service"
DISCOVERY = "AWS::ServiceDiscovery::Service"
CONTAINER_KEYS = ("Essential", "HealthCheck", "LinuxParameters", "ReadonlyRootFilesystem", "StopTimeout", "User")
SERVICE_KEYS = (
    "AvailabilityZoneRebalancing",
    "CapacityProviderStrategy",
    "DeploymentConfiguration",
    "DesiredCount",
    "EnableExecuteCommand",
    "PropagateTags",
)
EDGES = {
    "AWS::EC2::SecurityGroupIngress": "SourceSecurityGroupId",
    "AWS::EC2::SecurityGroupEgress": "DestinationSecurityGroupId",
}


def differences(ours: dict, theirs: dict) -> list[str]:
    """Returns a line for each difference."""
    mine, other = facts(ours), facts(theirs)
    return [
        f"{name}: {mine.get(name)!r} in the generator's template, {other.get(name)!r} in the CDK's"
        for name in sorted(mine.keys() | other.keys())
        if mine.get(name) != other.get(name)
    ]


def facts(template: dict) -> dict[str, Any]:
    """Returns the facts about a template's services, with keys that do not depend on logical ids."""
    resources = template["Resources"]
    services = list(_of(resources, SERVICE))
    return (
        {f"subnet {each['CidrBlock']}": text(each["AvailabilityZone"]) for each in _of(resources, SUBNET)}
        | {f"namespace {each['Name']}": each["Properties"] for each in _of(resources, NAMESPACE)}
        | {f"log group {text(each['LogGroupName'])}": each["RetentionInDays"] for each in _of(resources, LOG_GROUP)}
        | {f"name {each['Name']}": _records(each) for each in _of(resources, DISCOVERY)}
        | {f"service {each['ServiceName']}": _service(each, resources) for each in services}
        | {"edges": _edges(resources, services)}
    )


def _service(service: dict, resources: dict) -> dict:
    task = resources[_target(service["TaskDefinition"])]["Properties"]
    container = task["ContainerDefinitions"][0]
    return (
        {key: _normalized(container.get(key)) for key in CONTAINER_KEYS}
        | {key: _normalized(service.get(key)) for key in SERVICE_KEYS}
        | {"size": (task["Cpu"], task["Memory"]), "image": text(container["Image"])}
        | {"environment": {each["Name"]: each["Value"] for each in container["Environment"]}}
        | {"ports": [(each["ContainerPort"], each["Protocol"]) for each in container["PortMappings"]]}
        | {"public": service["NetworkConfiguration"]["AwsvpcConfiguration"]["AssignPublicIp"]}
        | {"registered": [each.get("Port", each.get("ContainerPort")) for each in service["ServiceRegistries"]]}
    )


def _normalized(value: Any) -> Any:
    """Returns the value without parts that mean the same as their absence."""
    if isinstance(value, dict):
        return {key: _normalized(each) for key, each in value.items() if each}
    return value or None


def _records(discovery: dict) -> tuple:
    config = discovery["DnsConfig"]
    return config["RoutingPolicy"], [(each["Type"], int(each["TTL"])) for each in config["DnsRecords"]]


def _edges(resources: dict, services: list[dict]) -> list[tuple]:
    """Returns the edges: kind, services of both groups, protocol and port. A shared group is "all"."""
    groups = {_target(each): service["ServiceName"] for service in services for each in _groups(service)}
    if len(groups) < len(services):
        groups = dict.fromkeys(groups, "all")
    return sorted(
        (kind, *(groups[_target(edge[end])] for end in ("GroupId", peer)), edge["IpProtocol"], edge.get("FromPort", 0))
        for kind, peer in EDGES.items()
        for edge in _of(resources, kind)
        if peer in edge
    )


def _groups(service: dict) -> list:
    return service["NetworkConfiguration"]["AwsvpcConfiguration"]["SecurityGroups"]


def _of(resources: dict, kind: str) -> Iterator[dict]:
    return (each["Properties"] for each in resources.values() if each["Type"] == kind)


def _target(reference: dict) -> str:
    """Returns the logical id that a reference points to."""
    return reference["Ref"] if "Ref" in reference else reference["Fn::GetAtt"][0]


def text(value: Any) -> str:
    """Returns a text in the form of `Fn::Sub`, whichever function builds it."""
    match value:
        case {"Ref": name}:
            return "${" + name + "}"
        case {"Fn::Sub": str(parts)}:
            return parts
        case {"Fn::Join": [between, parts]}:
            return between.join(map(text, parts))
        case {"Fn::Select": [index, {"Fn::GetAZs": _}]}:
            return f"zone {index}"
        case _:
            return str(value)
