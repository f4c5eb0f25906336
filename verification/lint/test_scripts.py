"""The shell scripts by shellcheck, and the workflows of GitHub Actions, also as to security, by zizmor."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [".ci/run", "archetype/service/deploy.sh"]


def run(program, *arguments):
    """The tool beside this Python, not the first one on the path."""
    command = [Path(sys.executable).with_name(program), *arguments]
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if result.returncode != 0:
        pytest.fail(result.stdout, pytrace=False)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_have_no_finding(script):
    run("shellcheck", script)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_short_enough_to_be_read(script):
    assert len((ROOT / script).read_text().splitlines()) <= 400


@pytest.mark.parametrize("folder", [".", "archetype/service"])
def test_workflows_have_no_finding(folder):
    # Offline it cannot look up whether the commits that actions are pinned to are those of their tags.
    workflows = sorted((ROOT / folder / ".github/workflows").glob("*.yml"))
    assert workflows
    run("zizmor", "--offline", "--strict-collection", "--pedantic", "--quiet", *workflows)
