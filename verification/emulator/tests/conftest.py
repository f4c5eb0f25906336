"""One emulator for all tests, which share it: every test takes names of its own."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from emulator.tests.cloud import Cloud

VERIFICATION = Path(__file__).resolve().parents[2]
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the emulator listens; it ends with the tests, however these end."""
    command = [sys.executable, "-m", "emulator", "--port", "0", "--exit-with-stdin"]
    with subprocess.Popen(
        command, cwd=VERIFICATION, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield process.stdout.readline().strip()
        process.stdin.close()
        assert process.wait(60) == 0


@pytest.fixture
def cloud(address: str) -> Cloud:
    """The emulated account in one Region."""
    return Cloud(address, "ap-northeast-1")


@pytest.fixture
def name() -> str:
    """A stack's name that no other test has."""
    return f"stack-{next(_numbers)}"
