"""What the deploy tests share: one emulator of AWS for all of them, and the real AWS CLI that speaks to it."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import aws as aws_cli
import engine
from deployment import Deployment
from existing_vpc import ExistingVpc
from generator import ROOT

HOME_REGION = "us-east-1"


@pytest.fixture(scope="session")
def emulator(tmp_path_factory):
    """The address of an emulator that is started for the tests, and ends with them."""
    said = tmp_path_factory.mktemp("emulator") / "said.txt"
    command = [sys.executable, "-B", "-m", "emulator", "--host", "127.0.0.1", "--port", "0", "--exit-with-stdin"]
    with (
        said.open("w") as err,
        subprocess.Popen(
            command, cwd=ROOT / "verification", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=err, text=True
        ) as process,
    ):
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), said.read_text()
        yield address
        process.terminate()


@pytest.fixture(scope="session")
def aws(emulator, tmp_path_factory):
    # The CLI writes down its own doings, and the SDK beneath it where it found its credentials.
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
    engine.needed()
    started = engine.Registry(tmp_path_factory.mktemp("registry"))
    yield started
    started.stop()


@pytest.fixture
def deployment(aws, tmp_path):
    """Makes deployments of a copy of an example, which a test may change or have text put behind."""

    made: list[Deployment] = []

    def make(example, environment=None, settings=(), region=None, platform=None, more=""):
        folder = tmp_path / str(len(made))
        folder.mkdir()
        config = Path(shutil.copy(ROOT / "examples" / example / "config.yaml", folder))
        with config.open("a", encoding="utf-8") as text:
            text.write(more)
        made.append(Deployment(aws, config, environment, settings, region, platform))
        return made[-1]

    yield make
    # Those that joined others first.
    for one in reversed(made):
        one.abandon()
