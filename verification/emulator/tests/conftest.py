"""Provides one emulator for all tests of a process. Each test uses its own names."""

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
    """Starts an emulator and returns its address. It stops with the tests, even if these are killed."""
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
    """Returns the emulated account in one Region."""
    return Cloud(address, "ap-northeast-1")


@pytest.fixture
def name() -> str:
    """Returns a stack name that no other test uses."""
    return f"stack-{next(_numbers)}"
