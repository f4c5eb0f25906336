"""A load balancer with all that production wants, and services of another stack behind it."""

from __future__ import annotations

import pytest

EXAMPLE = "behind-a-load-balancer"
# A second stack in the network of the first, with a service behind the first one's load balancer.
JOINED = """
environments:
  behind:
    platform: storefront
    peers: { orders: null, catalog: { stack: storefront, port: 8080 } }
    services:
      reviews:
        calls: [catalog, moderation]
        count: { min: 1, max: 3, requestsPerTask: 50 }
        http: { path: /reviews, healthCheck: { path: /health/ready } }
        deployment: { alarms: { memoryPercent: 90, http5xxPercent: 1, unhealthyHosts: 2 } }
"""


@pytest.fixture
def zone(aws):
    """A hosted zone of example.com, in which the load balancer's names are made."""
    made = aws.ask("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", EXAMPLE)
    identifier = made["HostedZone"]["Id"]
    yield identifier.rpartition("/")[2]
    aws.ask("route53", "delete-hosted-zone", "--id", identifier)


def test_production_gives_up_its_protection_first_and_leaves_its_access_logs(deployment, zone):
    shop = deployment(EXAMPLE, "production", [f"loadBalancer.hostedZone={zone}"])
    shop.render()
    shop.deploy()
    shop.is_as_configured()

    shop.settings.append("loadBalancer.deletionProtection=false")
    shop.render()
    assert shop.changes() >= {("Modify", "LoadBalancer")}
    shop.deploy()
    shop.is_as_configured()
    view = shop.look()
    kept = view.picture()["balancers"]["storefront-production-load-balancer"]["accessLogs"]
    shop.delete()
    with pytest.raises(AssertionError, match=r"^left: buckets bucket storefront-production-"):
        shop.has_left_nothing()
    assert kept["days"] == 365
    shop.remove_access_logs()
    shop.has_left_nothing()


def test_services_of_another_stack_are_behind_the_platforms(deployment):
    shop = deployment(EXAMPLE)
    shop.render()
    shop.deploy()
    reviews = deployment("joining", "behind", platform=shop, more=JOINED)
    reviews.render()
    reviews.deploy()
    shop.besides(reviews)
    reviews.is_as_configured()
    shop.is_as_configured()

    reviews.delete()
    reviews.has_left_nothing()
    shop.is_as_configured()
    shop.delete()
    shop.has_left_nothing()
