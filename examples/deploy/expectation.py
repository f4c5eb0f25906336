"""What a stack has to make, worked out from its config, in the form in which `account` reads back what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from expected_network import ANYWHERE, ExpectedNetwork, statement
from language import Config, Peer, Port, Service, Sidecar

EXECUTION_POLICY = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
KEY_VERBS = ("Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "Describe")
EXEC_ACTIONS = [f"ssmmessages:{verb}{channel}Channel" for verb in ("Create", "Open") for channel in ("Control", "Data")]


@dataclass(frozen=True)
class Place:
    """Where a stack is deployed; `zones` are the names of the Region's zones by their ids."""

    account: str
    region: str
    zones: dict[str, str]


class Expectation:
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
            "groups": self.groups(),
            "balancers": self.balancers(),
            "fronts": {service.name: self.front(service) for service in config.services if service.front},
            "scaling": {service.name: self.scaling(service) for service in config.services if service.scaling},
            "alarms": {service.name: alarms for service in config.services if (alarms := self.alarms(service))},
            "namespace": self.namespace(),
            "cluster": self.cluster(),
            "names": {service.name: self.name(service) for service in config.services if service.is_in_dns},
            "endpoints": {name: self.config.namespace for one in config.services for name in self.endpoints(one)},
            "keys": self.keys(),
            "logs": {f"/ecs/{config.stack}/{service.name}": self.log_group() for service in config.services},
            "roles": self.roles(),
            "tasks": {service.name: self.task(service) for service in config.services},
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
                group["in"] |= {f"{port.transport} {port.number} from {source}" for port in service.ports}
            group["out"] |= self.outward(service)
        if self.config.balancer:
            groups[self.balancer_group()] = self.balancer_in_and_out()
        for caller, edge, callee in {*self.edges(), *(edge for guest in self.guests for edge in guest.edges())}:
            if callee in groups:
                groups[callee]["in"].add(f"{edge} from {caller}")
            if caller in groups:
                groups[caller]["out"].add(f"{edge} to {callee}")
        ordered = {"in": sorted, "out": sorted}
        mine = {name: {k: ordered.get(k, lambda v: v)(v) for k, v in group.items()} for name, group in groups.items()}
        return mine | (self.own_network.groups() if self.own_network else {})

    def empty_group(self, name):
        is_everyones = name == self.shared_group()
        return {
            "description": "Tasks of all services" if is_everyones else "Tasks of one service",
            "vpc": self.vpc,
            "in": {f"all from {name}"} if is_everyones else set(),
            "out": {f"all to {ANYWHERE}"} if self.config.shares_group else set(),
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

    # ---- Load balancer ----

    def balancer_group(self):
        return self.platform.balancer_group() if self.platform else f"{self.config.stack}-load-balancer"

    def balancer_ports(self):
        """What it listens at, the one that leads to services first."""
        said = self.config.balancer
        is_secure = "certificate" in said or "domain" in said
        return (["443"] if is_secure else []) + (["80"] if said["port80"] == "true" else [])

    def balancer_in_and_out(self):
        said = self.config.balancer
        inside = self.config.of("network", "vpc", {}).get("cidr") or self.config.of("network", "cidr")
        sources = said.get("from", [ANYWHERE if said["scheme"] == "internet-facing" else inside])
        group = self.empty_group(self.balancer_group())
        group["description"] = "The load balancer"
        group["in"] = {f"tcp {port} from {source}" for port in self.balancer_ports() for source in sources}
        group["out"] = {"icmp 252-86 to 255.255.255.255/32"}
        return group

    def balancers(self):
        said = self.config.balancer
        if said is None:
            return {}
        public = self.own_vpc and said["scheme"] == "internet-facing"
        places = self.own_network.public_subnets() if public else self.subnets()
        if not public and said["scheme"] == "internet-facing":
            places = self.config.of("network", "vpc")["subnets"]["public"]
        hosts = {service.front.host for service in self.config.services if service.front} - {None}
        names = sorted({said["domain"], *hosts}) if "domain" in said else []
        answer = "404 text/plain Not found"
        listeners = {port: f"HTTP {answer}" for port in self.balancer_ports()}
        if "443" in listeners:
            listeners = dict.fromkeys(listeners, "HTTP to HTTPS 443 HTTP_301")
            shown = said.get("certificate", f"issued for {', '.join(names)}")
            listeners["443"] = f"HTTPS {answer} ELBSecurityPolicy-TLS13-1-2-2021-06 {shown}"
        return {
            self.balancer_group(): {
                "scheme": said["scheme"],
                "subnets": sorted(places),
                "attributes": {
                    "access_logs.s3.enabled": said["accessLogs"],
                    "deletion_protection.enabled": said["deletionProtection"],
                    "idle_timeout.timeout_seconds": said["idleTimeout"],
                    "routing.http.desync_mitigation_mode": "defensive",
                    "routing.http.drop_invalid_header_fields.enabled": "true",
                },
                "accessLogs": self.access_logs() if said["accessLogs"] == "true" else None,
                "listeners": listeners,
                "names": names,
                "tags": self.tags,
                "tags of listeners": [self.tags] * len(listeners),
            }
        }

    def access_logs(self):
        return {
            "days": int(self.config.of("logs", "retention")),
            "encryption": "AES256",
            "versioning": "Enabled",
            "ownership": "BucketOwnerEnforced",
            "public": False,
            "writes": f"logdelivery.elasticloadbalancing.amazonaws.com below AWSLogs/{self.place.account}",
            "tags": self.tags,
        }

    def front(self, service):
        front = service.front
        owner = self.platform or self
        return {
            "listener": f"{self.balancer_group()} {owner.balancer_ports()[0]}",
            "priority": str(front.priority),
            "conditions": ([f"host {front.host}"] if front.host else []) + [f"path {one}" for one in front.patterns],
            "vpc": self.vpc,
            "targets": f"ip HTTP {front.port.number}",
            "check": f"{front.check_path} {front.codes}, every 10 s for 5 s, 2 good, 3 bad",
            "deregistration": str(front.delay),
            "container": f"{service.name} {front.port.number}",
            "tags": self.tags,
            "tags of the rule": self.tags,
        }

    def scaling(self, service):
        metrics = {
            "cpuPercent": "ECSServiceAverageCPUUtilization",
            "memoryPercent": "ECSServiceAverageMemoryUtilization",
            "requestsPerTask": "ALBRequestCountPerTarget",
        }
        said = service.scaling
        return {
            "bounds": f"{said['min']} to {said['max']}",
            "targets": sorted(
                f"{metrics[key]} {float(said[key])}" + (f" of {service.name}" if key == "requestsPerTask" else "")
                for key in metrics
                if key in said
            ),
        }

    def alarms(self, service):
        """What fails a deployment: the alarms that the stack makes, in words, and the names of others."""
        said = service.alarms
        here = f"{self.config.cluster}/{service.name}"
        front = f"{service.name} behind {self.balancer_group()}"
        watched = {
            "cpuPercent": f"average of AWS/ECS CPUUtilization of {here}",
            "memoryPercent": f"average of AWS/ECS MemoryUtilization of {here}",
            "http5xxPercent": "100 * FILL("
            f"sum of AWS/ApplicationELB HTTPCode_Target_5XX_Count of {front}, 0) / "
            f"sum of AWS/ApplicationELB RequestCount of {front}",
            "unhealthyHosts": f"average of AWS/ApplicationELB UnHealthyHostCount of {front}",
        }
        topics = ", ".join(sorted(self.fill(topic) for topic in said.get("actions", []))) or "nobody"
        tagged = ", ".join(f"{key}={value}" for key, value in sorted(self.tags.items()))
        made = [
            f"{words} from {float(said[key])} on, 3 times 60 s, without data notBreaching, tells {topics}, {tagged}"
            for key, words in watched.items()
            if key in said
        ]
        return sorted([*made, *said.get("names", [])])

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
            "routing": "MULTIVALUE",
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
        keys = {"requestTimeout": "request", "idleTimeout": "idle"}
        endpoints = {}
        for name, port in self.endpoints(service).items():
            waits = [
                f", {keys[key]} {seconds} s"
                for key, seconds in service.timeouts.items()
                if port.protocol != "tcp" or key == "idleTimeout"
            ]
            host = f"{service.name}.{self.config.namespace}"
            endpoints[name] = f"{self.port_name(port)} as {host}:{port.number}" + "".join(waits)
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
                "providers": ["FARGATE", "FARGATE_SPOT"],
                "insights": self.config.of("cluster", "insights"),
                "tags": self.tags,
            }
        }

    def log_group(self):
        days = int(self.config.of("logs", "retention"))
        return {"days": days, "key": self.config.log_key, "tags": self.tags}

    def keys(self):
        """The key of the log groups, by its description."""
        has_flow_log = self.own_vpc and self.config.of("network", "flowLogs") == "true"
        if self.config.log_key is None or not (self.config.services or has_flow_log):
            return {}
        region, account = self.place.region, self.place.account
        names = [f"/ecs/{self.config.stack}/*"] if self.config.services else []
        names += [f"/vpc/{self.config.stack}"] if has_flow_log else []
        groups = [f"arn:aws:logs:{region}:{account}:log-group:{name}" for name in names]
        statements = [
            {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "kms:*"},
            {
                "Effect": "Allow",
                "Principal": {"Service": f"logs.{region}.amazonaws.com"},
                "Action": [f"kms:{verb}*" for verb in KEY_VERBS],
                "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": groups}},
            },
            {
                "Effect": "Deny",
                "Principal": "*",
                "Action": "kms:CreateGrant",
                "Condition": {
                    "BoolIfExists": {"kms:GrantIsForAWSResource": "false", "aws:PrincipalIsAWSService": "false"}
                },
            },
        ]
        policy = sorted(statement({**entry, "Resource": "*"}) for entry in statements)
        return {self.config.log_key: {"rotation": True, "policy": policy, "tags": self.tags}}

    def roles(self):
        """By what they are for: `execution of a, b` or `task of c`."""
        services = self.config.services
        roles = {}
        plain = [service for service in services if not service.all_secrets]
        if plain:
            roles[self.role("execution", plain)] = self.permissions([EXECUTION_POLICY], [])
        for service in services:
            if service.all_secrets:
                roles[self.role("execution", [service])] = self.permissions([EXECUTION_POLICY], self.reading(service))
        execute = {"Effect": "Allow", "Action": EXEC_ACTIONS, "Resource": "*"}
        for service in services:
            policies = self.fill(service.get("policies", []))
            if policies:
                own = [{"Effect": "Allow", **policy} for policy in policies if isinstance(policy, dict)]
                managed = [policy for policy in policies if isinstance(policy, str)]
                own += [execute] if service.is_on("exec") else []
                roles[self.role("task", [service])] = self.permissions(managed, own)
        alike = [service for service in services if service.is_on("exec") and not service.get("policies")]
        if alike:
            roles[self.role("task", alike)] = self.permissions([], [execute])
        return roles

    @staticmethod
    def role(kind, services):
        return f"{kind} of {', '.join(sorted(service.name for service in services))}"

    def reading(self, service: Service):
        """What ECS reads to start a task: each store's and KMS's part, and in each no more than is named."""
        secrets = service.all_secrets
        asked = {"secretsmanager:GetSecretValue": set(), "ssm:GetParameters": set(), "kms:Decrypt": set()}
        for secret in secrets:
            action = "ssm:GetParameters" if secret.store == "ssm" else "secretsmanager:GetSecretValue"
            asked[action].add(self.fill(secret.arn) + ("" if secret.is_whole else "-??????"))
            if secret.kms_key:
                asked["kms:Decrypt"].add(self.fill(secret.kms_key))
        return [
            {"Effect": "Allow", "Action": action, "Resource": sorted(arns)} for action, arns in asked.items() if arns
        ]

    def permissions(self, managed, statements):
        arn = f"arn:aws:ecs:{self.place.region}:{self.place.account}:*"
        trust = {
            "Effect": "Allow",
            "Principal": {"Service": "ecs-tasks.amazonaws.com"},
            "Action": "sts:AssumeRole",
            "Condition": {
                "StringEquals": {"aws:SourceAccount": self.place.account},
                "ArnLike": {"aws:SourceArn": arn},
            },
        }
        return {
            "trust": [statement(trust)],
            "boundary": self.fill(self.config.tree.get("permissionsBoundary", "")),
            "managed": sorted(managed),
            "statements": sorted(map(statement, statements)),
            "tags": self.tags,
        }

    def task(self, service: Service):
        container = {
            "image": self.fill(self.config.image(service)),
            "essential": True,
            "readonlyRootFilesystem": service.is_on("readonlyRootFilesystem"),
            "ports": sorted(self.mapping(service, port) for port in service.ports),
            "environment": self.environment(service),
            "stopTimeout": service.timing[2],
            **self.container(service, service),
        }
        sidecars = {
            one.name: {
                "image": self.fill(self.config.sidecar_image(one)),
                "essential": one.is_essential,
                "readonlyRootFilesystem": one.is_readonly,
                "ports": [],
                "environment": {key: self.fill(value) for key, value in one.get("environment", {}).items()},
                "stopTimeout": one.get("stopTimeout") and int(one.get("stopTimeout")),
                **self.container(one, service),
            }
            for one in service.sidecars
        }
        return {
            "compatibilities": ["FARGATE"],
            "networkMode": "awsvpc",
            "cpu": service.get("cpu"),
            "memory": service.get("memory"),
            "platform": f"LINUX {service.get('architecture')}",
            "disk": int(service.get("ephemeralStorage", 20)),
            "containers": {service.name: container, **sidecars},
            "tags": self.tags,
        }

    def own_memory(self, service: Service):
        """What its own container may have, which is said for scanners alone."""
        if self.config.tree["scanners"] != "true":
            return 0
        return int(service.get("memory")) - sum(int(one.get("memory", 0)) for one in service.sidecars)

    def container(self, one: Service | Sidecar, service: Service):
        """What a service's own container and its sidecars have alike."""
        is_sidecar = isinstance(one, Sidecar)
        return {
            "cpu": int(one.get("cpu", 0)) if is_sidecar else 0,
            "memory": int(one.get("memory", 0)) if is_sidecar else self.own_memory(service),
            "command": self.fill(one.get("command", [])),
            "entryPoint": self.fill(one.get("entrypoint", [])),
            "user": one.get("user"),
            "secrets": {
                name: self.fill(secret.arn) + (f":{secret.key}::" if secret.key else "")
                for name, secret in one.secrets.items()
            },
            "writable": sorted(one.get("writable", [])),
            "healthCheck": self.health_check(one),
            "dependsOn": one.get("dependsOn", {}),
            "startTimeout": one.get("startTimeout") and int(one.get("startTimeout")) if is_sidecar else None,
            "init": service.is_on("exec"),
            "log": {
                "driver": "awslogs",
                "awslogs-group": f"/ecs/{self.config.stack}/{service.name}",
                "awslogs-region": self.place.region,
                "awslogs-stream-prefix": "ecs",
            },
        }

    def environment(self, service: Service):
        lame_duck, drain, _ = service.timing
        told = {"SERVICE_NAME": service.name, "SERVICE_NAMESPACE": self.config.namespace}
        if service.ports:
            told["PORT"] = str(service.ports[0].number)
        if service.discovered:
            told |= {"SERVICE_LAME_DUCK": str(lame_duck), "SERVICE_DRAIN": str(drain)}
        calls = self.config.calls(service)
        if calls:
            told["SERVICE_CALLS"] = ",".join(call.alias for call in calls)
        for call in calls:
            host = f"{call.callee.name}.{self.config.namespace}"
            told |= {f"{call.variable}_HOST": host, f"{call.variable}_PORT": str(call.port.number)}
            if call.port.protocol == "http":
                told[f"{call.variable}_URL"] = f"http://{host}:{call.port.number}"
        told = {key: value for key, value in told.items() if key not in service.secrets}
        return told | {key: self.fill(value) for key, value in service.get("environment", {}).items()}

    def health_check(self, one: Service | Sidecar):
        check = one.get("healthCheck")
        if check is None:
            return None
        command = self.fill(check["command"])
        return {
            "command": ["CMD-SHELL", command] if isinstance(command, str) else ["CMD", *command],
            "interval": int(check.get("interval", 30)),
            "timeout": int(check.get("timeout", 5)),
            "retries": int(check.get("retries", 3)),
            "startPeriod": int(check.get("startPeriod", 0)),
        }

    def service(self, service: Service):
        capacity, rollout = service.get("capacity"), service.get("deployment")
        base = {"FARGATE": int(capacity.get("base", 0))}
        port = f" {service.ports[0].number}" if "SRV" in service.records else ""
        return {
            "cluster": self.config.cluster,
            "count": service.count,
            "grace": service.front.grace if service.front else None,
            "platform": "LATEST",
            "capacity": sorted(
                f"{provider} weight {weight} base {base.get(provider, 0)}"
                for provider, weight in capacity.items()
                if provider != "base"
            ),
            # ECS moves a task to another zone by starting one more first.
            "rebalancing": "ENABLED" if int(rollout["maxPercent"]) > 100 else "DISABLED",
            "percent": f"{rollout['minPercent']} to {rollout['maxPercent']}",
            "circuitBreaker": "with rollback",
            "exec": service.is_on("exec"),
            "publicAddress": self.config.of("network", "placement") == "public",
            "subnets": sorted(self.subnets()),
            "groups": sorted(self.groups_of(service)),
            "registries": [f"{service.name}{port}"] if service.is_in_dns else [],
            "connect": self.connect(service),
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
            if service.discovered:
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
        outputs = {key: f"{value} as {config.stack}-{key}" for key, value in exported.items()}
        # Whoever joins a platform has its domain from there.
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
