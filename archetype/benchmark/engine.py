"""Docker by its command line, and the containers and images of one run, of which nothing stays."""

import json
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from common.telling import PrerequisiteError, ProgramError

NAME = "service-benchmark"


def need() -> None:
    if not shutil.which("docker"):
        raise PrerequisiteError("there is no docker: install Docker (Debian: apt-get install docker.io)")
    if subprocess.run(["docker", "info"], capture_output=True, check=False).returncode != 0:
        raise PrerequisiteError("no Docker engine answers: start one, or see what `docker info` says")


def docker(*words: str, stdin: str = "") -> str:
    told = subprocess.run(["docker", *words], input=stdin, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        raise ProgramError(f"`docker {' '.join(words)}` failed:\n{told.stderr.strip()[-2000:]}")
    return (told.stdout or told.stderr).strip()


@dataclass(frozen=True)
class Container:
    """One that exists; its process can be looked at while it runs."""

    name: str

    def start(self) -> None:
        docker("start", self.name)

    def remove(self) -> None:
        docker("rm", "--force", self.name)

    def logs(self) -> str:
        told = subprocess.run(["docker", "logs", "--tail=20", self.name], capture_output=True, text=True, check=False)
        return (told.stdout + told.stderr).strip()

    def address(self) -> str:
        (network,) = self._state()["NetworkSettings"]["Networks"].values()
        return network["IPAddress"]

    def started(self) -> float:
        """When the engine had started its process, in seconds as `time.time` counts them."""
        told, _, fraction = self._state()["State"]["StartedAt"].rstrip("Z").partition(".")
        return datetime.fromisoformat(told + "+00:00").timestamp() + float(f"0.{fraction or 0}")

    def process(self) -> "Process":
        return Process(Path("/proc", str(self._state()["State"]["Pid"])))

    def _state(self) -> dict:
        return json.loads(docker("inspect", self.name))[0]


@dataclass(frozen=True)
class Process:
    """A container's first process, which is the program itself, as this machine's kernel sees it."""

    folder: Path

    def words(self) -> list[str]:
        return (self.folder / "cmdline").read_text(encoding="utf-8").split("\0")

    def processor(self) -> float:
        """Seconds that it took so far."""
        # behind the name, which may hold anything, the first field is the third one
        fields = (self.folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """MiB of it that are in memory."""
        return self._status("VmRSS")

    def most_memory(self) -> float:
        return self._status("VmHWM")

    def _status(self, key: str) -> float:
        for line in (self.folder / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith(key + ":"):
                return int(line.split()[1]) / 1024
        raise ProgramError(f"the kernel does not tell {key}")


class Engine:
    """Makes images, a network and containers, and removes them all in the end."""

    def __init__(self):
        self.network = f"{NAME}-{os.getpid()}"
        self._containers: list[Container] = []
        self._images: list[str] = []

    def __enter__(self) -> "Engine":
        docker("network", "create", self.network)
        return self

    def __exit__(self, *_) -> None:
        # whoever is in a hurry gets a clean machine too
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, signal.SIG_IGN)
        self._quietly("rm", "--force", "--volumes", *(container.name for container in self._containers))
        self._quietly("network", "rm", self.network)
        self._quietly("rmi", *self._images)

    def image(self, name: str, folder: Path) -> str:
        """Layers stay in the engine's cache, so that the next run does not wait for them."""
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
        subprocess.run(["docker", *words], stdin=subprocess.DEVNULL, capture_output=True, check=False)
