"""Every template of the examples and of the goldens, linted for the Regions that cfn-lint.yaml names."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = Path(__file__).with_name("cfn-lint.yaml")
# What says something of its resources by AWS's Context metadata says it of all; what does not is not asked for it.
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
    """What cfn-lint says, by template; one process for each processor, since starting one takes longest."""
    files = templates()
    silent = [file for file in files if CONTEXT not in (ROOT / file).read_text(encoding="utf-8")]
    talking = sorted(set(files) - set(silent))
    assert silent
    assert talking
    share = min(os.cpu_count() or 1, (len(files) + 3) // 4)
    parts = [
        (some[first::share], checks) for some, checks in ((silent, NO_CONTEXT), (talking, ())) for first in range(share)
    ]
    with ThreadPoolExecutor(share) as pool:
        runs = list(pool.map(lambda part: lint(*part), parts))
    findings: dict[str, list[str]] = {}
    for run in runs:
        told = FINDING.findall(run.stdout)
        for file, finding in told:
            findings.setdefault(Path(file).as_posix(), []).append(file + finding)
        # Exit code 0 is no finding; words without a finding are a fault of the lint itself.
        assert told or (run.returncode == 0 and not run.stdout.strip()), run.stdout
    return findings


def lint(files, options=()):
    # The one beside this Python, not the first one on the path.
    program = Path(sys.executable).with_name("cfn-lint")
    command = [program, "--config-file", SETTINGS, "--format", "parseable", *options, "--", *files]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


@pytest.mark.parametrize("template", templates())
def test_lints_without_a_finding(template, linted):
    if template in linted:
        pytest.fail("\n".join(linted[template]), pytrace=False)
