"""Tasks of several containers: what is there is what the config says, and what changes is one task definition."""

from __future__ import annotations

import pytest

from aws import elsewhere

GOLDEN = "../generator/src/test/resources/golden/valid/sidecars"


@pytest.fixture
def kept(aws):
    """The secrets of a service and of its sidecar, where the config's stack is."""
    there = elsewhere(aws, "eu-west-1")
    names = ("shop/orders", "shop/orders-owner")
    for name in names:
        there.ask("secretsmanager", "create-secret", "--name", name, "--secret-string", '{"password": "p"}')
    yield
    for name in names:
        there.ask("secretsmanager", "delete-secret", "--secret-id", name, "--force-delete-without-recovery")


def test_sidecars_are_what_the_config_says(deployment, kept):
    stack = deployment(GOLDEN)
    stack.render()
    stack.deploy()
    stack.is_as_configured()

    # One sidecar less, and one that is waited for in another way.
    stack.settings = [
        "services.shipping.sidecars.telemetry=null",
        "services.orders.dependsOn={migrate: COMPLETE, proxy: START}",
    ]
    stack.render()
    assert {one for one in stack.changes() if one[0] != "Modify"} == set()
    stack.deploy()
    stack.is_as_configured()

    stack.delete()
