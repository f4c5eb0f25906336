"""Creates the ECR repositories for the images of the examples, with the printed command."""

from __future__ import annotations

import json
import shutil

import pytest

import generator
from aws import AwsCliError
from repositories import Repositories


@pytest.fixture
def repositories(aws, goldens, tmp_path):
    created = []

    def create(example, environment=None):
        config = shutil.copy(generator.ROOT / "examples" / example / "config.yaml", tmp_path)
        created.append(Repositories(aws, goldens, tmp_path / config, environment))
        created[-1].render()
        return created[-1]

    yield create
    for each in created:
        each.clean_up()


def push(stack, name, content):
    """Pushes a manifest without layers, like the last step of `docker push`."""
    kind = "application/vnd.docker.distribution.manifest.v2+json"
    manifest = {"schemaVersion": 2, "mediaType": kind, "layers": [{"digest": content}]}
    image = ["--image-manifest", json.dumps(manifest), "--image-tag", "1.0.0"]
    return stack.aws.ask("ecr", "put-image", "--repository-name", name, *image)


@pytest.mark.parametrize(
    ("example", "golden"),
    [
        ("seed", "seed.repositories.yaml"),
        ("two-services", "two-services.repositories.yaml"),
        ("shop", "shop.repositories.yaml"),
        ("joining", "joining.repositories.yaml"),
        ("existing-vpc", "existing-vpc.repositories.yaml"),
    ],
)
def test_repositories_of_the_config_are_created_and_outlive_the_stack(repositories, example, golden):
    stack = repositories(example)
    stack.deploy()
    stack.matches_golden(golden)
    assert sorted(stack.outputs().values()) == sorted(each["repositoryUri"] for each in stack.created())
    assert "No changes to deploy" in stack.deploy()

    stack.delete()
    stack.matches_golden(golden)
    stack.remove()
    stack.leaves_nothing()


def test_environments_of_an_account_share_their_repositories(repositories):
    stack = repositories("shop")
    stack.deploy()
    before = {each["repositoryArn"] for each in stack.created()}
    stack.environment = "production"
    stack.render()
    stack.deploy()
    stack.matches_golden("shop.production-repositories.yaml")
    assert {each["repositoryArn"] for each in stack.created()} == before


def test_a_repository_that_leaves_the_config_keeps_its_images(repositories):
    stack = repositories("joining")
    before = stack.config_file.read_bytes()
    generator.run("add", stack.config_file, "ratings", "--port", "8080")
    stack.render()
    stack.deploy()
    stack.matches_golden("joining.repositories-with-ratings.yaml")
    push(stack, "reviews/ratings", "first")
    # ECR returns the code ImageTagAlreadyExistsException.
    with pytest.raises(AwsCliError, match=r"\(Image(Tag)?AlreadyExistsException\)"):
        push(stack, "reviews/ratings", "second")

    stack.config_file.write_bytes(before)
    stack.render()
    stack.deploy()
    lines = stack.differences("joining.repositories.yaml")
    assert [line.partition(": {")[0] for line in lines] == ["unexpected: reviews/ratings"]
    images = stack.aws.ask("ecr", "list-images", "--repository-name", "reviews/ratings")["imageIds"]
    assert [image["imageTag"] for image in images] == ["1.0.0"]


def test_a_failed_first_deployment_can_be_repeated(repositories):
    stack = repositories("joining")
    existing = ["--repository-name", "reviews/reviews"]
    stack.aws.ask("ecr", "create-repository", *existing)
    with pytest.raises(AwsCliError, match="Failed to create/update the stack"):
        stack.deploy()
    assert [each["repositoryName"] for each in stack.created()] == ["reviews/reviews"]

    stack.aws.ask("ecr", "delete-repository", *existing)
    stack.delete()
    stack.deploy()
    stack.matches_golden("joining.repositories.yaml")
