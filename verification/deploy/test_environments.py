"""Several stacks of one config in one account."""

from __future__ import annotations


def test_two_environments_stand_side_by_side(deployment):
    staging = deployment("shop", "staging")
    staging.render()
    staging.deploy()
    production = deployment("shop", "production")
    production.render()
    production.deploy()

    production.is_as_configured()
    staging.besides(production)
    staging.is_as_configured()

    staging.delete()
    production.is_as_configured()
    production.delete()
    staging.has_left_nothing()


def test_the_same_config_stands_in_two_regions(deployment):
    here = deployment("two-services", region="us-west-2")
    there = deployment("two-services", region="eu-central-1")
    here.render()
    here.deploy()
    there.render()
    there.deploy()

    # Roles are the account's own, and known in every Region.
    here.besides(there)
    here.is_as_configured()
    there.besides(here)
    there.is_as_configured()

    here.delete()
    there.is_as_configured()
    there.delete()
    here.has_left_nothing()
    there.has_left_nothing()
