"""How the emulator starts and ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.conftest import VERIFICATION
from emulator.tests.parts import VPC, system, template


def _start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "emulator", *arguments]
    return subprocess.Popen(command, cwd=VERIFICATION, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_told_to(number: signal.Signals) -> None:
    with _start("--port", "0") as process:
        assert Cloud(_address(process), "us-east-1").create("one", template({"Vpc": VPC})) == "CREATE_COMPLETE"
        process.send_signal(number)
        assert process.wait(60) == 0


def test_it_ends_with_its_standard_input() -> None:
    with _start("--exit-with-stdin") as process:
        assert _address(process).startswith("http://127.0.0.1:")
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


def test_it_listens_where_it_is_told_to() -> None:
    with _start("--host", "127.0.0.2", "--exit-with-stdin") as process:
        address = _address(process)
        assert address.startswith("http://127.0.0.2:")
        assert Cloud(address, "us-east-1").create("one", template({"Vpc": VPC})) == "CREATE_COMPLETE"
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


def test_two_have_nothing_in_common() -> None:
    with _start("--exit-with-stdin") as one, _start("--exit-with-stdin") as other:
        made = template({"Vpc": VPC})
        for process in (one, other):
            assert Cloud(_address(process), "us-east-1").create("same", made) == "CREATE_COMPLETE"
        for process in (one, other):
            assert process.stdin is not None
            process.stdin.close()


def test_stacks_are_made_side_by_side(cloud: Cloud, name: str) -> None:
    stacks = [f"{name}-{number}" for number in range(4)]
    with ThreadPoolExecutor(len(stacks)) as pool:
        made = list(
            pool.map(lambda stack: Cloud(cloud.address, cloud.region).create(stack, template(system(stack))), stacks)
        )
        assert made == ["CREATE_COMPLETE"] * len(stacks)
        gone = list(pool.map(lambda stack: Cloud(cloud.address, cloud.region).delete(stack), stacks))
        assert gone == ["DELETE_COMPLETE"] * len(stacks)
