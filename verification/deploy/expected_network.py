"""The network that a config must result in, in the form in which `network_view` reads it back."""

from __future__ import annotations

from language import Config
from permission_view import statement

ANYWHERE = "0.0.0.0/0"
GATEWAYS = ("s3", "dynamodb", "s3express")
FLOW_LOG_ACTIONS = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]


class ExpectedNetwork:
    """The VPC of a stack and all that is in it but security groups of services."""

    def __init__(self, config: Config, place, tags):
        self.config = config
        self.place = place
        self.tags = tags
        self.stack = config.stack
        self.cidr = config.of("network", "cidr")
        self.positions = [position for position, _ in config.zones()]
        fronted = config.balancer is not None and config.balancer["scheme"] == "internet-facing"
        self.has_public_subnets = not config.is_private or fronted or config.nat in ("single", "perZone")
        self.has_internet = self.has_public_subnets or config.nat == "regional"
        self.endpoints = sorted(config.endpoints())
        self.interfaces = [service for service in self.endpoints if service not in GATEWAYS]

    def named(self, name):
        return {"Name": name, **self.tags}

    def task_subnets(self):
        """The names of the subnets that tasks run in, by number."""
        kind = "private" if self.config.is_private else "public"
        return {position: f"{self.stack}-{kind}-{position}" for position in self.positions}

    def public_subnets(self):
        """The names of those that a load balancer of the internet stands in."""
        return [f"{self.stack}-public-{position}" for position in self.positions]

    def picture(self):
        stack = self.stack
        vpc = {"cidr": self.cidr, "dnsSupport": True, "dnsHostnames": True, "tags": self.named(stack)}
        gateway = {"vpcs": [stack], "tags": self.named(stack)}
        return {
            "vpcs": {stack: vpc},
            "internetGateways": {stack: gateway} if self.has_internet else {},
            "subnets": self.subnets(),
            "routeTables": self.route_tables(),
            "natGateways": self.nat_gateways(),
            "elasticIps": self.addresses(),
            "vpcEndpoints": {f"{stack}-{service}": self.endpoint(service) for service in self.endpoints},
            "flowLogs": self.flow_logs(),
            "dhcpOptions": self.dhcp_options(),
        }

    @staticmethod
    def nothing():
        """The picture of a stack in a network that is there already."""
        kinds: list = []
        return {kind: {} for kind in [*kinds, "dhcpOptions"]}

    # ---- Subnets and their ways out ----

    def subnets(self):
        kinds = {"public": self.config.public_subnets() if self.has_public_subnets else []}
        kinds["private"] = self.config.private_subnets() if self.config.is_private else []
        return {
            f"{self.stack}-{kind}-{position}": {
                "vpc": self.stack,
                "cidr": part,
                "zone": self.zone(position, zone),
                "tags": self.named(f"{self.stack}-{kind}-{position}"),
            }
            for kind, subnets in kinds.items()
            for position, part, zone in subnets
        }

    def zone(self, position, zone):
        return self.place.zones[zone] if zone else sorted(self.place.zones.values())[position - 1]

    def route_tables(self):
        tables = {}
        if self.has_public_subnets:
            subnets = [f"{self.stack}-public-{position}" for position in self.positions]
            tables[f"{self.stack}-public"] = self.route_table(self.stack, subnets, not self.config.is_private)
        for position in self.positions if self.config.is_private else []:
            name = f"{self.stack}-private-{position}"
            tables[name] = self.route_table(self.nat_gateway_of(position), [name], True)
        return {name: {**table, "tags": self.named(name)} for name, table in tables.items()}

    def route_table(self, target, subnets, has_tasks):
        routes = [f"{self.cidr} to local"]
        if target:
            routes.append(f"{ANYWHERE} to {target}")
        gateways = set(GATEWAYS) & set(self.endpoints if has_tasks else [])
        routes += [f"com.amazonaws.{self.place.region}.{service} to {self.stack}-{service}" for service in gateways]
        return {"vpc": self.stack, "routes": sorted(routes), "subnets": subnets}

    def nat_gateway_of(self, position):
        """The name of the NAT gateway that a private subnet's traffic goes through."""
        first = self.positions[0]
        names = {"none": None, "single": f"nat-{first}", "perZone": f"nat-{position}", "regional": "nat"}
        name = names[self.config.nat]
        return name and f"{self.stack}-{name}"

    def zonal(self):
        """The number of each zone that has a NAT gateway."""
        return {"single": self.positions[:1], "perZone": self.positions}.get(self.config.nat, [])

    def nat_gateways(self):
        if self.config.nat == "regional":
            name = f"{self.stack}-nat"
            return {name: {"mode": "regional", "vpc": self.stack, "tags": self.named(name)}}
        return {
            f"{self.stack}-nat-{position}": {
                "mode": "zonal",
                "vpc": self.stack,
                "subnet": f"{self.stack}-public-{position}",
                "elasticIp": f"{self.stack}-nat-{position}",
                "tags": self.named(f"{self.stack}-nat-{position}"),
            }
            for position in self.zonal()
        }

    def addresses(self):
        names = [f"{self.stack}-nat-{position}" for position in self.zonal()]
        return {name: {"domain": "vpc", "tags": self.named(name)} for name in names}

    # ---- Endpoints ----

    def endpoint(self, service):
        isolated = {
            "vpc": self.stack,
            "service": f"com.amazonaws.{self.place.region}.{service}",
            "tags": self.named(f"{self.stack}-{service}"),
        }
        subnets = sorted(self.task_subnets().values())
        if service in GATEWAYS:
            tables = subnets if self.config.is_private else [f"{self.stack}-public"]
            return {**isolated, "type": "Gateway", "routeTables": tables}
        groups = [f"{self.stack}-endpoints"]
        return {**isolated, "type": "Interface", "privateDns": True, "subnets": subnets, "securityGroups": groups}

    def groups(self):
        """The security group of the interface endpoints."""
        if not self.interfaces:
            return {}
        name = f"{self.stack}-endpoints"
        group = {
            "description": "VPC endpoints",
            "vpc": self.stack,
            "ingress": [f"tcp 443 from {self.cidr}"],
            "egress": ["icmp 252-86 to 255.255.255.255/32"],
            "tags": self.named(name),
        }
        return {name: group}

    # ---- What is logged, and which names are looked for ----

    def flow_logs(self):
        if self.config.of("network", "flowLogs") != "true":
            return {}
        region, account, group = self.place.region, self.place.account, f"/vpc/{self.stack}"
        trust = {
            "Effect": "Allow",
            "Principal": {"Service": "vpc-flow-logs.amazonaws.com"},
            "Action": "sts:AssumeRole",
            "Condition": {
                "StringEquals": {"aws:SourceAccount": account},
                "ArnLike": {"aws:SourceArn": f"arn:aws:ec2:{region}:{account}:vpc-flow-log/*"},
            },
        }
        writes = {
            "Effect": "Allow",
            "Action": FLOW_LOG_ACTIONS,
            "Resource": f"arn:aws:logs:{region}:{account}:log-group:{group}:*",
        }
        return {
            self.stack: {
                "vpc": self.stack,
                "traffic": "ALL",
                "status": "SUCCESS",
                "logGroup": {
                    "name": group,
                    "retentionDays": int(self.config.of("logs", "retention")),
                    "kmsKey": self.config.log_key,
                    "tags": self.tags,
                },
                "role": {
                    "trust": [statement(trust)],
                    "permissionsBoundary": self.config.tree.get("permissionsBoundary"),
                    "managedPolicies": [],
                    "statements": [statement(writes)],
                    "tags": self.tags,
                },
                "tags": self.named(self.stack),
            }
        }

    def dhcp_options(self):
        if self.config.of("namespace", "searchDomain") != "true":
            return {}
        options = {"domain-name": [self.config.namespace], "domain-name-servers": ["AmazonProvidedDNS"]}
        return {self.stack: {"vpcs": [self.stack], "options": options, "tags": self.named(self.stack)}}
