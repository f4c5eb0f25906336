"""What goes wrong on the way, and whether the printed commands lead out of it."""

from __future__ import annotations

import pytest

from aws import AwsCliError


def test_a_large_template_needs_a_bucket(deployment):
    stack = deployment("shop")
    rendering = stack.render()
    assert rendering.file.stat().st_size > 51_200
    with pytest.raises(AwsCliError, match="greater than 51,200 bytes must be deployed via an S3 Bucket"):
        stack.aws.line(rendering.deploy.removesuffix(" --s3-bucket BUCKET"))
    stack.has_left_nothing()


def test_a_first_deployment_that_failed_says_why_and_can_be_tried_again(deployment, existing_vpc):
    stack = deployment("existing-vpc", settings=[*existing_vpc.settings, "cluster.name=crop"])
    rendering = stack.render()
    with pytest.raises(AwsCliError, match="Failed to create/update the stack"):
        stack.deploy()
    assert stack.status() == "ROLLBACK_COMPLETE"
    assert "Cluster not found" in stack.aws.line(rendering.why_it_failed)

    stack.settings = existing_vpc.settings
    stack.render()
    with pytest.raises(AwsCliError, match="ROLLBACK_COMPLETE state and can not be updated"):
        stack.deploy()
    stack.delete()
    stack.has_left_nothing()
    stack.deploy()
    assert stack.status() == "CREATE_COMPLETE"
