"""The repositories of the examples' images, made by the command that is printed for them."""

from __future__ import annotations

import json
import shutil

import pytest

import generator
from aws import AwsCliError
from repositories import Repositories


@pytest.fixture
def repositories(aws, tmp_path):
    made = []

    def make(example, environment=None):
        config = shutil.copy(generator.ROOT / "examples" / example / "config.yaml", tmp_path)
        made.append(Repositories(aws, tmp_path / config, environment))
        made[-1].render()
        return made[-1]

    yield make
    for one in made:
        one.abandon()


def push(stack, name, content):
    """Pushes an image that is a manifest alone, as `docker push` does at its end."""
    kind = "application/vnd.docker.distribution.manifest.v2+json"
    manifest = {"schemaVersion": 2, "mediaType": kind, "layers": [{"digest": content}]}
    image = ["--image-manifest", json.dumps(manifest), "--image-tag", "1.0.0"]
    return stack.aws.ask("ecr", "put-image", "--repository-name", name, *image)


@pytest.mark.parametrize("example", ["seed", "two-services", "shop", "joining", "existing-vpc"])
def test_are_those_of_the_config_and_stay(repositories, example):
    stack = repositories(example)
    stack.deploy()
    stack.is_as_configured()
    assert sorted(stack.outputs().values()) == sorted(one["repositoryUri"] for one in stack.made())
    assert "No changes to deploy" in stack.deploy()

    stack.delete()
    stack.is_as_configured()
    stack.take_away()
    stack.has_left_nothing()


def test_environments_of_an_account_have_the_same_ones(repositories):
    stack = repositories("shop")
    stack.deploy()
    before = {one["repositoryArn"] for one in stack.made()}
    stack.environment = "production"
    stack.render()
    stack.deploy()
    stack.is_as_configured()
    assert {one["repositoryArn"] for one in stack.made()} == before


def test_one_that_leaves_the_config_stays_with_its_images(repositories):
    stack = repositories("joining")
    before = stack.config_file.read_bytes()
    generator.run("add", stack.config_file, "ratings", "--port", "8080")
    stack.render()
    stack.deploy()
    stack.is_as_configured()
    push(stack, "reviews/ratings", "one")
    # ECR's own code for it is ImageTagAlreadyExistsException.
    with pytest.raises(AwsCliError, match=r"\(Image(Tag)?AlreadyExistsException\)"):
        push(stack, "reviews/ratings", "another one")

    stack.config_file.write_bytes(before)
    stack.render()
    stack.deploy()
    assert [line.partition(": {")[0] for line in stack.differences()] == ["too much: reviews/ratings"]
    images = stack.aws.ask("ecr", "list-images", "--repository-name", "reviews/ratings")["imageIds"]
    assert [image["imageTag"] for image in images] == ["1.0.0"]


def test_a_first_deployment_that_failed_can_be_tried_again(repositories):
    stack = repositories("joining")
    taken = ["--repository-name", "reviews/reviews"]
    stack.aws.ask("ecr", "create-repository", *taken)
    with pytest.raises(AwsCliError, match="Failed to create/update the stack"):
        stack.deploy()
    assert [one["repositoryName"] for one in stack.made()] == ["reviews/reviews"]

    stack.aws.ask("ecr", "delete-repository", *taken)
    stack.delete()
    stack.deploy()
    stack.is_as_configured()
