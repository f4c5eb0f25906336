"""Lints all templates of examples and goldens with cfn-lint, for the Regions in cfn-lint.yaml."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = Path(__file__).with_name("cfn-lint.yaml")
# A template has Context metadata for all of its resources or for none. Rule I4010 requires it only in the first case.
CONTEXT = "com.aws.cloudformation.Context"
NO_CONTEXT = ("--ignore-checks", "I4010")
FINDING = re.compile(r"(?m)^(.+?)(:\d+:\d+:\d+:\d+:[EWI]\d{4}:.*)$")


def templates():
    names = ("template*.yaml", "template*.json")
    golden = ROOT / "generator/src/test/resources/golden"
    found = [file for name in names for file in [*(ROOT / "examples").glob(f"*/{name}"), *golden.rglob(name)]]
    return sorted(file.relative_to(ROOT).as_posix() for file in found)


@pytest.fixture(scope="module")
def linted():
    """Returns cfn-lint's findings by template. Runs one process per processor, because its start takes longest."""
    files = templates()
    without_context = [file for file in files if CONTEXT not in (ROOT / file).read_text(encoding="utf-8")]
    with_context = sorted(set(files) - set(without_context))
    assert without_context
    assert with_context
    share = min(os.cpu_count() or 1, (len(files) + 3) // 4)
    parts = [
        (some[first::share], checks)
        for some, checks in ((without_context, NO_CONTEXT), (with_context, ()))
        for first in range(share)
    ]
    with ThreadPoolExecutor(share) as pool:
        runs = list(pool.map(lambda part: lint(*part), parts))
    findings: dict[str, list[str]] = {}
    for run in runs:
        reported = FINDING.findall(run.stdout)
        for file, finding in reported:
            findings.setdefault(Path(file).as_posix(), []).append(file + finding)
        # Exit code 0 means no findings. Other output without a finding is an error of cfn-lint itself.
        assert reported or (run.returncode == 0 and not run.stdout.strip()), run.stdout
    return findings


def lint(files, options=()):
    # cfn-lint of this Python's environment, not the first one on the path.
    program = Path(sys.executable).with_name("cfn-lint")
    command = [program, "--config-file", SETTINGS, "--format", "parseable", *options, "--", *files]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


@pytest.mark.parametrize("template", templates())
def test_has_no_findings(template, linted):
    if template in linted:
        pytest.fail("\n".join(linted[template]), pytrace=False)
