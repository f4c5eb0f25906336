"""Tests how the emulator starts and stops."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.conftest import VERIFICATION
from emulator.tests.template_parts import VPC, system, template


def _start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "emulator", *arguments]
    return subprocess.Popen(command, cwd=VERIFICATION, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stops_on_signal(number: signal.Signals) -> None:
    with _start("--port", "0") as process:
        assert Cloud(_address(process), "us-east-1").create("one", template({"Vpc": VPC})) == "CREATE_COMPLETE"
        process.send_signal(number)
        assert process.wait(60) == 0


def test_stops_when_standard_input_ends() -> None:
    with _start("--exit-with-stdin") as process:
        assert _address(process).startswith("http://127.0.0.1:")
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


def test_listens_on_given_address() -> None:
    with _start("--host", "127.0.0.2", "--exit-with-stdin") as process:
        address = _address(process)
        assert address.startswith("http://127.0.0.2:")
        assert Cloud(address, "us-east-1").create("one", template({"Vpc": VPC})) == "CREATE_COMPLETE"
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


def test_emulators_share_no_state() -> None:
    with _start("--exit-with-stdin") as first, _start("--exit-with-stdin") as second:
        body = template({"Vpc": VPC})
        for process in (first, second):
            assert Cloud(_address(process), "us-east-1").create("same", body) == "CREATE_COMPLETE"
        for process in (first, second):
            assert process.stdin is not None
            process.stdin.close()


def test_creates_stacks_in_parallel(cloud: Cloud, name: str) -> None:
    stacks = [f"{name}-{number}" for number in range(4)]
    with ThreadPoolExecutor(len(stacks)) as pool:
        created = list(
            pool.map(lambda stack: Cloud(cloud.address, cloud.region).create(stack, template(system(stack))), stacks)
        )
        assert created == ["CREATE_COMPLETE"] * len(stacks)
        deleted = list(pool.map(lambda stack: Cloud(cloud.address, cloud.region).delete(stack), stacks))
        assert deleted == ["DELETE_COMPLETE"] * len(stacks)
