"""Deploys injected secrets, a KMS key for logs and a permissions boundary. A missing secret stops the deployment."""

from __future__ import annotations

import pytest

from aws import AwsCliError

BOUNDARY = "arn:aws:iam::aws:policy/PowerUserAccess"
SETTINGS = [
    f"permissionsBoundary={BOUNDARY}",
    "logs={retention: 365, encryption: kms}",
    "services.myservice-b={exec: true, readonlyRootFilesystem: false}",
]


@pytest.fixture
def secrets(aws):
    """Creates two secrets, a parameter and a KMS key. Returns the setting that injects them, and placeholders."""
    key = aws.ask("kms", "create-key")["KeyMetadata"]["Arn"]
    create = ("secretsmanager", "create-secret", "--name")
    pair = aws.ask(*create, "shop/db", "--secret-string", '{"user": "u", "password": "p"}')
    token = aws.ask(*create, "shop/token", "--secret-string", "t", "--kms-key-id", key)
    aws.ask("ssm", "put-parameter", "--name", "/shop/signing", "--type", "SecureString", "--value", "s")
    setting = (
        "services.myservice-a.secrets={USER: {secretsmanager: shop/db, key: user}, "
        "PASSWORD: {secretsmanager: shop/db, key: password}, "
        f"TOKEN: {{secretsmanager: '{token['ARN']}', kmsKey: '{key}'}}, SIGNING: {{ssm: /shop/signing}}}}"
    )
    yield setting, {token["ARN"]: "<ARN of secret shop/token>", key: "<ARN of existing KMS key>"}
    for secret in (pair, token):
        aws.ask("secretsmanager", "delete-secret", "--secret-id", secret["ARN"], "--force-delete-without-recovery")
    aws.ask("ssm", "delete-parameter", "--name", "/shop/signing")


def test_tasks_get_their_secrets_and_roles_cannot_read_others(deployment, secrets):
    setting, placeholders = secrets
    stack = deployment("two-services", settings=[*SETTINGS, setting])
    stack.placeholders = placeholders
    stack.render()
    stack.deploy()
    stack.matches_golden("two-services.secrets-and-log-key.yaml")

    # The key of the logs is retained, because old log events cannot be read without it.
    stack.settings = []
    stack.render()
    stack.deploy()
    lines = stack.differences("two-services.yaml")
    assert len(lines) == 1, lines
    assert lines[0].startswith("unexpected: kmsKeys: {'Logs of the stack two-services': "), lines
    stack.delete()


def test_a_missing_secret_stops_the_deployment(deployment):
    missing = "services.myservice-a.secrets={TOKEN: {secretsmanager: shop/nowhere}}"
    stack = deployment("two-services", settings=[missing])
    rendering = stack.render()
    with pytest.raises(AwsCliError, match="Failed to create/update the stack"):
        stack.deploy()
    assert "ResourceNotFoundException: shop/nowhere" in stack.aws.line(rendering.why_it_failed)
    stack.delete()
    stack.leaves_nothing()
