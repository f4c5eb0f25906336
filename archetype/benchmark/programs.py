"""The programs that are compared, and what runs beside them."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from common.page import ROOT
from common.telling import PrerequisiteError, ProgramError
from engine import Container, Engine, docker

HERE = Path(__file__).resolve().parent
SERVICE = ROOT / "archetype" / "service"
CONTAINERS = ROOT / "archetype" / "containers"
EXPRESS = CONTAINERS / "express"
ZONE = "benchmark.internal"
PEERS = {"SERVICE_A": "alpha", "SERVICE_B": "beta"}
PORT = 8080
# TieredStopAtLevel with which the JVM stops after its first compiler, or goes on to its second one
COMPILERS = {"C1": 1, "C2": 4}


@dataclass(frozen=True)
class Program:
    """Something that keeps the contract of the template; the words come behind the image's name."""

    id: str
    name: str
    image: str
    options: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def need() -> None:
    if not shutil.which("npm"):
        raise PrerequisiteError("there is no npm: install Node.js (Debian: apt-get install nodejs npm)")
    if not (SERVICE / "target" / "service.jar").exists():
        build = "mvn -q -B -ntp -DskipTests -pl generator,archetype/service -am package"
        raise PrerequisiteError(f"there is no service.jar: {build}")


def base_image() -> None:
    _do("there is no base image", "bash", str(CONTAINERS / "provide-base-image"))


def express(engine: Engine) -> Program:
    npm = ("npm", "ci", f"--prefix={EXPRESS}", "--no-audit", "--no-fund", "--loglevel=error")
    _do("npm has no packages for Express", *npm)
    return Program("express", "Express", engine.image("express", EXPRESS))


def services(engine: Engine) -> list[Program]:
    """One image; what `run` chooses by itself stands before these words, so they have the last word."""
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


def chosen(words: list[str]) -> str:
    """The compiler that `run` would have chosen, by the words of the JVM that it became."""
    levels = [word for word in words if word.startswith("-XX:TieredStopAtLevel=")]
    return "C1" if len(levels) > 1 else "C2"


@dataclass(frozen=True)
class Surroundings:
    """DNS and peers, on processors that the compared programs do not use."""

    peer_image: str
    dns: str

    @staticmethod
    def start(engine: Engine, processors: str) -> "Surroundings":
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
        return Surroundings(peer, dns.address())

    def options(self) -> list[str]:
        """What a template tells each service."""
        told = {"SERVICE_NAME": "measured", "PORT": str(PORT), "SERVICE_CALLS": "serviceA,serviceB"}
        for alias, name in PEERS.items():
            told[f"{alias}_URL"] = f"http://{name}.{ZONE}:{PORT}"
        return [f"--dns={self.dns}", *(f"--env={key}={value}" for key, value in told.items())]


def versions(express: Program, service: Program, beside: Surroundings) -> dict[str, str]:
    (vertx,) = (SERVICE / "target" / "lib").glob("vertx-core-[0-9]*.jar")
    java = docker("run", "--rm", "--entrypoint=java", service.image, "-version")
    nginx = docker("run", "--rm", beside.peer_image, "nginx", "-v")
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
        if subprocess.run(status, capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise ProgramError(f"the DNS server does not answer:\n{dns.logs()}")


def _register(dns: Container, name: str, address: str) -> None:
    """The records that Cloud Map has for a task."""
    lines = [
        f"zone-begin {ZONE}",
        f"zone-set {ZONE} {name} 10 A {address}",
        f"zone-set {ZONE} 1.{name} 10 A {address}",
        f"zone-set {ZONE} {name} 10 SRV 1 1 {PORT} 1.{name}",
        f"zone-commit {ZONE}",
    ]
    told = docker("exec", "--interactive", dns.name, "knotc", "--force", "--blocking", stdin="\n".join(lines) + "\n")
    if told.splitlines().count("OK") != len(lines):
        raise ProgramError(f"the DNS server refused a record:\n{told}")


def _do(fault: str, *words: str) -> None:
    """Runs a command, whose words go to standard error: the results alone go to standard output."""
    ran = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=os.environ, check=False)
    if ran.returncode != 0:
        raise PrerequisiteError(f"{fault}: `{' '.join(words).replace(str(ROOT) + os.sep, '')}` failed")
