"""Starts a program in a container of the size of a Fargate task, asks it, and says what it took."""

import http.client
import json
import time
from dataclasses import dataclass

from common.telling import ProgramError
from engine import Container, Engine, Process
from load import Answers, ask
from programs import PORT, Program, Surroundings, chosen

PATHS = ("/message", "/request")
MEBIBYTES = 512
PATIENCE = 120


@dataclass(frozen=True)
class Size:
    """A task's CPU, how many connections ask it, and how many times as long as other loads its warm-ups are."""

    name: str
    processors: float
    connections: int
    warm_up: int


SIZES = (Size("1 CPU", 1, 32, 2), Size("0.25 CPU", 0.25, 16, 1))


@dataclass(frozen=True)
class Load:
    """What came of asking a path, how much of its CPU the program took for that, and good answers per second of CPU."""

    answers: Answers
    busy: float
    per_cpu_second: float


@dataclass(frozen=True)
class Trial:
    """One life of a program. Seconds until its first answer, MiB, and loads by path."""

    first_answer: float
    memory: float
    most_memory: float
    full: dict[str, Load]
    paced: dict[str, Load]
    compiler: str


@dataclass(frozen=True)
class Bench:
    """Where programs are tried, one at a time."""

    engine: Engine
    beside: Surroundings
    processor: int
    seconds: int

    def trial(self, program: Program, size: Size, rates: dict[str, int]) -> Trial:
        """Rates that are not known yet are set to half of what this program can do."""
        container = self.engine.create("measured", program.image, self._options(program, size), program.words)
        try:
            return self._live(container, size, rates)
        except OSError as broken:
            raise ProgramError(f"{program.name} broke off ({broken}):\n{container.logs()}") from broken
        finally:
            container.remove()

    def _live(self, container: Container, size: Size, rates: dict[str, int]) -> Trial:
        container.start()
        host = container.address()
        first_answer = _await(container, host, "/message") - container.started()
        _await(container, host, "/request")
        process = container.process()
        memory = process.memory()
        for path in PATHS:
            ask(_url(host, path), size.connections, self.seconds * size.warm_up)
        full = {path: self._load(process, host, path, size) for path in PATHS}
        for path in PATHS:
            rates.setdefault(path, max(1, round(full[path].answers.per_second / 2)))
        paced = {path: self._load(process, host, path, size, rates[path]) for path in PATHS}
        return Trial(first_answer, memory, process.most_memory(), full, paced, chosen(process.words()))

    def _load(self, process: Process, host: str, path: str, size: Size, rate: int | None = None) -> Load:
        before = process.processor()
        answers = ask(_url(host, path), size.connections, self.seconds, rate)
        used = max(process.processor() - before, 0.01) / answers.seconds
        return Load(answers, used / size.processors, answers.per_second / used)

    def _options(self, program: Program, size: Size) -> list[str]:
        limits = [f"--cpus={size.processors}", f"--memory={MEBIBYTES}m", f"--memory-swap={MEBIBYTES}m"]
        return [*limits, f"--cpuset-cpus={self.processor}", *self.beside.options(), *program.options]


def _url(host: str, path: str) -> str:
    return f"http://{host}:{PORT}{path}"


def _await(container: Container, host: str, path: str) -> float:
    """When this path had its first good answer."""
    deadline = time.time() + PATIENCE
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
    raise ProgramError(f"{path} has no good answer after {PATIENCE} s ({seen}):\n{container.logs()}")


def _get(host: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, PORT, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()
