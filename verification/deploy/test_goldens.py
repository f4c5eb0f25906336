"""Checks the goldens themselves: their form, their use, and the protection against an update in CI."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import yaml

import golden

FOLDER = Path(__file__).parent


def names_in(test):
    """Yields all text constants of a test that are names of YAML files."""
    for node in ast.walk(ast.parse(test.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith(".yaml"):
            yield node.value


def test_every_golden_is_used_by_a_test():
    used = {name for test in FOLDER.glob("test_*.py") for name in names_in(test)}
    unused = sorted({file.name for file in golden.FOLDER.iterdir()} - used)
    assert not unused, f"no test uses these goldens, delete them: {unused}"


def test_every_golden_has_the_form_of_an_update():
    for file in golden.FOLDER.iterdir():
        text = file.read_text(encoding="utf-8")
        assert text == golden.text_of(yaml.safe_load(text)), f"{file.name} was edited by hand"


def test_an_update_is_refused_in_ci():
    command = [
        sys.executable,
        "-B",
        "-m",
        "pytest",
        "--collect-only",
        "--golden-update",
        str(FOLDER / "test_goldens.py"),
    ]
    variables = os.environ | {"CI": "true"}
    result = subprocess.run(command, env=variables, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 4
    assert "--golden-update is not allowed where CI is set" in result.stderr
