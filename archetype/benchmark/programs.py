"""The programs to compare, and the DNS server and peers that they need."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from common.console import PrerequisiteError, ProgramError
from common.page import ROOT
from engine import Container, Engine, docker

HERE = Path(__file__).resolve().parent
SERVICE = ROOT / "archetype" / "service"
CONTAINERS = ROOT / "archetype" / "containers"
EXPRESS = CONTAINERS / "express"
ZONE = "benchmark.internal"
PEERS = {"SERVICE_A": "alpha", "SERVICE_B": "beta"}
PORT = 8080
# the values of TieredStopAtLevel: only the first compiler, or both compilers
COMPILERS = {"C1": 1, "C2": 4}


@dataclass(frozen=True)
class Program:
    """A program to measure. The words are the command in its container."""

    id: str
    name: str
    image: str
    options: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def require() -> None:
    if not shutil.which("npm"):
        raise PrerequisiteError("npm is missing; install Node.js (Debian: apt-get install nodejs npm)")
    if not (SERVICE / "target" / "service.jar").exists():
        build = "mvn -q -B -ntp -DskipTests -pl generator,archetype/service -am package"
        raise PrerequisiteError(f"service.jar is missing; run: {build}")


def base_image() -> None:
    _run("cannot provide the base image", "bash", str(CONTAINERS / "provide-base-image"))


def express(engine: Engine) -> Program:
    npm = ("npm", "ci", f"--prefix={EXPRESS}", "--no-audit", "--no-fund", "--loglevel=error")
    _run("cannot install the packages of Express", *npm)
    return Program("express", "Express", engine.image("express", EXPRESS))


def services(engine: Engine) -> list[Program]:
    """Returns one program per compiler. `run` puts its own options first, so the option given here overrides them."""
    image = engine.image("service", SERVICE)
    return [
        Program(
            compiler,
            f"service, {compiler}",
            image,
            ("--entrypoint", "bash"),
            ("/app/bin/run", f"-XX:TieredStopAtLevel={level}", "-jar", "/app/service.jar"),
        )
        for compiler, level in COMPILERS.items()
    ]


def default_compiler(words: list[str]) -> str:
    """Returns the compiler that `run` chooses itself, according to the options of its JVM."""
    levels = [word for word in words if word.startswith("-XX:TieredStopAtLevel=")]
    return "C1" if len(levels) > 1 else "C2"


@dataclass(frozen=True)
class SupportServices:
    """The DNS server and the peers. They use other processors than the measured program."""

    peer_image: str
    dns: str

    @staticmethod
    def start(engine: Engine, processors: str) -> "SupportServices":
        pinned = [f"--cpuset-cpus={processors}"]
        image = engine.image("dns", CONTAINERS / "src" / "test" / "docker" / "dns")
        dns = engine.create("dns", image, [*pinned, f"--env=ZONE={ZONE}"])
        dns.start()
        _await_zone(dns)
        peer = engine.image("peer", HERE / "peer")
        for name in PEERS.values():
            container = engine.create(name, peer, pinned)
            container.start()
            _register(dns, name, container.address())
        return SupportServices(peer, dns.address())

    def options(self) -> list[str]:
        """Returns the Docker options for the variables that a template sets."""
        variables = {"SERVICE_NAME": "measured", "PORT": str(PORT), "SERVICE_CALLS": "serviceA,serviceB"}
        for alias, name in PEERS.items():
            variables[f"{alias}_URL"] = f"http://{name}.{ZONE}:{PORT}"
        return [f"--dns={self.dns}", *(f"--env={key}={value}" for key, value in variables.items())]


def versions(express: Program, service: Program, support: SupportServices) -> dict[str, str]:
    (vertx,) = (SERVICE / "target" / "lib").glob("vertx-core-[0-9]*.jar")
    java = docker("run", "--rm", "--entrypoint=java", service.image, "-version")
    nginx = docker("run", "--rm", support.peer_image, "nginx", "-v")
    pinned = json.loads((EXPRESS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    node = docker("run", "--rm", express.image, "node", "--version")
    return {
        "service": f"Vert.x {vertx.stem.removeprefix('vertx-core-')}, {java.splitlines()[0]}",
        "Express": ", ".join(f"{name} {version}" for name, version in sorted(pinned.items())) + f", Node.js {node}",
        "peers": re.sub(r".*nginx/", "nginx ", nginx),
        "engine": "Docker " + docker("version", "--format={{.Server.Version}}"),
    }


def _await_zone(dns: Container) -> None:
    status = ["docker", "exec", dns.name, "knotc", "zone-status", ZONE]
    for _ in range(100):
        if subprocess.run(status, check=False, capture_output=True).returncode == 0:
            return
        time.sleep(0.1)
    raise ProgramError(f"the DNS server does not respond:\n{dns.logs()}")


def _register(dns: Container, name: str, address: str) -> None:
    """Adds the records that Cloud Map adds for a task."""
    lines = [
        f"zone-begin {ZONE}",
        f"zone-set {ZONE} {name} 10 A {address}",
        f"zone-set {ZONE} 1.{name} 10 A {address}",
        f"zone-set {ZONE} {name} 10 SRV 1 1 {PORT} 1.{name}",
        f"zone-commit {ZONE}",
    ]
    output = docker("exec", "--interactive", dns.name, "knotc", "--force", "--blocking", stdin="\n".join(lines) + "\n")
    if output.splitlines().count("OK") != len(lines):
        raise ProgramError(f"the DNS server rejected a record:\n{output}")


def _run(fault: str, *words: str) -> None:
    """Runs a command with its output on standard error, because standard output contains only results."""
    if subprocess.run(words, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=os.environ).returncode != 0:
        raise PrerequisiteError(f"{fault}: `{' '.join(words).replace(str(ROOT) + os.sep, '')}` failed")
