"""What a config says, by the words of docs/reference.md alone: nothing here asks the generator or a template.

Everything is text, as it is written; a number is taken out of it where one is needed.
"""

from __future__ import annotations

import ipaddress
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import yaml

# The presets, as docs/reference.md lists them: one tree, and where `production` differs.
PRESETS = {
    "development": yaml.load(
        """
network: {cidr: 10.0.0.0/16, zones: 2, placement: public, securityGroups: perService, endpoints: none, flowLogs: false}
namespace: {negativeTtl: 15, searchDomain: false}
cluster: {insights: enabled}
loadBalancer:
  {scheme: internet-facing, httpListener: true, accessLogs: false, deletionProtection: false, idleTimeout: 60}
scannerMetadata: false
logs: {retention: 30, encryption: none}
defaults:
  egress: [{to: 0.0.0.0/0, port: 443}]
  cpu: 256
  memory: 512
  architecture: X86_64
  capacity: {FARGATE: 1}
  count: 2
  deployment: {strategy: rolling, minPercent: 100, maxPercent: 200}
""",
        yaml.BaseLoader,
    ),
    "production": yaml.load(
        """
network: {zones: 3, placement: private, nat: perZone, endpoints: gateway, flowLogs: true}
loadBalancer: {httpListener: false, accessLogs: true, deletionProtection: true}
scannerMetadata: true
logs: {retention: 365, encryption: kms}
defaults:
  cpu: 512
  memory: 1024
  readonlyRootFilesystem: true
  deployment: {alarms: {http5xxPercent: 5, unhealthyHosts: 1}}
""",
        yaml.BaseLoader,
    ),
}
STORES = {"secretsmanager": "secret:", "ssm": "parameter/"}
ACCOUNT_REGISTRY = "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}"


class Loader(yaml.BaseLoader):
    """Text as it is written, and nothing where nothing or `null` is written without quotes."""

    def construct_scalar(self, node):
        return None if node.style is None and node.value in ("", "~", "null") else super().construct_scalar(node)


Loader.add_constructor("tag:yaml.org,2002:str", Loader.construct_scalar)


def merge(below, above):
    """RFC 7386; `port` and `ports` are one thing, and `capacity` is taken as written."""
    if not isinstance(above, dict):
        return above
    merged = dict(below) if isinstance(below, dict) else {}
    for key, value in above.items():
        if key in ("port", "ports"):
            merged.pop("port", None)
            merged.pop("ports", None)
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = value if key == "capacity" else merge(merged.get(key), value)
    return merged


@dataclass(frozen=True)
class Port:
    name: str | None
    number: int
    protocol: str

    @staticmethod
    def of(text, name=None):
        number, _, protocol = text.partition("/")
        return Port(name, int(number), protocol or "http")

    @property
    def transport(self):
        return "udp" if self.protocol == "udp" else "tcp"


def ports_of(keys):
    """The ports under `port` or `ports`; one that has no name has none here."""
    ports = keys.get("ports") or ({None: keys["port"]} if "port" in keys else {})
    return [Port.of(text, name) for name, text in ports.items()]


@dataclass(frozen=True)
class Secret:
    """An entry of `secrets`: the ARN of what is named, the key of its JSON, and the KMS key that it is under."""

    store: str
    arn: str
    key: str | None
    kms_key: str | None

    @staticmethod
    def of(keys):
        store = next(store for store in STORES if store in keys)
        said = keys[store]
        if not said.startswith("arn:"):
            place = f"arn:${{AWS::Partition}}:{store}:${{AWS::Region}}:${{AWS::AccountId}}"
            said = f"{place}:{STORES[store]}{said.removeprefix('/')}"
        return Secret(store, said, keys.get("key"), keys.get("kmsKey"))

    @property
    def is_whole(self):
        """Whether the ARN has the six characters that Secrets Manager puts behind a name."""
        return self.store == "ssm" or re.search(r"-[A-Za-z0-9]{6}$", self.arn) is not None


@dataclass(frozen=True)
class Peer:
    """An entry of `peers`: a service that another stack deploys."""

    name: str
    stack: str
    ports: list[Port]
    discovery: str

    @property
    def is_connected(self):
        return self.discovery in ("connect", "both")


@dataclass(frozen=True)
class Call:
    """One entry of `calls`: the alias by which `caller` knows a port of `callee`."""

    alias: str
    callee: Service | Peer
    port: Port

    @property
    def variable(self):
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", self.alias).replace("-", "_").upper()


@dataclass(frozen=True)
class Front:
    """A service's part of the load balancer: the target port, host and path of its rule, and its health check."""

    port: Port
    host: str | None
    path: str
    priority: int
    check_path: str
    codes: str
    grace: int
    delay: int

    @property
    def patterns(self):
        return ["/*"] if self.path == "/" else [self.path, f"{self.path}/*"]


def priority_of(system, service, host, path):
    """Returns a rule's priority: one of 27 ranges by host and path, and one of its 1,850 numbers by a CRC of names."""
    kind = 2 if host is None else 1 if host.startswith("*.") else 0
    depth = 0 if path == "/" else path.count("/")
    return 1 + (kind * 9 + 8 - depth) * 1850 + zlib.crc32(f"{system}/{service}".encode()) % 1850


class Sidecar:
    """An additional container of a service's tasks. Its image and root file system default to those of the service."""

    def __init__(self, name, keys, service):
        self.name = name
        self.service = service
        self.keys = keys

    def get(self, key, default=None):
        return self.keys.get(key, default)

    @property
    def is_essential(self):
        waits = [one.get("dependsOn", {}).get(self.name) for one in [self.service, *self.service.sidecars]]
        return self.get("essential", "false" if {"COMPLETE", "SUCCESS"} & set(waits) else "true") == "true"

    @property
    def is_readonly(self):
        return self.get("readonlyRootFilesystem", self.service.get("readonlyRootFilesystem", "false")) == "true"

    @property
    def secrets(self):
        return {name: Secret.of(keys) for name, keys in self.get("secrets", {}).items()}


class Service:
    """A service with all that `defaults` and the preset say where it says nothing itself."""

    def __init__(self, name, keys, preset, system):
        self.name = name
        self.system = system
        self.keys = merge(preset, keys)
        self.ports = ports_of(keys)
        found = keys.get("discovery", "dns") if self.ports else "none"
        found = found if isinstance(found, dict) else {"mode": found}
        mode = found.get("mode", "dns")
        self.discovered = mode != "none"
        self.is_in_dns = mode in ("dns", "both")
        self.is_connected = mode in ("connect", "both")
        self.records = found.get("records", ["A", "SRV"]) if self.is_in_dns else []
        self.ttl = int(found.get("ttl", 10)) if self.is_in_dns else 0
        self.timeouts = {key: int(found[key]) for key in ("requestTimeout", "idleTimeout") if key in found}

    def get(self, key, default=None):
        return self.keys.get(key, default)

    def is_on(self, key):
        return self.get(key, "false") == "true"

    @property
    def count(self):
        """How many tasks there are at least."""
        count = self.get("count")
        return int(count["min"] if isinstance(count, dict) else count)

    @property
    def scaling(self):
        """The bounds and targets of a number of tasks that scales, or None."""
        count = self.get("count")
        return count if isinstance(count, dict) else None

    @property
    def front(self):
        """What the load balancer sends here, or None."""
        said = self.get("http", "false")
        if said == "false" or not self.ports:
            return None
        said = {} if said == "true" else said
        check = said.get("healthCheck", {})
        host, path = said.get("host"), said.get("path", "/")
        return Front(
            next(port for port in self.ports if said.get("port") in (None, port.name)),
            host,
            path,
            int(said.get("priority", priority_of(self.system, self.name, host, path))),
            check.get("path", "/"),
            check.get("successCodes", "200"),
            int(said.get("gracePeriod", 60)),
            int(said.get("deregistrationDelay", 30)),
        )

    @property
    def alarms(self):
        """The thresholds that fail a deployment, and `names` and `actions`; those of requests where there are any."""
        said = self.get("deployment").get("alarms", {})
        of_requests = () if self.front else ("http5xxPercent", "unhealthyHosts")
        return {key: value for key, value in said.items() if value != "0" and key not in of_requests}

    @property
    def secrets(self):
        return {name: Secret.of(keys) for name, keys in self.get("secrets", {}).items()}

    @property
    def sidecars(self):
        return [Sidecar(name, keys, self) for name, keys in self.get("sidecars", {}).items()]

    @property
    def all_secrets(self):
        """Those of all its containers."""
        return [secret for one in [self, *self.sidecars] for secret in one.secrets.values()]

    @property
    def timing(self):
        """Lame duck, drain and stop timeout in seconds; None where nothing is said."""
        own = self.get("stopTimeout")
        if not self.discovered:
            return None, None, own and int(own)
        if own is None:
            return self.ttl + 15, 15, self.ttl + 35
        return min(self.ttl + 15, max(0, int(own) - 5)), max(0, int(own) - self.ttl - 20), int(own)


class Config:
    """A config with the environment and the settings that a rendering is given; `joined` is that of its platform."""

    def __init__(self, file, environment=None, settings=(), joined: Config | None = None):
        tree = yaml.load(Path(file).read_text(encoding="utf-8"), Loader)
        if environment is not None:
            tree = merge(tree, tree["environments"][environment])
        for setting in settings:
            path, _, value = setting.partition("=")
            tree = merge(tree, self._overlay(path.split("."), yaml.load(value, Loader)))
        preset = PRESETS["development"]
        if tree.get("preset", "development") != "development":
            preset = merge(preset, PRESETS[tree["preset"]])
        self.tree = merge(preset, tree)
        self.name = tree["name"]
        self.stack = self.name if environment is None else f"{self.name}-{environment}"
        self.region = tree.get("region")
        self.tags = {"application": self.name, **tree.get("tags", {})}
        assert joined is None or joined.stack == tree["platform"], "it joins another stack than this one"
        self.platform = joined
        self.namespace: str = (
            joined.namespace if joined else self.tree["namespace"].get("name", f"{self.name}.internal")
        )
        self.peers = [
            Peer(name, keys["stack"], ports_of(keys), keys.get("discovery", "dns"))
            for name, keys in tree.get("peers", {}).items()
        ]
        defaults = tree.get("defaults", {})
        self.services = [
            Service(name, merge(defaults, keys or {}), preset["defaults"], self.name)
            for name, keys in tree["services"].items()
        ]
        self.wants_balancer = "loadBalancer" in tree or any(service.front for service in self.services)

    def _overlay(self, path, value):
        return {path[0]: self._overlay(path[1:], value)} if path else value

    def of(self, block, key, default=None):
        return self.tree.get(block, {}).get(key, default)

    @property
    def balancer(self):
        """What `loadBalancer` says, where the stack has one of its own; else None."""
        return self.tree["loadBalancer"] if self.wants_balancer and not self.platform else None

    @property
    def log_key(self):
        """The description of the log groups' KMS key; None where they have none."""
        return f"Logs of the stack {self.stack}" if self.of("logs", "encryption") == "kms" else None

    @property
    def shares_group(self):
        return self.of("network", "securityGroups") == "shared"

    @property
    def cluster(self):
        return self.platform.cluster if self.platform else self.of("cluster", "name", self.stack)

    def calls(self, service):
        """What a service calls, in the order that is written."""
        written = service.get("calls", [])
        pairs = written.items() if isinstance(written, dict) else [(call.replace(":", "-"), call) for call in written]
        return [self._call(alias, target) for alias, target in pairs]

    def _call(self, alias, target):
        name, _, port = target.partition(":")
        callees: list[Service | Peer] = [*self.services, *self.peers]
        callee = next(one for one in callees if one.name == name)
        return Call(alias, callee, next(p for p in callee.ports if not port or p.name == port))

    def has_proxy(self, service):
        """Whether Service Connect leads to a service or to one that it calls."""
        return service.is_connected or any(call.callee.is_connected for call in self.calls(service))

    def image(self, service):
        return self._tagged(
            service.get("image", f"{self.tree.get('registry', ACCOUNT_REGISTRY)}/{self.name}/{service.name}"), service
        )

    def sidecar_image(self, sidecar):
        image = sidecar.get("image")
        return self.image(sidecar.service) if image is None else self._tagged(image, sidecar.service)

    def images(self, service):
        """Those of all containers of a service."""
        return [self.image(service), *map(self.sidecar_image, service.sidecars)]

    def _tagged(self, image, service):
        if "@" in image or ":" in re.sub(r"\$\{.*?}", "", image).rpartition("/")[2]:
            return image
        tag = service.get("tag", self.tree.get("tag"))
        return image if tag is None else f"{image}:{tag}"

    def repositories(self):
        """The paths in the account's own registry that images have, and the tags that run of each."""
        found: dict[str, set[str]] = {}
        for image in [image for service in self.services for image in self.images(service)]:
            host, _, path = image.partition("/")
            if host.startswith("${AWS::AccountId}.dkr.ecr."):
                name = re.split("[:@]", path)[0]
                found.setdefault(name, set()).add(path.removeprefix(name).removeprefix(":") or "latest")
        return found

    # ---- The network ----

    @property
    def is_private(self):
        return self.of("network", "placement") == "private"

    @property
    def nat(self):
        """How private subnets of the stack's own reach the internet; public ones need no NAT."""
        return self.of("network", "nat", "single") if self.is_private else "none"

    def zones(self):
        """The number and the zone (a zone id, or None for the one at that place) of each zone."""
        zones = self.of("network", "zones")
        zones = zones if isinstance(zones, dict) else dict.fromkeys(map(str, range(1, int(zones) + 1)))
        return sorted((int(position), zone) for position, zone in zones.items())

    def public_subnets(self):
        """The number, network and zone of each public subnet: part 0 of the VPC cut into 16, cut into 16 again."""
        return self._subnets(next(self._parts(ipaddress.ip_network(self.of("network", "cidr")))))

    def private_subnets(self):
        """The same of the private ones: parts 1 to 6 of the VPC."""
        return self._subnets(ipaddress.ip_network(self.of("network", "cidr")))

    def _subnets(self, network):
        parts = [str(part) for part in self._parts(network)]
        return [(position, parts[position], zone) for position, zone in self.zones()]

    @staticmethod
    def _parts(network):
        return network.subnets(prefixlen_diff=4)

    def endpoints(self):
        """Returns the AWS services with a VPC endpoint: those that tasks need, and those in `network.endpoints`."""
        asked = set() if self.services else {"ecr.api", "ecr.dkr", "s3", "logs"}
        for service in self.services:
            asked.add("logs")
            asked |= {"ecr.api", "ecr.dkr", "s3"} if ".dkr.ecr." in "".join(self.images(service)) else set()
            asked |= {secret.store for secret in service.all_secrets}
            asked |= {"ssmmessages"} if service.is_on("exec") else set()
            asked |= {"ecs-agent"} if self.has_proxy(service) else set()
        said = self.of("network", "endpoints")
        if isinstance(said, list):
            return set(said) - {"all"} | (asked if "all" in said else set())
        return {"none": set(), "gateway": asked & {"s3"}, "all": asked}[said]
