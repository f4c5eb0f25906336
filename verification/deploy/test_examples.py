"""Every example, made by the command that is printed for it, looked at, extended, and deleted."""

from __future__ import annotations

import pytest

import generator


def pascal(name):
    return "".join(part[0].upper() + part[1:] for part in name.split("-"))


def ids_of(config, name):
    """The logical ids of a service that no other one calls, as the reference lists them."""
    service = next(service for service in config.services if service.name == name)
    kinds = ["LogGroup", "TaskDefinition", "Service", *(["Discovery"] if service.is_in_dns else [])]
    ids = {pascal(name) + kind for kind in kinds}
    if config.shares_group:
        # A rule for each source and port: the port of the new service is another one than that of the rest.
        assert service.get("ingress") == ["0.0.0.0/0"]
        return ids | {f"SharedFromAnywhereTcp{port.number}Ingress" for port in service.ports}
    ids.add(f"{pascal(name)}SecurityGroup")
    for call in config.calls(service):
        port = "" if call.port == call.callee.ports[0] else pascal(call.port.name)
        edge = f"{pascal(name)}To{pascal(call.callee.name)}{port}"
        ids |= {f"{edge}Ingress", f"{edge}Egress"}
    return ids


def goes_through_its_life(deployment, callee):
    deployment.render()
    deployment.deploy()
    deployment.is_as_configured()

    generator.run("add", deployment.config_file, "reports", "--port", "8081", "--calls", callee)
    deployment.render()
    assert deployment.changes() == {("Add", one) for one in ids_of(deployment.config, "reports")}
    deployment.deploy()
    deployment.is_as_configured()

    deployment.delete()
    deployment.has_left_nothing()


@pytest.mark.parametrize(
    ("example", "callee"),
    [
        ("seed", "myservice-a"),
        ("two-services", "myservice-b"),
        ("shop", "orders:admin"),
        ("no-internet", "rates"),
        ("behind-a-load-balancer", "catalog"),
        ("service-connect", "stock:sync"),
    ],
)
def test_is_what_its_config_says_until_nothing_is_left(deployment, example, callee):
    goes_through_its_life(deployment(example), callee)


def test_moves_into_an_existing_vpc_and_out_again(deployment, existing_vpc):
    goes_through_its_life(deployment("existing-vpc", settings=existing_vpc.settings), "ledger")


def test_an_existing_vpc_takes_all_that_a_service_can_have(deployment, existing_vpc):
    stack = deployment(
        "existing-vpc",
        settings=[
            *existing_vpc.settings,
            "loadBalancer={scheme: internal, httpListener: true}",
            "services.invoices.http={path: /invoices}",
            "services.invoices.count={min: 1, max: 3, cpuPercent: 60}",
            "services.ledger.exec=true",
            "services.ledger.readonlyRootFilesystem=false",
            "services.ledger.dependsOn={prepare: SUCCESS}",
            "services.ledger.sidecars={prepare: {command: [prepare], writablePaths: [/tmp]}}",
            "services.reconciler.writablePaths=[/tmp, /var/lib/reconciler]",
        ],
    )
    stack.render()
    stack.deploy()
    stack.is_as_configured()
    stack.delete()
    stack.has_left_nothing()
