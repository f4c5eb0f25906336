"""Checks shell scripts with shellcheck, and the workflows of GitHub Actions with zizmor."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [".ci/run", "archetype/service/deploy.sh"]


def run(program, *arguments):
    """Runs a tool of this Python's environment, not the first one on the path."""
    command = [Path(sys.executable).with_name(program), *arguments]
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if result.returncode != 0:
        pytest.fail(result.stdout, pytrace=False)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_have_no_findings(script):
    run("shellcheck", script)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_short(script):
    assert len((ROOT / script).read_text().splitlines()) <= 400


@pytest.mark.parametrize("folder", [".", "archetype/service"])
def test_workflows_have_no_findings(folder):
    # Offline, it cannot check whether pinned commits are the commits of their tags.
    workflows = sorted((ROOT / folder / ".github/workflows").glob("*.yml"))
    assert workflows
    run("zizmor", "--offline", "--strict-collection", "--pedantic", "--quiet", *workflows)
