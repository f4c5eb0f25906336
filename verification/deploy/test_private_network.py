"""Deploys private subnets with each kind of internet access, and changes from one kind to the next."""

from __future__ import annotations

PRIVATE = ["network.placement=private", "network.nat=single", "network.flowLogs=true", "namespace.searchDomain=true"]


def changes_with(stack, *settings):
    """Adds settings, and returns the changes. Services are left out, because only their dependencies change."""
    stack.settings += settings
    stack.render()
    return {change for change in stack.changes() if not change[1].endswith("Service")}


def test_a_new_kind_of_nat_changes_routes_but_no_subnet(deployment):
    stack = deployment("two-services", settings=PRIVATE)
    stack.render()
    stack.deploy()
    stack.matches_golden("two-services.private-single-nat.yaml")

    gateway, routes = ["NatGateway2", "NatGateway2Address"], ["PrivateDefaultRoute1", "PrivateDefaultRoute2"]
    added = {("Add", logical_id) for logical_id in gateway}
    assert changes_with(stack, "network.nat=perZone") == added | {("Modify", routes[1])}
    stack.deploy()
    stack.matches_golden("two-services.private-nat-per-zone.yaml")

    changes = changes_with(stack, "network.nat=regional", "network.endpoints=gateway")
    assert {change for change in changes if change[0] != "Remove"} == {
        ("Add", "RegionalNatGateway"),
        ("Add", "S3VpcEndpoint"),
        *(("Modify", route) for route in routes),
    }
    stack.deploy()
    stack.matches_golden("two-services.private-regional-nat.yaml")

    changes = changes_with(stack, "network.nat=none", "network.endpoints=all")
    assert {logical_id for action, logical_id in changes if action == "Add"} == {
        "VpcEndpointSecurityGroup",
        "EcrApiVpcEndpoint",
        "EcrDkrVpcEndpoint",
        "LogsVpcEndpoint",
    }
    stack.deploy()
    stack.matches_golden("two-services.private-no-nat.yaml")

    stack.delete()
    stack.leaves_nothing()


def test_the_production_preset_is_deployed_and_deleted(deployment):
    stack = deployment("two-services", settings=["preset=production", "defaults.exec=false"])
    stack.render()
    stack.deploy()
    stack.matches_golden("two-services.production-preset.yaml")
    stack.delete()
    stack.leaves_nothing()
