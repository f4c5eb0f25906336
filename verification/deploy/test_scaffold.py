"""Deploys an unchanged project from the archetype with its deploy.sh, pom.xml and Dockerfile."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import docker_registry
import generator
from project import Project

ARCHETYPE = generator.ROOT / "archetype"
GENERATED = ARCHETYPE / "target/projects/seed/seed"
BASE_IMAGE = ARCHETYPE / "containers/provide-base-image"


@pytest.fixture(scope="module")
def seed(aws, registry, tmp_path_factory):
    """Returns the project with two services that the archetype's tests generated, in a git repository."""
    if not (GENERATED / "target/service.jar").is_file():
        folder = GENERATED.relative_to(generator.ROOT)
        docker_registry.skip(f"{folder}, which the tests of the archetype generate (-pl archetype -am)")
    subprocess.run(["bash", BASE_IMAGE], check=True)
    folder = tmp_path_factory.mktemp("projects") / "seed"
    shutil.copytree(GENERATED, folder, ignore=shutil.ignore_patterns("target", "compose.yaml"))
    (folder / ".mvn/maven.config").write_text("\n".join(maven_options()) + "\n")
    project = Project(aws, registry, folder, region="ap-northeast-1")
    yield project
    project.clean_up()


def maven_options():
    """Yields options for an offline build with this build's generator and its local Maven repository."""
    yield "-o"
    yield f"-Dmaven.ext.class.path={ARCHETYPE / 'target/test-classes'}"
    yield f"-Dthis-build.ecs-discovery-generator={generator.JAR}"
    if repository := os.environ.get("NESTED_MAVEN_REPOSITORY"):
        yield f"-Dmaven.repo.local={repository}"
    settings = Path(os.environ.get("NESTED_MAVEN_SETTINGS", "").removeprefix("file:"))
    if settings.is_file():
        yield f"-s\n{settings}"


def test_the_stack_runs_the_build_of_the_project(seed, registry):
    done = seed.deploy("--yes", build=True)
    assert done.code == 0
    tag = seed.git("log", "-1", "--format=%h", "--abbrev=12")
    assert (done.tag, registry.tags("seed")) == (tag, [tag])
    assert done.changes.items() >= {"Vpc": "+", "MyserviceAService": "+", "MyserviceBTaskDefinition": "+"}.items()
    assert seed.status("seed") == "CREATE_COMPLETE"
    assert "myservice-b.seed.internal" in done.output.partition("==> The stack seed")[2]

    image = registry.config("seed", tag)
    assert (image["os"], image["architecture"]) == ("linux", "amd64")
    assert image["config"]["Entrypoint"] == ["bash", "/app/bin/run", "-jar", "/app/service.jar"]
    containers = seed.containers("seed")
    assert sorted(containers) == ["myservice-a", "myservice-b"]
    for container in containers.values():
        assert container["image"] == f"{registry.host}/seed:{tag}"
        assert container["user"] == image["config"]["User"]
        assert container["readonlyRootFilesystem"]
        assert container["healthCheck"]["command"] == image["config"]["Healthcheck"]["Test"]
        assert {f"{port['containerPort']}/tcp": {} for port in container["portMappings"]} == image["config"][
            "ExposedPorts"
        ]


def test_the_pushed_image_is_that_build_and_runs_with_the_settings_of_the_stack(seed, registry):
    container = seed.containers("seed")["myservice-a"]
    name = container["image"]
    # Without the local image, the engine has to pull it from the registry.
    docker(seed, "image", "rm", "--force", name)
    variables = [word for one in container["environment"] for word in ("--env", f"{one['name']}={one['value']}")]
    options = ["--rm", "--detach", "--read-only", "--user", container["user"], *variables]
    task = docker(seed, "run", "--quiet", *options, name)
    try:
        deadline = time.monotonic() + 60
        command = container["healthCheck"]["command"][1:]
        while not docker_registry.succeeds("docker", "exec", task, *command):
            assert time.monotonic() < deadline, docker(seed, "logs", task)
            time.sleep(0.5)
        built = subprocess.run(
            ["sha256sum", seed.folder / "target/service.jar"], capture_output=True, text=True, check=True
        )
        assert docker(seed, "exec", task, "sha256sum", "/app/service.jar").split()[0] == built.stdout.split()[0]
    finally:
        docker(seed, "rm", "--force", task)


def test_code_that_does_not_compile_changes_nothing(seed, registry):
    before = seed.newest_event("seed"), registry.tags("seed")
    with next(seed.folder.rglob("Endpoints.java")).open("a") as code:
        code.write("}\n")
    refused = seed.deploy("--yes", build=True)
    assert refused.code == 1
    assert "COMPILATION ERROR" in refused.output
    assert "==> Template" not in refused.output
    assert (seed.newest_event("seed"), registry.tags("seed")) == before


def docker(project, *words):
    command = ["docker", *words]
    return subprocess.run(command, env=project.environment(), capture_output=True, text=True, check=True).stdout.strip()
