"""Deploys tasks with several containers, and changes their sidecars."""

from __future__ import annotations

import pytest

from aws import elsewhere

# A config from the tests of the generator, as a path from the folder of examples.
CONFIG = "../generator/src/test/resources/golden/valid/sidecars"


@pytest.fixture
def secrets(aws):
    """Creates the secrets that the config uses."""
    ireland = elsewhere(aws, "eu-west-1")
    names = ("shop/orders", "shop/orders-owner")
    for name in names:
        ireland.ask("secretsmanager", "create-secret", "--name", name, "--secret-string", '{"password": "p"}')
    yield
    for name in names:
        ireland.ask("secretsmanager", "delete-secret", "--secret-id", name, "--force-delete-without-recovery")


@pytest.mark.usefixtures("secrets")
def test_sidecars_are_deployed_and_changed(deployment):
    stack = deployment(CONFIG)
    stack.render()
    stack.deploy()
    stack.matches_golden("sidecars.yaml")

    # Without its override, a sidecar is essential. The service waits for other conditions of its sidecars.
    stack.settings = [
        "services.shipping.sidecars.telemetry=null",
        "services.orders.dependsOn={migrate: COMPLETE, proxy: START}",
    ]
    stack.render()
    assert {action for action, _ in stack.changes()} == {"Modify"}
    stack.deploy()
    stack.matches_golden("sidecars.other-conditions.yaml")

    stack.delete()
