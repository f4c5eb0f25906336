"""Stacks that join another one's network, namespace and cluster."""

from __future__ import annotations

import pytest

from aws import Refused
from generator import ROOT, run

# A second pair of stacks, beside the one that the examples make.
STAGING = """
environments:
  staging:
    platform: shop-staging
    peers: { orders: { stack: shop-staging }, catalog: { stack: shop-staging } }
"""
# One group for all, and a rule that both stacks have.
SHARED = ["network.securityGroups=shared"]
SAME_SOURCE = [*SHARED, "services.reviews.ingress=[198.51.100.0/24]"]
# Private subnets, whose endpoints serve both.
PRIVATE = ["network.placement=private"]
SHOP_IN_PRIVATE = [*PRIVATE, "network.nat=regional", "network.endpoints=all"]
SHOP_FOR_SHARED = [*SHARED, "services.payments.egress=null", "services.mailer.egress=null"]


@pytest.fixture
def join(deployment):
    """Deploys a platform, then what joins it."""

    def make(environment=None, settings=((), ())):
        shop = deployment("shop", environment, settings[0])
        shop.render()
        shop.deploy()
        reviews = deployment("joining", environment, settings[1], platform=shop, more=STAGING)
        reviews.render()
        reviews.deploy()
        shop.besides(reviews)
        return shop, reviews

    return make


def are_as_configured(*stacks):
    for stack in stacks:
        stack.is_as_configured()


def test_configs_fit_together():
    configs = [ROOT / "examples" / name / "config.yaml" for name in ("shop", "joining")]
    assert run("check", *configs, "--strict", "--quiet") == ""


def test_platform_outlives_what_has_joined_it(join):
    shop, reviews = join()
    are_as_configured(shop, reviews)
    assert "No changes to deploy" in shop.deploy(), "what another stack has put into its groups is no change of its own"
    assert "No changes to deploy" in reviews.deploy()

    shop.aws.line(shop.rendering.delete)
    reason = shop.aws.line("aws cloudformation describe-stacks --stack-name shop --query Stacks[0].StackStatusReason")
    assert "cannot be deleted as it is in use by reviews" in reason
    are_as_configured(shop, reviews)

    reviews.delete()
    reviews.has_left_nothing()
    shop.is_as_configured()
    shop.delete()
    shop.has_left_nothing()


def test_environments_are_joined_by_their_own(join):
    shop, reviews = join()
    staging, staging_reviews = join("staging")
    for later in (staging, staging_reviews):
        shop.besides(later)
        reviews.besides(later)
    are_as_configured(shop, reviews, staging, staging_reviews)


def test_shared_group_takes_no_rule_twice(join):
    shop, reviews = join(settings=(SHOP_FOR_SHARED, SAME_SOURCE))
    groups = shop.look().groups()
    assert {name for name, group in groups.items() if "tcp 8080 from 198.51.100.0/24" in group["in"]} == {
        "shop-app",
        "reviews-reviews",
    }
    are_as_configured(shop, reviews)


def test_without_its_platform_says_what_is_missing_and_can_be_tried_again(deployment):
    shop = deployment("shop")
    early = deployment("joining", platform=shop)
    early.render()
    with pytest.raises(Refused, match=r"No export named shop-\w+ found"):
        early.deploy()
    shop.render()
    shop.deploy()
    early.deploy()
    assert early.status() == "CREATE_COMPLETE"


def test_private_subnets_are_joined(join):
    shop, reviews = join(settings=(SHOP_IN_PRIVATE, PRIVATE))
    are_as_configured(shop, reviews)
    reviews.delete()
    reviews.has_left_nothing()
    shop.delete()
    shop.has_left_nothing()
