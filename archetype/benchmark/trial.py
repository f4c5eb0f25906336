"""Runs a program in a container of the size of a Fargate task, sends requests to it, and measures it."""

import http.client
import json
import time
from dataclasses import dataclass

from common.console import ProgramError
from engine import Container, Engine, Process
from load import Answers, send_requests
from programs import PORT, Program, SupportServices, default_compiler

PATHS = ("/message", "/request")
MEBIBYTES = 512
TIMEOUT_SECONDS = 120


@dataclass(frozen=True)
class Size:
    """A task's CPU, the number of connections, and the length of its warm-ups relative to other loads."""

    name: str
    processors: float
    connections: int
    warm_up: int


SIZES = (Size("1 CPU", 1, 32, 2), Size("0.25 CPU", 0.25, 16, 1))


@dataclass(frozen=True)
class Load:
    """The responses of a path, the share of the CPU that the program used, and responses per second of CPU time."""

    answers: Answers
    busy: float
    per_cpu_second: float


@dataclass(frozen=True)
class Trial:
    """One run of a program: seconds until its first response, memory in MiB, and loads by path."""

    first_answer: float
    memory: float
    most_memory: float
    full: dict[str, Load]
    paced: dict[str, Load]
    compiler: str


@dataclass(frozen=True)
class Bench:
    """Measures programs, one at a time."""

    engine: Engine
    support: SupportServices
    processor: int
    seconds: int

    def trial(self, program: Program, size: Size, rates: dict[str, int]) -> Trial:
        """Measures a program. A rate that is not set yet becomes half of this program's maximum."""
        container = self.engine.create("measured", program.image, self._options(program, size), program.words)
        try:
            return self._measure(container, size, rates)
        except OSError as broken:
            raise ProgramError(f"{program.name} failed ({broken}):\n{container.logs()}") from broken
        finally:
            container.remove()

    def _measure(self, container: Container, size: Size, rates: dict[str, int]) -> Trial:
        container.start()
        host = container.address()
        first_answer = _await(container, host, "/message") - container.started()
        _await(container, host, "/request")
        process = container.process()
        memory = process.memory()
        for path in PATHS:
            send_requests(_url(host, path), size.connections, self.seconds * size.warm_up)
        full = {path: self._load(process, host, path, size) for path in PATHS}
        for path in PATHS:
            rates.setdefault(path, max(1, round(full[path].answers.per_second / 2)))
        paced = {path: self._load(process, host, path, size, rates[path]) for path in PATHS}
        return Trial(first_answer, memory, process.most_memory(), full, paced, default_compiler(process.words()))

    def _load(self, process: Process, host: str, path: str, size: Size, rate: int | None = None) -> Load:
        before = process.processor()
        answers = send_requests(_url(host, path), size.connections, self.seconds, rate)
        used = max(process.processor() - before, 0.01) / answers.seconds
        return Load(answers, used / size.processors, answers.per_second / used)

    def _options(self, program: Program, size: Size) -> list[str]:
        limits = [f"--cpus={size.processors}", f"--memory={MEBIBYTES}m", f"--memory-swap={MEBIBYTES}m"]
        return [*limits, f"--cpuset-cpus={self.processor}", *self.support.options(), *program.options]


def _url(host: str, path: str) -> str:
    return f"http://{host}:{PORT}{path}"


def _await(container: Container, host: str, path: str) -> float:
    """Returns the time of the first successful response of a path."""
    deadline = time.time() + TIMEOUT_SECONDS
    seen = "no answer"
    while time.time() < deadline:
        try:
            status, body = _get(host, path)
            now = time.time()
            if status == 200 and json.loads(body):
                return now
            seen = f"{status} {body}"
        except (OSError, http.client.HTTPException, ValueError) as fault:
            seen = repr(fault)
        time.sleep(0.005)
    raise ProgramError(f"{path} had no successful response after {TIMEOUT_SECONDS} s ({seen}):\n{container.logs()}")


def _get(host: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, PORT, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()
