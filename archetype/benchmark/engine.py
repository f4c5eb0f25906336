"""Runs Docker, and removes the containers and images of a benchmark run at the end."""

import json
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from common.console import PrerequisiteError, ProgramError

NAME = "service-benchmark"


def require() -> None:
    if not shutil.which("docker"):
        raise PrerequisiteError("docker is missing; install Docker (Debian: apt-get install docker.io)")
    if subprocess.run(["docker", "info"], check=False, capture_output=True).returncode != 0:
        raise PrerequisiteError("no Docker engine responds; start one, or run `docker info` to see the reason")


def docker(*words: str, stdin: str = "") -> str:
    result = subprocess.run(["docker", *words], check=False, input=stdin, capture_output=True, text=True)
    if result.returncode != 0:
        raise ProgramError(f"`docker {' '.join(words)}` failed:\n{result.stderr.strip()[-2000:]}")
    return (result.stdout or result.stderr).strip()


@dataclass(frozen=True)
class Container:
    """A container. Its process can be inspected while it runs."""

    name: str

    def start(self) -> None:
        docker("start", self.name)

    def remove(self) -> None:
        docker("rm", "--force", self.name)

    def logs(self) -> str:
        result = subprocess.run(["docker", "logs", "--tail=20", self.name], check=False, capture_output=True, text=True)
        return (result.stdout + result.stderr).strip()

    def address(self) -> str:
        (network,) = self._state()["NetworkSettings"]["Networks"].values()
        return network["IPAddress"]

    def started(self) -> float:
        """Returns the time at which the engine started the process, comparable to `time.time`."""
        seconds, _, fraction = self._state()["State"]["StartedAt"].rstrip("Z").partition(".")
        return datetime.fromisoformat(seconds + "+00:00").timestamp() + float(f"0.{fraction or 0}")

    def process(self) -> "Process":
        return Process(Path("/proc", str(self._state()["State"]["Pid"])))

    def _state(self) -> dict:
        return json.loads(docker("inspect", self.name))[0]


@dataclass(frozen=True)
class Process:
    """A container's first process, which is the measured program, in this machine's process table."""

    folder: Path

    def words(self) -> list[str]:
        return (self.folder / "cmdline").read_text(encoding="utf-8").split("\0")

    def processor(self) -> float:
        """Returns the CPU time in seconds so far."""
        # The name may contain any character. The first field after it is field 3.
        fields = (self.folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Returns the resident memory in MiB."""
        return self._status("VmRSS")

    def most_memory(self) -> float:
        return self._status("VmHWM")

    def _status(self, key: str) -> float:
        for line in (self.folder / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith(key + ":"):
                return int(line.split()[1]) / 1024
        raise ProgramError(f"/proc/PID/status has no {key}")


class Engine:
    """Creates images, a network and containers, and removes them at the end."""

    def __init__(self):
        self.network = f"{NAME}-{os.getpid()}"
        self._containers: list[Container] = []
        self._images: list[str] = []

    def __enter__(self) -> "Engine":
        docker("network", "create", self.network)
        return self

    def __exit__(self, *_) -> None:
        # also clean up after Ctrl-C or SIGTERM
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, signal.SIG_IGN)
        self._quietly("rm", "--force", "--volumes", *(container.name for container in self._containers))
        self._quietly("network", "rm", self.network)
        self._quietly("rmi", *self._images)

    def image(self, name: str, folder: Path) -> str:
        """Builds an image. Its layers stay in the engine's cache for the next run."""
        tag = f"{self.network}-{name}"
        self._images.append(tag)
        docker("build", "--quiet", "--tag", tag, str(folder))
        return tag

    def create(self, name: str, image: str, options: list[str], words: tuple[str, ...] = ()) -> Container:
        container = Container(f"{self.network}-{name}")
        if container not in self._containers:
            self._containers.append(container)
        docker("create", "--name", container.name, "--network", self.network, *options, image, *words)
        return container

    @staticmethod
    def _quietly(*words: str) -> None:
        subprocess.run(["docker", *words], check=False, stdin=subprocess.DEVNULL, capture_output=True)
