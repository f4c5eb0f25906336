"""Checks all Python sources of the repository: format and rules with Ruff, types with mypy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

VERIFICATION = Path(__file__).resolve().parents[1]
ROOT = VERIFICATION.parent
SETTINGS = VERIFICATION / "pyproject.toml"
CACHE = VERIFICATION / "target/mypy"

# The folders that mypy checks, each with the folders that it imports modules from. Mypy checks one at a time, because
# modules of different folders have the same name.
IMPORTS = {
    "archetype/benchmark": ["archetype/benchmark", "generator/benchmark"],
    "generator/benchmark": ["generator/benchmark"],
    "verification/deploy": ["verification/deploy"],
    "verification/emulator": ["verification"],
    "verification/lint": ["verification/lint"],
    "verification/python": ["verification/python"],
    "verification/scan": ["verification/scan", "generator/benchmark"],
}


def run(program: str, *arguments: str | Path, **variables: str) -> None:
    """Runs a tool of this Python's environment. The test fails with the output if the tool reports something."""
    command = [sys.executable, "-m", program, *arguments]
    environment = os.environ | variables
    result = subprocess.run(
        command,
        cwd=VERIFICATION,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        pytest.fail(result.stdout, pytrace=False)


def test_sources_are_formatted() -> None:
    run("ruff", "format", "--no-cache", "--config", SETTINGS, "--diff", ROOT)


def test_sources_follow_the_rules() -> None:
    run("ruff", "check", "--no-cache", "--config", SETTINGS, ROOT)


@pytest.mark.parametrize("folder", IMPORTS)
def test_types_are_correct(folder: str) -> None:
    path = os.pathsep.join(str(ROOT / name) for name in IMPORTS[folder])
    cache = CACHE / folder.replace("/", "-")
    run("mypy", "--config-file", SETTINGS, "--cache-dir", cache, ROOT / folder, MYPYPATH=path)


def test_mypy_checks_every_folder() -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--config", SETTINGS, "--show-files", ROOT],
        cwd=VERIFICATION,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    sources = [Path(line) for line in listed.splitlines() if line.endswith(".py")]
    assert len(sources) > 100
    folders = [ROOT / folder for folder in IMPORTS]
    assert not [source for source in sources if not any(folder in source.parents for folder in folders)]
