"""Defines the measured systems: the generator's config, and the same facts for the CDK program."""

import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
TWO_SERVICES = "services:\n  myservice-a: {}\n  myservice-b: {}\n"
PROBE = ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/health/live"]
# The default network has two /24 subnets. Each has 251 usable addresses.
ADDRESSES = 2 * 251


@dataclass(frozen=True)
class System:
    """A number of services in one shape."""

    name: str
    services: int
    config: str
    facts: dict


def seed(services: int = 2) -> System:
    """Returns the example `seed` with this number of services."""
    return _example(
        "seed",
        services,
        name="ecs-service-discovery",
        application="ecs_service_discovery",
        namespace="ecs_service_discovery.local",
        repository="ecs_service_discovery",
        tag="latest",
        port=80,
        securityGroups="shared",
        open=True,
        exec=True,
    )


def two_services(services: int = 2) -> System:
    """Returns the example `two-services` with this number of services."""
    return _example(
        "two-services",
        services,
        name="two-services",
        application="two-services",
        namespace="two-services.internal",
        repository="two-services/myservice",
        tag="1.0.0",
        port=8080,
        securityGroups="perService",
        open=False,
        exec=False,
        user="10001:10001",
        readonlyRootFilesystem=True,
        healthCheck=PROBE,
    )


def default(services: int) -> System:
    """Returns services with minimal settings: a port, and a call to the next service."""
    names = [f"service-{number + 1}" for number in range(services)]
    callees = [[name] for name in names[1:]] + [[]]
    # The generator rejects tasks without addresses, even with `--no-limits`.
    count = 2 if 2 * services <= ADDRESSES else 0
    config = "name: shop\ntag: 1.0.0\n" + ("" if count else "defaults: { count: 0 }\n") + "services:\n"
    for name, calls in zip(names, callees, strict=True):
        config += f"  {name}: {{ port: 8080{', calls: ' + json.dumps(calls) if calls else ''} }}\n"
    facts = {
        "name": "shop",
        "application": "shop",
        "namespace": "shop.internal",
        "tag": "1.0.0",
        "port": 8080,
        "count": count,
        "securityGroups": "perService",
        "open": False,
        "exec": False,
        "services": [
            {"name": name, "calls": {call: call for call in calls}} for name, calls in zip(names, callees, strict=True)
        ],
    }
    return System(f"default-{services}", services, config, facts)


def _example(example: str, services: int, **facts) -> System:
    """Returns an example with this number of services. All of them call the first two."""
    names = [f"myservice-{letters}" for letters in _letters(services)]
    text = (EXAMPLES / example / "config.yaml").read_text(encoding="utf-8")
    if TWO_SERVICES not in text:
        raise ValueError(f"{example} does not have the two services that this benchmark replaces")
    config = text.replace(TWO_SERVICES, "services:\n" + "".join(f"  {name}: {{}}\n" for name in names))
    calls = {"serviceA": "myservice-a", "serviceB": "myservice-b"}
    facts |= {"count": 2, "services": [{"name": name, "calls": calls} for name in names]}
    return System(f"{example}-{services}", services, config, facts)


def _letters(count: int) -> list[str]:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return [*alphabet, *(first + second for first in alphabet for second in alphabet)][:count]


def write(system: System, folder: Path) -> tuple[Path, Path]:
    """Writes the config and the facts to files."""
    folder.mkdir(parents=True, exist_ok=True)
    config, facts = folder / f"{system.name}.yaml", folder / f"{system.name}.json"
    config.write_text(system.config, encoding="utf-8")
    facts.write_text(json.dumps(system.facts, indent=1), encoding="utf-8")
    return config, facts
