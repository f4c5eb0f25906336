"""Stacks that join another one's network, namespace and cluster."""

from __future__ import annotations

import pytest

from aws import AwsCliError
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
# A platform of nothing but a network without the internet, with what those that join it ask, and programs of theirs.
ALONE = [
    *("services.ledger=null", "services.rates=null", "services.closing=null"),
    "network.endpoints=[all, ssmmessages, secretsmanager, dynamodb, sqs]",
]
BOOKS = ["name=books", "platform=no-internet", "network={nat: null, endpoints: null}"]
# A stack that has Service Connect's proxies, and one that joins it, calls a peer by them and is found by them.
CONNECTED = [
    *("region=null", "platform=service-connect", "defaults.cpu=512", "defaults.memory=1024"),
    (
        "peers={orders: null, catalog: null, payments: {stack: service-connect, port: 8080, discovery: both}, "
        "stock: {stack: service-connect, ports: {http: 8080, sync: 50051/grpc}, discovery: connect}}"
    ),
    'services.reviews={discovery: both, calls: [payments, "stock:sync", moderation]}',
    "services.moderation={discovery: connect, calls: [stock]}",
]
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
    with pytest.raises(AwsCliError, match=r"No export named shop-\w+ found"):
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


@pytest.fixture
def secret(aws):
    made = aws.ask("secretsmanager", "create-secret", "--name", "books/token", "--secret-string", "t")
    yield "services.rates.secrets={TOKEN: {secretsmanager: books/token}}"
    aws.ask("secretsmanager", "delete-secret", "--secret-id", made["ARN"], "--force-delete-without-recovery")


def test_platform_without_services_and_internet_has_the_endpoints_of_what_joins_it(deployment, secret):
    platform = deployment("no-internet", settings=ALONE)
    platform.render()
    platform.deploy()
    platform.is_as_configured()
    books = deployment("no-internet", settings=[*BOOKS, secret], platform=platform)
    books.render()
    books.deploy()
    platform.besides(books)
    are_as_configured(platform, books)

    # One more, and one less: no other is touched.
    platform.settings[-1] = "network.endpoints=[ssm, sqs, secretsmanager, ssmmessages, all]"
    platform.render()
    assert platform.changes() == {("Add", "SsmVpcEndpoint"), ("Remove", "DynamodbVpcEndpoint")}
    platform.deploy()
    platform.is_as_configured()

    books.delete()
    platform.delete()
    platform.has_left_nothing()


@pytest.mark.parametrize("groups", [[], SHARED], ids=["perService", "shared"])
def test_peer_is_called_by_service_connect(deployment, groups):
    platform = deployment("service-connect", settings=groups)
    platform.render()
    platform.deploy()
    reviews = deployment("joining", settings=[*CONNECTED, *groups], platform=platform)
    reviews.render()
    reviews.deploy()
    platform.besides(reviews)
    are_as_configured(platform, reviews)
    assert "No changes to deploy" in platform.deploy()
    assert "No changes to deploy" in reviews.deploy()

    reviews.delete()
    reviews.has_left_nothing()
    are_as_configured(platform)
