"""What a stack has to make, worked out from its config, in the form in which `account` reads back what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from expected_balancing import ExpectedBalancing
from expected_network import ANYWHERE, ExpectedNetwork
from expected_roles import ExpectedRoles
from expected_tasks import ExpectedTasks
from language import Config, Peer, Port, Service


@dataclass(frozen=True)
class Place:
    """Where a stack is deployed; `zones` are the names of the Region's zones by their ids."""

    account: str
    region: str
    zones: dict[str, str]


class Expectation(ExpectedBalancing, ExpectedRoles, ExpectedTasks):
    """All that one stack makes: `picture` has nothing that is not there, and everything that is.

    `guests` are the configs of stacks that have joined this one: what they call, they open themselves.
    """

    def __init__(self, config: Config, place: Place, guests: tuple[Config, ...] = ()):
        self.config = config
        self.place = place
        self.guests = [Expectation(guest, place) for guest in guests]
        self.platform = config.platform and Expectation(config.platform, place)
        self.own_vpc = self.platform is None and config.of("network", "vpc") is None
        self.vpc = self.platform.vpc if self.platform else config.stack
        if "vpc" in config.tree["network"]:
            self.vpc = config.of("network", "vpc")["id"]
        self.tags = {key: self.fill(value) for key, value in config.tags.items()}
        self.own_network = ExpectedNetwork(config, place, self.tags) if self.own_vpc else None

    def fill(self, value):
        """The text with the six pseudo parameters in it filled in."""
        if isinstance(value, dict):
            return {key: self.fill(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [self.fill(entry) for entry in value]
        known = {
            "AccountId": self.place.account,
            "Partition": "aws",
            "Region": self.place.region,
            "StackName": self.config.stack,
            "URLSuffix": "amazonaws.com",
        }
        return re.sub(r"\$\{AWS::(\w+)}", lambda m: known.get(m[1], m[0]), value)

    def named(self, name):
        return {"Name": name, **self.tags}

    def picture(self):
        config = self.config
        return {
            **(self.own_network.picture() if self.own_network else ExpectedNetwork.nothing()),
            "securityGroups": self.groups(),
            "loadBalancers": self.balancers(),
            "loadBalancerTargets": {service.name: self.front(service) for service in config.services if service.front},
            "scaling": {service.name: self.scaling(service) for service in config.services if service.scaling},
            "deploymentAlarms": {service.name: alarms for service in config.services if (alarms := self.alarms(service))},
            "namespaces": self.namespace(),
            "clusters": self.cluster(),
            "cloudMapServices": {service.name: self.name(service) for service in config.services if service.is_in_dns},
            "serviceConnectNames": {name: self.config.namespace for one in config.services for name in self.endpoints(one)},
            "kmsKeys": self.keys(),
            "logGroups": {f"/ecs/{config.stack}/{service.name}": self.log_group() for service in config.services},
            "roles": self.roles(),
            "taskDefinitions": {service.name: self.task(service) for service in config.services},
            "services": {service.name: self.service(service) for service in config.services},
            "outputs": self.outputs(),
        }

    # ---- Network ----

    def subnets(self):
        """Where tasks run: names of subnets that a stack makes, or ids of those that are there."""
        return list(self.numbered_subnets().values())

    def numbered_subnets(self):
        if self.platform:
            theirs = self.platform.numbered_subnets()
            return {position: theirs[position] for position, _ in self.config.zones()}
        if self.own_network:
            return self.own_network.task_subnets()
        existing = self.config.of("network", "vpc")["subnets"][self.config.of("network", "placement")]
        return dict(enumerate(existing, 1))

    # ---- Security groups ----

    def shared_group(self):
        """The group that all services are in, be it the platform's; None if each has its own."""
        if not self.config.shares_group:
            return None
        return self.platform.shared_group() if self.platform else f"{self.config.stack}-app"

    def group(self, callee):
        """The group by which a service of this stack or a peer is known."""
        return f"{callee.stack if isinstance(callee, Peer) else self.config.stack}-{callee.name}"

    def groups_of(self, service):
        """The groups that a service is in. A shared one of the platform's is left as it is."""
        shared = self.shared_group()
        if shared is None:
            return [self.group(service)]
        is_opened = service.get("ingress") or service.front
        return [shared, self.group(service)] if self.platform and is_opened else [shared]

    def groups(self):
        groups = {}
        for service in self.config.services:
            name = self.groups_of(service)[-1]
            if self.platform and name == self.shared_group():
                continue
            group = groups.setdefault(name, self.empty_group(name))
            for source in service.get("ingress", []):
                group["ingress"] |= {f"{port.transport} {port.number} from {source}" for port in service.ports}
            group["egress"] |= self.outward(service)
        if self.config.balancer:
            groups[self.balancer_group()] = self.balancer_in_and_out()
        for caller, edge, callee in {*self.edges(), *(edge for guest in self.guests for edge in guest.edges())}:
            if callee in groups:
                groups[callee]["ingress"].add(f"{edge} from {caller}")
            if caller in groups:
                groups[caller]["egress"].add(f"{edge} to {callee}")
        ordered = {"ingress": sorted, "egress": sorted}
        mine = {name: {k: ordered.get(k, lambda v: v)(v) for k, v in group.items()} for name, group in groups.items()}
        return mine | (self.own_network.groups() if self.own_network else {})

    def empty_group(self, name):
        is_everyones = name == self.shared_group()
        return {
            "description": "Tasks of all services" if is_everyones else "Tasks of one service",
            "vpc": self.vpc,
            "ingress": {f"all from {name}"} if is_everyones else set(),
            "egress": {f"all to {ANYWHERE}"} if self.config.shares_group else set(),
            "tags": self.named(name),
        }

    def edges(self):
        """The calls as groups and ports, of which a shared group needs none, and what comes from the load balancer."""
        fronts = {
            (self.balancer_group(), f"tcp {service.front.port.number}", self.groups_of(service)[-1])
            for service in self.config.services
            if service.front
        }
        return fronts | {
            (self.group(service), f"{call.port.transport} {call.port.number}", self.group(call.callee))
            for service in self.config.services
            if not self.config.shares_group
            for call in self.config.calls(service)
        }

    def outward(self, service):
        if self.config.shares_group:
            return set()
        ports = [(Port.of(rule["port"]), rule["to"]) for rule in service.get("egress")]
        return {f"{port.transport} {port.number} to {to}" for port, to in ports}

    # ---- Discovery ----

    def namespace(self):
        if self.platform or "id" in self.config.tree["namespace"]:
            return {}
        return {
            self.config.namespace: {
                "type": "DNS_PRIVATE",
                "vpcs": [self.vpc],
                "negativeTtl": int(self.config.of("namespace", "negativeTtl")),
                "tags": self.tags,
            }
        }

    def name(self, service: Service):
        return {
            "namespace": self.config.namespace,
            "records": sorted(f"{kind} {service.ttl}" for kind in service.records),
            "routingPolicy": "MULTIVALUE",
            "failureThreshold": 1,
            "tags": self.tags,
        }

    def endpoints(self, service: Service):
        """The names of the Cloud Map services that ECS makes for Service Connect, and the ports that they stand for."""
        if not service.is_connected:
            return {}
        return {f"{service.name}_{self.port_name(port)}": port for port in service.ports}

    @staticmethod
    def port_name(port: Port):
        return port.name or port.protocol

    def connect(self, service: Service):
        """What a service says of Service Connect, or None."""
        if not self.config.has_proxy(service):
            return None
        endpoints = {}
        for name, port in self.endpoints(service).items():
            waits = {
                key: seconds
                for key, seconds in service.timeouts.items()
                if port.protocol != "tcp" or key == "idleTimeout"
            }
            host = f"{service.name}.{self.config.namespace}"
            endpoints[name] = {"port": self.port_name(port), "alias": f"{host}:{port.number}", **waits}
        log = {
            "awslogs-group": f"/ecs/{self.config.stack}/{service.name}",
            "awslogs-region": self.place.region,
            "awslogs-stream-prefix": "service-connect",
        }
        return {"namespace": self.config.namespace, "endpoints": endpoints, "log": {"driver": "awslogs", **log}}

    def mapping(self, service: Service, port: Port):
        text = f"{port.number}/{port.transport}"
        if not service.is_connected:
            return text
        return f"{text} {self.port_name(port)}" + (f" {port.protocol}" if port.protocol in ("http", "grpc") else "")

    # ---- What runs ----

    def cluster(self):
        if self.platform or "name" in self.config.tree["cluster"]:
            return {}
        return {
            self.config.cluster: {
                "capacityProviders": ["FARGATE", "FARGATE_SPOT"],
                "containerInsights": self.config.of("cluster", "insights"),
                "tags": self.tags,
            }
        }

    def log_group(self):
        days = int(self.config.of("logs", "retention"))
        return {"retentionDays": days, "kmsKey": self.config.log_key, "tags": self.tags}

    def service(self, service: Service):
        capacity, rollout = service.get("capacity"), service.get("deployment")
        base = {"FARGATE": int(capacity.get("base", 0))}
        port = f" {service.ports[0].number}" if "SRV" in service.records else ""
        return {
            "cluster": self.config.cluster,
            "desiredCount": service.count,
            "gracePeriod": service.front.grace if service.front else None,
            "platformVersion": "LATEST",
            "capacityProviders": sorted(
                f"{provider} weight {weight} base {base.get(provider, 0)}"
                for provider, weight in capacity.items()
                if provider != "base"
            ),
            # ECS moves a task to another zone by starting one more first.
            "zoneRebalancing": "ENABLED" if int(rollout["maxPercent"]) > 100 else "DISABLED",
            "healthyPercent": f"{rollout['minPercent']} to {rollout['maxPercent']}",
            "circuitBreaker": "with rollback",
            "exec": service.is_on("exec"),
            "publicIp": self.config.of("network", "placement") == "public",
            "subnets": sorted(self.subnets()),
            "securityGroups": sorted(self.groups_of(service)),
            "cloudMapServices": [f"{service.name}{port}"] if service.is_in_dns else [],
            "serviceConnect": self.connect(service),
            "propagateTags": "SERVICE",
            "tags": self.tags,
        }

    # ---- What other stacks and people read ----

    def outputs(self):
        """The stack's outputs, and the name under which each is exported."""
        config = self.config
        exported = {} if self.platform else self.base()
        endpoints = {}
        for service in config.services:
            pascal = "".join(part[0].upper() + part[1:] for part in service.name.split("-"))
            if service.is_in_dns:
                endpoints[f"{pascal}Endpoint"] = f"{service.name}.{config.namespace}:{service.ports[0].number}"
            if not config.shares_group:
                exported[f"{pascal}SecurityGroupId"] = self.group(service)
        if config.balancer:
            exported["LoadBalancerListenerArn"] = f"{self.balancer_group()} {self.balancer_ports()[0]}"
            exported["LoadBalancerSecurityGroupId"] = self.balancer_group()
            exported["LoadBalancerFullName"] = f"full name of {self.balancer_group()}"
            scheme = "https" if "443" in self.balancer_ports() else "http"
            endpoints["LoadBalancerUrl"] = f"{scheme}://{config.balancer.get('domain', self.balancer_group())}"
        outputs = {key: {"value": value, "export": f"{config.stack}-{key}"} for key, value in exported.items()}
        # Whoever joins a platform has its domain from there.
        endpoints = {key: {"value": value} for key, value in endpoints.items()}
        return outputs if self.platform else outputs | endpoints

    def base(self):
        """What others join."""
        kind = "Public" if self.config.of("network", "placement") == "public" else "Private"
        return {
            "VpcId": self.vpc,
            **{f"{kind}Subnet{position}Id": subnet for position, subnet in self.numbered_subnets().items()},
            "NamespaceId": self.config.namespace,
            "NamespaceName": self.config.namespace,
            "ClusterName": self.config.cluster,
            **({"SharedSecurityGroupId": self.shared_group()} if self.config.shares_group else {}),
        }
