"""Secrets, the key of the logs and a boundary: what is there is what the config says, and what is missing is told."""

from __future__ import annotations

import pytest

from aws import AwsCliError

BOUNDARY = "arn:aws:iam::aws:policy/PowerUserAccess"


def settings(*more):
    return [
        f"permissionsBoundary={BOUNDARY}",
        "logs={retention: 365, encryption: kms}",
        "services.myservice-b={exec: true, readonlyRootFilesystem: false}",
        *more,
    ]


@pytest.fixture
def kept(aws):
    """What a user keeps before he deploys: a secret with two keys, another one, a parameter, and a key of his own."""
    key = aws.ask("kms", "create-key")["KeyMetadata"]["Arn"]
    make = ("secretsmanager", "create-secret", "--name")
    pair = aws.ask(*make, "shop/db", "--secret-string", '{"user": "u", "password": "p"}')
    whole = aws.ask(*make, "shop/token", "--secret-string", "t", "--kms-key-id", key)
    aws.ask("ssm", "put-parameter", "--name", "/shop/signing", "--type", "SecureString", "--value", "s")
    yield [
        (
            "services.myservice-a.secrets={USER: {secretsmanager: shop/db, key: user}, "
            "PASSWORD: {secretsmanager: shop/db, key: password}, "
            f"TOKEN: {{secretsmanager: '{whole['ARN']}', kmsKey: '{key}'}}, SIGNING: {{ssm: /shop/signing}}}}"
        )
    ]
    for secret in (pair, whole):
        aws.ask("secretsmanager", "delete-secret", "--secret-id", secret["ARN"], "--force-delete-without-recovery")
    aws.ask("ssm", "delete-parameter", "--name", "/shop/signing")


def test_tasks_are_given_what_the_config_says_and_their_roles_read_no_more(deployment, kept):
    stack = deployment("two-services", settings=settings(*kept))
    stack.render()
    stack.deploy()
    stack.is_as_configured()

    # Without secrets and key again; the key itself is kept, since what was written by it is read by it alone.
    stack.settings = []
    stack.render()
    stack.deploy()
    left = stack.differences()
    assert len(left) == 1, left
    assert left[0].startswith("too much: keys"), left
    stack.delete()


def test_a_secret_that_is_missing_stops_the_deployment(deployment):
    missing = "services.myservice-a.secrets={TOKEN: {secretsmanager: shop/nowhere}}"
    stack = deployment("two-services", settings=[missing])
    rendering = stack.render()
    with pytest.raises(AwsCliError, match="Failed to create/update the stack"):
        stack.deploy()
    assert "ResourceNotFoundException: shop/nowhere" in stack.aws.line(rendering.why_it_failed)
    stack.delete()
    stack.has_left_nothing()
