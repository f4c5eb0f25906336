"""Deploys every example with the printed command, adds a service, and deletes the stack."""

from __future__ import annotations

import pytest

import generator

# The logical ids that every new service with a port has.
NEW_SERVICE = {"ReportsLogGroup", "ReportsTaskDefinition", "ReportsService"}
DISCOVERY = {"ReportsDiscovery"}


def rules_to(callee):
    """Returns the logical ids of the new service's security group, and of the rules for its calls."""
    return {"ReportsSecurityGroup", f"ReportsTo{callee}Ingress", f"ReportsTo{callee}Egress"}


# The port of the new service differs from all others, so the shared group needs a rule for it.
SHARED_GROUP_RULE = {"SharedFromAnywhereTcp8081Ingress"}


def deploys_extends_and_deletes(stack, golden, golden_with_reports, callee, added):
    stack.render()
    stack.deploy()
    stack.matches_golden(golden)

    generator.run("add", stack.config_file, "reports", "--port", "8081", "--calls", callee)
    stack.render()
    assert stack.changes() == {("Add", logical_id) for logical_id in NEW_SERVICE | added}
    stack.deploy()
    stack.matches_golden(golden_with_reports)

    stack.delete()
    stack.leaves_nothing()


@pytest.mark.parametrize(
    ("example", "golden", "golden_with_reports", "callee", "added"),
    [
        ("seed", "seed.yaml", "seed.with-reports.yaml", "myservice-a", DISCOVERY | SHARED_GROUP_RULE),
        (
            "two-services",
            "two-services.yaml",
            "two-services.with-reports.yaml",
            "myservice-b",
            DISCOVERY | rules_to("MyserviceB"),
        ),
        ("shop", "shop.yaml", "shop.with-reports.yaml", "orders:admin", DISCOVERY | rules_to("OrdersAdmin")),
        ("no-internet", "no-internet.yaml", "no-internet.with-reports.yaml", "rates", DISCOVERY | rules_to("Rates")),
        (
            "behind-a-load-balancer",
            "behind-a-load-balancer.yaml",
            "behind-a-load-balancer.with-reports.yaml",
            "catalog",
            DISCOVERY | rules_to("Catalog"),
        ),
        (
            "service-connect",
            "service-connect.yaml",
            "service-connect.with-reports.yaml",
            "stock:sync",
            rules_to("StockSync"),
        ),
    ],
)
def test_example_is_deployed_extended_and_deleted(deployment, example, golden, golden_with_reports, callee, added):
    deploys_extends_and_deletes(deployment(example), golden, golden_with_reports, callee, added)


def test_existing_vpc_is_used_and_left_unchanged(existing_vpc_deployment):
    goldens = "existing-vpc.yaml", "existing-vpc.with-reports.yaml"
    deploys_extends_and_deletes(existing_vpc_deployment(), *goldens, "ledger", DISCOVERY | rules_to("Ledger"))


def test_existing_vpc_supports_all_features_of_a_service(existing_vpc_deployment):
    stack = existing_vpc_deployment(
        "loadBalancer={scheme: internal, httpListener: true}",
        "services.invoices.http={path: /invoices}",
        "services.invoices.count={min: 1, max: 3, cpuPercent: 60}",
        "services.ledger.exec=true",
        "services.ledger.readonlyRootFilesystem=false",
        "services.ledger.dependsOn={prepare: SUCCESS}",
        "services.ledger.sidecars={prepare: {command: [prepare], writablePaths: [/tmp]}}",
        "services.reconciler.writablePaths=[/tmp, /var/lib/reconciler]",
    )
    stack.render()
    stack.deploy()
    stack.matches_golden("existing-vpc.all-features.yaml")
    stack.delete()
    stack.leaves_nothing()
