"""Updates a stack, and checks that nothing else changes."""

from __future__ import annotations

import pytest


@pytest.fixture
def two_services(deployment):
    def create(*settings):
        stack = deployment("two-services", settings=settings)
        stack.render()
        stack.deploy()
        return stack

    return create


def test_a_second_deployment_changes_nothing(two_services):
    stack = two_services()
    assert "No changes to deploy" in stack.deploy()


def test_a_tag_on_the_command_line_deploys_one_service_only(two_services):
    stack = two_services("tagParameters=true")

    override = ["--parameter-overrides", "MyserviceATag=2.0.0"]
    assert stack.changes(*override) == {("Modify", "MyserviceATaskDefinition"), ("Modify", "MyserviceAService")}
    stack.deploy(*override)
    stack.matches_golden("two-services.new-tag-of-a.yaml")

    # Another pipeline deploys the same template with its own tag only. The first tag stays.
    stack.deploy("--parameter-overrides", "MyserviceBTag=3.0.0")
    stack.matches_golden("two-services.new-tags-of-both.yaml")


def test_another_zone_moves_no_subnet(two_services):
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
    stack.matches_golden("two-services.three-zones.yaml")
