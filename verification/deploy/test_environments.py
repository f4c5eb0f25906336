"""Deploys several stacks of one config into one account."""

from __future__ import annotations


def test_two_environments_exist_side_by_side(deployment):
    staging = deployment("shop", "staging")
    staging.render()
    staging.deploy()
    production = deployment("shop", "production")
    production.render()
    production.deploy()

    production.matches_golden("shop.production.yaml")
    staging.add_neighbor(production)
    staging.matches_golden("shop.staging.yaml")

    staging.delete()
    production.matches_golden("shop.production.yaml")
    production.delete()
    staging.leaves_nothing()


def test_one_config_is_deployed_to_two_regions(deployment):
    oregon = deployment("two-services", region="us-west-2")
    frankfurt = deployment("two-services", region="eu-central-1")
    oregon.render()
    frankfurt.render()
    oregon.deploy()
    frankfurt.deploy()

    # Roles belong to the account and are visible in every Region.
    oregon.add_neighbor(frankfurt)
    oregon.matches_golden("two-services.oregon.yaml")
    frankfurt.add_neighbor(oregon)
    frankfurt.matches_golden("two-services.frankfurt.yaml")

    oregon.delete()
    frankfurt.matches_golden("two-services.frankfurt.yaml")
    frankfurt.delete()
    oregon.leaves_nothing()
    frankfurt.leaves_nothing()
