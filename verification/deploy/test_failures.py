"""Makes deployments fail, and recovers with the printed commands."""

from __future__ import annotations

import pytest

from aws import AwsCliError


def test_a_large_template_needs_a_bucket(deployment):
    stack = deployment("shop")
    rendering = stack.render()
    assert rendering.file.stat().st_size > 51_200
    with pytest.raises(AwsCliError, match="greater than 51,200 bytes must be deployed via an S3 Bucket"):
        stack.aws.line(rendering.deploy.removesuffix(" --s3-bucket BUCKET"))
    stack.leaves_nothing()


def test_a_failed_first_deployment_is_explained_and_can_be_repeated(existing_vpc_deployment, existing_vpc):
    stack = existing_vpc_deployment("cluster.name=crop")
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
    stack.leaves_nothing()
    stack.deploy()
    assert stack.status() == "CREATE_COMPLETE"
