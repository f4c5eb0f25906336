"""Deploys the example of `preset: production` with everything that it needs, updates it, and deletes it."""

from __future__ import annotations

import pytest

from aws import elsewhere

REGION = "eu-central-1"


@pytest.fixture
def settings(aws):
    """Creates the hosted zone, the secret and the parameter that the example uses. Returns the setting for the zone."""
    here = elsewhere(aws, REGION)
    created = here.ask("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", "production")
    zone = created["HostedZone"]["Id"]
    secret = here.ask(
        *("secretsmanager", "create-secret", "--name", "tickets/database"),
        *("--secret-string", '{"user": "u", "password": "p"}'),
    )
    parameter = "/tickets/payments/provider-key"
    here.ask("ssm", "put-parameter", "--name", parameter, "--type", "SecureString", "--value", "k")
    yield [f"loadBalancer.hostedZone={zone.rpartition('/')[2]}"]
    here.ask("secretsmanager", "delete-secret", "--secret-id", secret["ARN"], "--force-delete-without-recovery")
    here.ask("ssm", "delete-parameter", "--name", parameter)
    here.ask("route53", "delete-hosted-zone", "--id", zone)


def test_production_is_deployed_updated_and_deleted_except_for_access_logs(deployment, settings):
    tickets = deployment("production", settings=settings)
    tickets.render()
    assert tickets.rendering.deploy.endswith(" --s3-bucket BUCKET")
    tickets.deploy()
    tickets.matches_golden("production.yaml")

    # A new tag of one service deploys this service only.
    tickets.settings += ["services.booking.tag=4.2.1", "loadBalancer.deletionProtection=false"]
    tickets.render()
    changed = {"BookingTaskDefinition", "BookingService", "LoadBalancer"}
    assert tickets.changes() == {("Modify", logical_id) for logical_id in changed}
    tickets.deploy()
    tickets.matches_golden("production.new-booking-tag-without-protection.yaml")

    tickets.delete()
    with pytest.raises(AssertionError, match=r"^left: buckets bucket tickets-"):
        tickets.leaves_nothing()
    tickets.remove_access_logs()
    tickets.leaves_nothing()
