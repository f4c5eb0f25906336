"""Fixtures of the deploy tests: one emulator of AWS for all tests, and the real AWS CLI."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import aws as aws_cli
import docker_registry
from deployment import Deployment
from existing_vpc import ExistingVpc
from generator import ROOT
from golden import Goldens

HOME_REGION = "us-east-1"


def pytest_addoption(parser):
    parser.addoption(
        "--golden-update", action="store_true", help="write the files in verification/deploy/expected, do not compare"
    )


def pytest_configure(config):
    if config.getoption("--golden-update") and os.environ.get("CI", "") not in ("", "false"):
        raise pytest.UsageError("--golden-update is not allowed where CI is set: people review goldens first")


@pytest.fixture(scope="session")
def goldens(request):
    return Goldens(update=request.config.getoption("--golden-update"))


@pytest.fixture(scope="session")
def emulator(tmp_path_factory):
    """Starts the emulator, and returns its address."""
    log = tmp_path_factory.mktemp("emulator") / "log.txt"
    command = [sys.executable, "-B", "-m", "emulator", "--host", "127.0.0.1", "--port", "0", "--exit-with-stdin"]
    with (
        log.open("w") as err,
        subprocess.Popen(
            command, cwd=ROOT / "verification", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=err, text=True
        ) as process,
    ):
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), log.read_text()
        yield address
        process.terminate()


@pytest.fixture(scope="session")
def aws(emulator, tmp_path_factory):
    # The CLI logs what it does, and its SDK logs where it found credentials.
    logging.disable(logging.DEBUG)
    logging.getLogger("botocore").setLevel(logging.WARNING)
    return aws_cli.Aws(aws_cli.environment(emulator, tmp_path_factory.mktemp("home")), HOME_REGION)


@pytest.fixture(scope="session")
def existing_vpc(aws):
    existing = ExistingVpc(aws_cli.elsewhere(aws, "ap-northeast-1"))
    yield existing
    existing.delete()


@pytest.fixture(scope="session")
def registry(tmp_path_factory):
    docker_registry.require_docker()
    started = docker_registry.Registry(tmp_path_factory.mktemp("registry"))
    yield started
    started.stop()


@pytest.fixture
def deployment(aws, goldens, tmp_path):
    """Creates deployments of copies of examples. A test may change a copy, or append text to it with `more`."""

    created: list[Deployment] = []

    def create(example, environment=None, settings=(), more="", **options):
        folder = tmp_path / str(len(created))
        folder.mkdir()
        config = Path(shutil.copy(ROOT / "examples" / example / "config.yaml", folder))
        with config.open("a", encoding="utf-8") as text:
            text.write(more)
        created.append(Deployment(aws, goldens, config, environment, settings, **options))
        return created[-1]

    yield create
    # A stack that joins another one is deleted before it.
    for each in reversed(created):
        each.clean_up()


@pytest.fixture
def existing_vpc_deployment(deployment, existing_vpc):
    """Creates deployments of the example `existing-vpc`."""

    def create(*settings):
        stack = deployment("existing-vpc", settings=[*existing_vpc.settings, *settings], cluster=existing_vpc.cluster)
        stack.placeholders = existing_vpc.placeholders
        return stack

    return create
