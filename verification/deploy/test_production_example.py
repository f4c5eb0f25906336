"""The example of all that `preset: production` means: made with what a user has beside it, and taken away again."""

from __future__ import annotations

import pytest

from aws import elsewhere

REGION = "eu-central-1"


@pytest.fixture
def settings(aws):
    """What is there before the stack: a hosted zone, a secret, a parameter and an alarm."""
    here = elsewhere(aws, REGION)
    made = here.ask("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", "production")
    zone = made["HostedZone"]["Id"]
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


def test_production_is_what_its_config_says_and_leaves_what_it_says_it_leaves(deployment, settings):
    tickets = deployment("production", settings=settings)
    tickets.render()
    assert tickets.rendering.deploy.endswith(" --s3-bucket BUCKET")
    tickets.deploy()
    tickets.is_as_configured()

    # A new version of one service deploys that one.
    tickets.settings += ["services.booking.tag=4.2.1", "loadBalancer.deletionProtection=false"]
    tickets.render()
    changed = {"BookingTaskDefinition", "BookingService", "LoadBalancer"}
    assert tickets.changes() == {("Modify", one) for one in changed}
    tickets.deploy()
    tickets.is_as_configured()

    tickets.delete()
    with pytest.raises(AssertionError, match=r"^left: buckets bucket tickets-"):
        tickets.has_left_nothing()
    tickets.remove_access_logs()
    tickets.has_left_nothing()
