"""Deploys stacks that join the network, the namespace and the cluster of another stack."""

from __future__ import annotations

import pytest

from aws import AwsCliError
from generator import ROOT, run

# A second pair of stacks beside the two stacks of the examples.
STAGING = """
environments:
  staging:
    platform: shop-staging
    peers: { orders: { stack: shop-staging }, catalog: { stack: shop-staging } }
"""
# One security group for all services, and an ingress rule that both stacks have.
SHARED = ["network.securityGroups=shared"]
SHOP_SHARED = [*SHARED, "services.payments.egress=null", "services.mailer.egress=null"]
REVIEWS_SHARED = [*SHARED, "services.reviews.ingress=[198.51.100.0/24]"]
# Private subnets, with VPC endpoints for both stacks.
PRIVATE = ["network.placement=private"]
SHOP_PRIVATE = [*PRIVATE, "network.nat=regional", "network.endpoints=all"]
# A platform without services and without internet access, with the VPC endpoints that joining stacks need.
NETWORK_ONLY = [
    *("services.ledger=null", "services.rates=null", "services.closing=null"),
    "network.endpoints=[all, ssmmessages, secretsmanager, dynamodb, sqs]",
]
BOOKS = ["name=books", "platform=no-internet", "network={nat: null, endpoints: null}"]
# A stack with Service Connect that joins another one. It calls a peer, and is called, through Service Connect.
CONNECTED = [
    *("region=null", "platform=service-connect", "defaults.cpu=512", "defaults.memory=1024"),
    (
        "peers={orders: null, catalog: null, payments: {stack: service-connect, port: 8080, discovery: both}, "
        "stock: {stack: service-connect, ports: {http: 8080, sync: 50051/grpc}, discovery: connect}}"
    ),
    'services.reviews={discovery: both, calls: [payments, "stock:sync", moderation]}',
    "services.moderation={discovery: connect, calls: [stock]}",
]


@pytest.fixture
def join(deployment):
    """Deploys the platform `shop`, and then `reviews`, which joins it."""

    def create(environment=None, shop_settings=(), reviews_settings=()):
        shop = deployment("shop", environment, shop_settings)
        shop.render()
        shop.deploy()
        reviews = deployment("joining", environment, reviews_settings, platform=shop, more=STAGING)
        reviews.render()
        reviews.deploy()
        shop.add_neighbor(reviews)
        return shop, reviews

    return create


def test_configs_of_the_examples_pass_the_check_together():
    configs = [ROOT / "examples" / name / "config.yaml" for name in ("shop", "joining")]
    assert run("check", *configs, "--strict", "--quiet") == ""


def test_a_platform_cannot_be_deleted_before_the_stack_that_joined_it(join):
    shop, reviews = join()
    shop.matches_golden("shop.joined-by-reviews.yaml")
    reviews.matches_golden("joining.yaml")
    assert "No changes to deploy" in shop.deploy(), "rules that another stack adds to a group are not a change"
    assert "No changes to deploy" in reviews.deploy()

    shop.aws.line(shop.rendering.delete)
    reason = shop.aws.line("aws cloudformation describe-stacks --stack-name shop --query Stacks[0].StackStatusReason")
    assert "cannot be deleted as it is in use by reviews" in reason
    shop.matches_golden("shop.joined-by-reviews.yaml")
    reviews.matches_golden("joining.yaml")

    reviews.delete()
    reviews.leaves_nothing()
    shop.matches_golden("shop.yaml")
    shop.delete()
    shop.leaves_nothing()


def test_an_environment_joins_the_same_environment_of_the_platform(join):
    shop, reviews = join()
    staging, staging_reviews = join("staging")
    for later in (staging, staging_reviews):
        shop.add_neighbor(later)
        reviews.add_neighbor(later)
    shop.matches_golden("shop.joined-by-reviews.yaml")
    reviews.matches_golden("joining.yaml")
    staging.matches_golden("shop.staging-joined-by-reviews.yaml")
    staging_reviews.matches_golden("joining.staging.yaml")


def test_a_shared_group_gets_no_duplicate_rule(join):
    shop, reviews = join(shop_settings=SHOP_SHARED, reviews_settings=REVIEWS_SHARED)
    groups = shop.view().security_groups()
    assert {name for name, group in groups.items() if "tcp 8080 from 198.51.100.0/24" in group["ingress"]} == {
        "shop-app",
        "reviews-reviews",
    }
    shop.matches_golden("shop.shared-group.yaml")
    reviews.matches_golden("joining.shared-group.yaml")


def test_deployment_before_the_platform_names_the_missing_export_and_can_be_repeated(deployment):
    shop = deployment("shop")
    early = deployment("joining", platform=shop)
    early.render()
    with pytest.raises(AwsCliError, match=r"No export named shop-\w+ found"):
        early.deploy()
    shop.render()
    shop.deploy()
    early.deploy()
    assert early.status() == "CREATE_COMPLETE"


def test_private_subnets_can_be_joined(join):
    shop, reviews = join(shop_settings=SHOP_PRIVATE, reviews_settings=PRIVATE)
    shop.matches_golden("shop.private-joined-by-reviews.yaml")
    reviews.matches_golden("joining.private.yaml")
    reviews.delete()
    reviews.leaves_nothing()
    shop.delete()
    shop.leaves_nothing()


@pytest.fixture
def secret(aws):
    """Creates a secret, and returns the setting that injects it into a service."""
    created = aws.ask("secretsmanager", "create-secret", "--name", "books/token", "--secret-string", "t")
    yield "services.rates.secrets={TOKEN: {secretsmanager: books/token}}"
    aws.ask("secretsmanager", "delete-secret", "--secret-id", created["ARN"], "--force-delete-without-recovery")


def test_a_platform_without_services_has_the_vpc_endpoints_that_joining_stacks_need(deployment, secret):
    platform = deployment("no-internet", settings=NETWORK_ONLY)
    platform.render()
    platform.deploy()
    platform.matches_golden("no-internet.network-only.yaml")
    books = deployment("no-internet", settings=[*BOOKS, secret], platform=platform)
    books.render()
    books.deploy()
    platform.add_neighbor(books)
    platform.matches_golden("no-internet.network-only.yaml")
    books.matches_golden("no-internet.books.yaml")

    # One endpoint is added and one is removed. The others are not changed.
    platform.settings[-1] = "network.endpoints=[ssm, sqs, secretsmanager, ssmmessages, all]"
    platform.render()
    assert platform.changes() == {("Add", "SsmVpcEndpoint"), ("Remove", "DynamodbVpcEndpoint")}
    platform.deploy()
    platform.matches_golden("no-internet.network-only-other-endpoints.yaml")

    books.delete()
    platform.delete()
    platform.leaves_nothing()


@pytest.mark.parametrize(
    ("groups", "golden", "golden_joined", "golden_of_reviews"),
    [
        (
            [],
            "service-connect.yaml",
            "service-connect.joined-by-reviews.yaml",
            "joining.service-connect.yaml",
        ),
        (
            SHARED,
            "service-connect.shared-group.yaml",
            "service-connect.shared-group.yaml",
            "joining.service-connect-shared-group.yaml",
        ),
    ],
    ids=["perService", "shared"],
)
def test_peer_is_called_through_service_connect(deployment, groups, golden, golden_joined, golden_of_reviews):
    platform = deployment("service-connect", settings=groups)
    platform.render()
    platform.deploy()
    reviews = deployment("joining", settings=[*CONNECTED, *groups], platform=platform)
    reviews.render()
    reviews.deploy()
    platform.add_neighbor(reviews)
    platform.matches_golden(golden_joined)
    reviews.matches_golden(golden_of_reviews)
    assert "No changes to deploy" in platform.deploy()
    assert "No changes to deploy" in reviews.deploy()

    reviews.delete()
    reviews.leaves_nothing()
    platform.matches_golden(golden)
