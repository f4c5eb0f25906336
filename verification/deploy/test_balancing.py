"""Deploys a load balancer with production settings, and services of another stack behind a load balancer."""

from __future__ import annotations

import pytest

EXAMPLE = "behind-a-load-balancer"
# A second stack that joins the first one, with a service behind the load balancer of the first one.
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
    """Creates a hosted zone for example.com, in which the load balancer gets its names."""
    created = aws.ask("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", EXAMPLE)
    identifier = created["HostedZone"]["Id"]
    yield identifier.rpartition("/")[2]
    aws.ask("route53", "delete-hosted-zone", "--id", identifier)


def test_production_can_be_deleted_without_protection_and_leaves_access_logs(deployment, zone):
    shop = deployment(EXAMPLE, "production", [f"loadBalancer.hostedZone={zone}"])
    shop.render()
    shop.deploy()
    shop.matches_golden("behind-a-load-balancer.production.yaml")

    shop.settings.append("loadBalancer.deletionProtection=false")
    shop.render()
    assert shop.changes() >= {("Modify", "LoadBalancer")}
    shop.deploy()
    shop.matches_golden("behind-a-load-balancer.production-without-protection.yaml")
    state, _ = shop.state()
    access_logs = state["loadBalancers"]["storefront-production-load-balancer"]["accessLogs"]
    shop.delete()
    with pytest.raises(AssertionError, match=r"^left: buckets bucket storefront-production-"):
        shop.leaves_nothing()
    assert access_logs["expirationDays"] == 365
    shop.remove_access_logs()
    shop.leaves_nothing()


def test_services_of_another_stack_use_the_load_balancer_of_the_platform(deployment):
    shop = deployment(EXAMPLE)
    shop.render()
    shop.deploy()
    reviews = deployment("joining", "behind", platform=shop, more=JOINED)
    reviews.render()
    reviews.deploy()
    shop.add_neighbor(reviews)
    reviews.matches_golden("joining.behind-a-load-balancer.yaml")
    shop.matches_golden("behind-a-load-balancer.joined-by-reviews.yaml")

    reviews.delete()
    reviews.leaves_nothing()
    shop.matches_golden("behind-a-load-balancer.yaml")
    shop.delete()
    shop.leaves_nothing()
