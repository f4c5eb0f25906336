"""Tests requests that ECR rejects, and the lifecycle of a repository."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import get, resource, template


def _policy(days: int = 14, **more: Any) -> dict[str, str]:
    chosen = {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": days}
    rule = {"rulePriority": 1, "action": {"type": "expire"}, "selection": {**chosen, **more}}
    return {"LifecyclePolicyText": json.dumps({"rules": [rule]})}


def _repository(name: str, properties: dict[str, Any] | None = None, **attributes: Any) -> dict[str, Any]:
    given = {"RepositoryName": name, "LifecyclePolicy": _policy(), **(properties or {})}
    return template(
        {"Repository": resource("ECR::Repository", given, **attributes)},
        Outputs={key: {"Value": get("Repository", key)} for key in ("Arn", "RepositoryUri")},
    )


def _description(cloud: Cloud, name: str) -> dict[str, Any]:
    return dict(cloud.ecr.describe_repositories(repositoryNames=[name])["repositories"][0])


def _push(cloud: Cloud, name: str) -> None:
    manifest = {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "layers": []}
    cloud.ecr.put_image(repositoryName=name, imageManifest=json.dumps(manifest), imageTag="1.0.0")


def test_rejects_existing_repository(cloud: Cloud, name: str) -> None:
    cloud.ecr.create_repository(repositoryName=name)
    assert cloud.create(name, _repository(name)) == "ROLLBACK_COMPLETE"
    assert f"The repository with name '{name}' already exists" in cloud.reasons(name)["Repository"]
    assert _description(cloud, name), "the rollback keeps resources of others"


def test_rejects_repository_of_another_stack(cloud: Cloud, name: str) -> None:
    assert cloud.create(f"{name}-first", _repository(name)) == "CREATE_COMPLETE"
    assert cloud.create(name, _repository(name)) == "ROLLBACK_COMPLETE"
    assert f"{name} already exists in stack" in cloud.reasons(name)["Repository"]


@pytest.mark.parametrize(
    ("policy", "reason"),
    [
        ({"LifecyclePolicyText": "{}"}, "LifecyclePolicyText: failed validation constraint for keyword [minLength]"),
        ({"LifecyclePolicyText": "{".ljust(100)}, "Could not map policyString into LifecyclePolicy"),
        ({"LifecyclePolicyText": "{}".ljust(100)}, "object has missing required properties"),
        (_policy(0), "numeric instance is lower than the required minimum"),
        (_policy(tagStatus="old"), "not found in enum"),
    ],
)
def test_rejects_invalid_lifecycle_policy(cloud: Cloud, name: str, policy: dict[str, str], reason: str) -> None:
    broken = _repository(name, {"LifecyclePolicy": policy})
    assert cloud.create(name, broken) == "ROLLBACK_COMPLETE"
    assert reason in cloud.reasons(name)["Repository"]
    with pytest.raises(ClientError, match="does not exist"):
        _description(cloud, name)


def test_rejects_upper_case_name(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _repository(name.upper())) == "ROLLBACK_COMPLETE"
    assert "Invalid parameter at 'repositoryName'" in cloud.reasons(name)["Repository"]


def test_stores_and_updates_all_properties(cloud: Cloud, name: str) -> None:
    encryption = {"EncryptionConfiguration": {"EncryptionType": "AES256"}}
    before = {
        "ImageTagMutability": "IMMUTABLE",
        "ImageScanningConfiguration": {"ScanOnPush": True},
        **encryption,
        "Tags": [{"Key": "application", "Value": "shop"}],
    }
    assert cloud.create(name, _repository(name, before)) == "CREATE_COMPLETE"
    created = _description(cloud, name)
    assert cloud.outputs(name) == {"Arn": created["repositoryArn"], "RepositoryUri": created["repositoryUri"]}
    assert created["imageTagMutability"] == "IMMUTABLE"
    assert created["imageScanningConfiguration"] == {"scanOnPush": True}
    assert created["encryptionConfiguration"] == {"encryptionType": "AES256"}
    assert cloud.ecr.list_tags_for_resource(resourceArn=created["repositoryArn"])["tags"] == before["Tags"]

    tags = [{"Key": "team", "Value": "shop"}]
    after = _repository(name, {"LifecyclePolicy": _policy(7), "Tags": tags, **encryption})
    assert cloud.update(name, after) == "UPDATE_COMPLETE"
    now = _description(cloud, name)
    assert (now["imageTagMutability"], now["imageScanningConfiguration"]) == ("MUTABLE", {"scanOnPush": False})
    assert now["createdAt"] == created["createdAt"]
    text = cloud.ecr.get_lifecycle_policy(repositoryName=name)["lifecyclePolicyText"]
    assert text == _policy(7)["LifecyclePolicyText"]
    assert cloud.ecr.list_tags_for_resource(resourceArn=created["repositoryArn"])["tags"] == tags


def test_keeps_repository_with_images(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _repository(name)) == "CREATE_COMPLETE"
    _push(cloud, name)
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "cannot be deleted because it still contains images" in cloud.reasons(name)["Repository"]


def test_deletes_images_with_empty_on_delete(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _repository(name, {"EmptyOnDelete": True})) == "CREATE_COMPLETE"
    _push(cloud, name)
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_keeps_retained_repository(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _repository(name, DeletionPolicy="Retain")) == "CREATE_COMPLETE"
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert _description(cloud, name)
