"""Private subnets: every way out of them, and from one to the next without a subnet that moves."""

from __future__ import annotations

PRIVATE = ["network.placement=private", "network.nat=single", "network.flowLogs=true", "namespace.searchDomain=true"]


def changed(deployment, *settings):
    """Renders with more settings; what a deployment would do, without what waits for other things now."""
    deployment.settings += settings
    deployment.render()
    return {change for change in deployment.changes() if not change[1].endswith("Service")}


def test_nat_changes_routes_and_nothing_that_has_addresses_in_it(deployment):
    stack = deployment("two-services", settings=PRIVATE)
    stack.render()
    stack.deploy()
    stack.is_as_configured()

    gateway, routes = ["NatGateway2", "NatGateway2Address"], ["PrivateDefaultRoute1", "PrivateDefaultRoute2"]
    assert changed(stack, "network.nat=perZone") == {("Add", one) for one in gateway} | {("Modify", routes[1])}
    stack.deploy()
    stack.is_as_configured()

    changes = changed(stack, "network.nat=regional", "network.endpoints=gateway")
    assert {change for change in changes if change[0] != "Remove"} == {
        ("Add", "RegionalNatGateway"),
        ("Add", "S3VpcEndpoint"),
        *(("Modify", route) for route in routes),
    }
    stack.deploy()
    stack.is_as_configured()

    changes = changed(stack, "network.nat=none", "network.endpoints=all")
    added = {logical_id for action, logical_id in changes if action == "Add"}
    assert added == {"VpcEndpointSecurityGroup", "EcrApiVpcEndpoint", "EcrDkrVpcEndpoint", "LogsVpcEndpoint"}
    stack.deploy()
    stack.is_as_configured()

    stack.delete()
    stack.has_left_nothing()


def test_the_production_preset_stands_and_goes(deployment):
    stack = deployment("two-services", settings=["preset=production", "defaults.exec=false"])
    stack.render()
    stack.deploy()
    stack.is_as_configured()
    stack.delete()
    stack.has_left_nothing()
