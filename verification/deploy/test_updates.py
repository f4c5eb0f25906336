"""Changes of a stack that is there: each touches what it is about, and nothing else."""

from __future__ import annotations

import pytest


@pytest.fixture
def two_services(deployment):
    def make(*settings):
        stack = deployment("two-services", settings=settings)
        stack.render()
        stack.deploy()
        return stack

    return make


def test_the_same_again_changes_nothing(two_services):
    stack = two_services()
    assert "No changes to deploy" in stack.deploy()


def test_a_tag_on_the_command_line_moves_one_service_alone(two_services):
    stack = two_services("tagParameters=true")

    override = ["--parameter-overrides", "MyserviceATag=2.0.0"]
    assert stack.changes(*override) == {("Modify", "MyserviceATaskDefinition"), ("Modify", "MyserviceAService")}
    stack.deploy(*override)
    stack.settings += ["services.myservice-a.tag=2.0.0"]
    stack.is_as_configured()

    # The next pipeline deploys the same template and says its own tag alone; the first one's stays.
    stack.deploy("--parameter-overrides", "MyserviceBTag=3.0.0")
    stack.settings += ["services.myservice-b.tag=3.0.0"]
    stack.is_as_configured()


def test_a_zone_more_moves_no_address(two_services):
    stack = two_services()
    stack.settings += ["network.zones=3"]
    stack.render()
    assert stack.changes() == {
        ("Add", "PublicSubnet3"),
        ("Add", "PublicSubnet3RouteTableAssociation"),
        ("Modify", "MyserviceAService"),
        ("Modify", "MyserviceBService"),
    }
    stack.deploy()
    stack.is_as_configured()
