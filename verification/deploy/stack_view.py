"""What one stack has made, read back through the AWS CLI in the form in which `expectation` says what is due."""

from __future__ import annotations

import json

from account import Account, is_main, tags
from alarm_view import AlarmView
from aws import AwsCliError
from balancing_view import BalancingView
from connect_view import ConnectView, mapping
from expected_network import statement
from network_view import NetworkView

# What ECS takes where a health check says nothing, and tells when it is asked.
HEALTH_CHECK = {"interval": 30, "timeout": 5, "retries": 3, "startPeriod": 0}


class StackView:
    """Finds the parts of a stack by their names and by how they hang together, without asking CloudFormation for them.

    Whatever existed before, or is another stack's, by the ids that are given, is none of it.
    """

    def __init__(self, account: Account, stack, cluster, before, others=frozenset()):
        self.account = account
        self.stack = stack
        self.cluster_name = cluster
        self.before = {*before, *others}
        self.seen: set[str] = set()
        self.of = account.of
        self.balancing = BalancingView(self)
        self.connected = ConnectView(self)
        self.labels = {
            entry[key]: tags(entry.get("Tags")).get("Name", entry[key])
            for kind, key in [
                ("vpcs", "VpcId"),
                ("subnets", "SubnetId"),
                ("internet-gateways", "InternetGatewayId"),
                ("route-tables", "RouteTableId"),
                ("security-groups", "GroupId"),
                ("nat-gateways", "NatGatewayId"),
                ("addresses", "AllocationId"),
                ("vpc-endpoints", "VpcEndpointId"),
                ("flow-logs", "FlowLogId"),
                ("dhcp-options", "DhcpOptionsId"),
            ]
            for entry in self.of("ec2", f"describe-{kind}")
        }
        named = {vpc for vpc, label in self.labels.items() if vpc.startswith("vpc-") and label == stack}
        self.own_vpcs = named - self.before

    def label(self, identifier):
        return self.labels.get(identifier, identifier)

    def mine(self, entries, key):
        """Those of the entries that are in the stack's own VPC, or else those that are new and named like the stack."""
        for entry in entries:
            in_own_vpc = entry["VpcId"] in self.own_vpcs
            named_alike = not self.own_vpcs and self.label(entry[key]).startswith(f"{self.stack}-")
            if entry[key] not in self.before and (in_own_vpc or named_alike):
                self.seen.add(entry[key])
                yield entry

    def picture(self):
        services = self.services()
        return {
            **NetworkView(self).picture(),
            "groups": self.groups(),
            "balancers": self.balancing.balancers(),
            "fronts": self.balancing.fronts(self.described()),
            "scaling": self.balancing.scaling(self.described()),
            "alarms": AlarmView(self, self.balancing).alarms(self.described()),
            "namespace": self.namespace(),
            "cluster": self.cluster(),
            "names": self.names(),
            "endpoints": self.connected.endpoints(self.described()),
            "keys": self.keys(),
            "logs": self.logs(),
            "roles": self.roles(),
            "tasks": {name: self.task(service) for name, service in self.described().items()},
            "services": services,
            "outputs": self.outputs(),
        }

    def claimed(self):
        """The ids of what is in the picture, and of what AWS makes with every VPC and deletes with it."""
        return self.seen | {
            entry[key]
            for kind, key in [("security-groups", "GroupId"), ("route-tables", "RouteTableId")]
            for entry in self.of("ec2", f"describe-{kind}")
            if entry["VpcId"] in self.own_vpcs and (entry.get("GroupName") == "default" or is_main(entry))
        }

    # ---- Security groups ----

    def groups(self):
        return {
            self.label(group["GroupId"]): {
                "description": group["Description"],
                "vpc": self.label(group["VpcId"]),
                "in": self.rules(group["IpPermissions"], "from"),
                "out": self.rules(group["IpPermissionsEgress"], "to"),
                "tags": tags(group.get("Tags")),
            }
            for group in self.mine(self.of("ec2", "describe-security-groups"), "GroupId")
            if group["GroupName"] != "default"
        }

    def rules(self, permissions, preposition):
        found = []
        for rule in permissions:
            low, high = rule.get("FromPort"), rule.get("ToPort")
            ports = f"{low}" if low == high else f"{low}-{high}"
            what = "all" if rule["IpProtocol"] == "-1" else f"{rule['IpProtocol']} {ports}"
            peers = [(entry["CidrIp"], entry) for entry in rule["IpRanges"]]
            peers += [(entry["CidrIpv6"], entry) for entry in rule["Ipv6Ranges"]]
            peers += [(entry["PrefixListId"], entry) for entry in rule["PrefixListIds"]]
            peers += [(self.label(entry["GroupId"]), entry) for entry in rule["UserIdGroupPairs"]]
            for peer, entry in peers:
                found.append(f"{what} {preposition} {peer}" + ("" if entry.get("Description") else ", undescribed"))
        return sorted(found)

    # ---- Discovery ----

    def namespace(self):
        """Returns the stack's namespace if it is new; for a stack without services, the namespace of its VPC."""
        endpoints = self.connected.arns(self.described())
        used = {self.named(arn)["NamespaceId"] for arn in [*self.registries(), *endpoints]}
        found = {}
        for space in self.account.namespaces:
            if space["Id"] in self.before or (used and space["Id"] not in used):
                continue
            properties = space["Properties"]["DnsProperties"]
            zone = self.account.ask("route53", "get-hosted-zone", "--id", properties["HostedZoneId"])
            if not used and not self.own_vpcs & {vpc["VPCId"] for vpc in zone.get("VPCs", [])}:
                continue
            self.seen |= {space["Id"], zone["HostedZone"]["Id"]}
            found[space["Name"]] = {
                "type": space["Type"],
                "vpcs": [self.label(vpc["VPCId"]) for vpc in zone.get("VPCs", [])],
                "negativeTtl": properties["SOA"]["TTL"],
                "tags": self.discovery_tags(space["Arn"]),
            }
        return found

    def discovery_tags(self, arn):
        return tags(self.of("servicediscovery", "list-tags-for-resource", "--resource-arn", arn))

    def registries(self):
        return sorted({entry["registryArn"] for one in self.described().values() for entry in one["serviceRegistries"]})

    def named(self, arn):
        """The Cloud Map service of this ARN; the list of them does not say the namespace."""
        return self.account.ask("servicediscovery", "get-service", "--id", arn.rpartition("/")[2])["Service"]

    def names(self):
        """The names that services of the stack are registered under."""
        found = {}
        for name in map(self.named, self.registries()):
            self.seen.add(name["Id"])
            found[name["Name"]] = {
                "namespace": next(s["Name"] for s in self.account.namespaces if s["Id"] == name["NamespaceId"]),
                "records": sorted(f"{record['Type']} {record['TTL']}" for record in name["DnsConfig"]["DnsRecords"]),
                "routing": name["DnsConfig"]["RoutingPolicy"],
                "failureThreshold": name.get("HealthCheckCustomConfig", {}).get("FailureThreshold"),
                "tags": self.discovery_tags(name["Arn"]),
            }
        return found

    # ---- What runs ----

    def cluster(self):
        found = {}
        for arn in self.account.clusters:
            if arn in self.before or not arn.endswith(f"/{self.cluster_name}"):
                continue
            self.seen.add(arn)
            include = ["--include", "SETTINGS", "TAGS"]
            cluster = self.of("ecs", "describe-clusters", "--clusters", arn, *include)[0]
            settings = {entry["name"]: entry["value"] for entry in cluster["settings"]}
            found[cluster["clusterName"]] = {
                "providers": sorted(cluster["capacityProviders"]),
                "insights": settings.get("containerInsights"),
                "tags": tags(cluster.get("tags")),
            }
        return found

    def logs(self):
        names = [group["logGroupName"] for group in self.of("logs", "describe-log-groups")]
        return {name: self.log_group(name) for name in names if name.startswith(f"/ecs/{self.stack}/")}

    def log_group(self, name):
        group = next(one for one in self.of("logs", "describe-log-groups") if one["logGroupName"] == name)
        self.seen.add(name)
        arn = group["arn"].removesuffix(":*")
        tagged = self.account.ask("logs", "list-tags-for-resource", "--resource-arn", arn)["tags"]
        key = group.get("kmsKeyId") and self.key(group["kmsKeyId"])["Description"]
        return {"days": group.get("retentionInDays"), "key": key, "tags": tags(tagged)}

    def key(self, identifier):
        return self.account.ask("kms", "describe-key", "--key-id", identifier)["KeyMetadata"]

    def keys(self):
        """The KMS keys that are new and described as the stack's."""
        found = {}
        for identifier in (entry["KeyId"] for entry in self.of("kms", "list-keys")):
            description = self.key(identifier)["Description"]
            if identifier in self.before or not description.endswith(f" {self.stack}"):
                continue
            self.seen.add(identifier)
            policy = self.account.ask("kms", "get-key-policy", "--key-id", identifier, "--policy-name", "default")
            statements = json.loads(policy["Policy"])["Statement"]
            found[description] = {
                "rotation": self.account.ask("kms", "get-key-rotation-status", "--key-id", identifier)[
                    "KeyRotationEnabled"
                ],
                "policy": sorted(statement({k: v for k, v in entry.items() if k != "Sid"}) for entry in statements),
                "tags": {
                    entry["TagKey"]: entry["TagValue"]
                    for entry in self.of("kms", "list-resource-tags", "--key-id", identifier)
                    if not entry["TagKey"].startswith("aws:")
                },
            }
        return found

    def described(self):
        """The services of the cluster by name, as ECS describes them; it takes ten at a time."""
        arns = [a for a in self.of("ecs", "list-services", "--cluster", self.cluster_name) if a not in self.before]
        found = {}
        for first in range(0, len(arns), 10):
            some = ["--services", *arns[first : first + 10], "--include", "TAGS"]
            for service in self.of("ecs", "describe-services", "--cluster", self.cluster_name, *some):
                found[service["serviceName"]] = service
        return found

    def services(self):
        return {name: self.service(service) for name, service in self.described().items()}

    def service(self, service):
        self.seen.add(service["serviceArn"])
        network = service["networkConfiguration"]["awsvpcConfiguration"]
        rollout = service["deploymentConfiguration"]
        breaker = rollout["deploymentCircuitBreaker"]
        return {
            "cluster": service["clusterArn"].rpartition("/")[2],
            "count": service["desiredCount"],
            "grace": service.get("healthCheckGracePeriodSeconds"),
            "platform": service["platformVersion"],
            "capacity": sorted(
                f"{entry['capacityProvider']} weight {entry['weight']} base {entry.get('base', 0)}"
                for entry in service["capacityProviderStrategy"]
            ),
            "rebalancing": service.get("availabilityZoneRebalancing"),
            "percent": f"{rollout['minimumHealthyPercent']} to {rollout['maximumPercent']}",
            "circuitBreaker": {(True, True): "with rollback"}.get((breaker["enable"], breaker["rollback"]), breaker),
            "exec": service.get("enableExecuteCommand", False),
            "publicAddress": network["assignPublicIp"] == "ENABLED",
            "subnets": sorted(self.label(subnet) for subnet in network["subnets"]),
            "groups": sorted(self.label(group) for group in network["securityGroups"]),
            "registries": [self.registry(entry) for entry in service["serviceRegistries"]],
            "connect": self.connected.of(service),
            "propagateTags": service["propagateTags"],
            "tags": tags(service.get("tags")),
        }

    def registry(self, entry):
        return self.named(entry["registryArn"])["Name"] + (f" {entry['port']}" if "port" in entry else "")

    def definition(self, arn):
        return self.account.ask("ecs", "describe-task-definition", "--task-definition", arn, "--include", "TAGS")

    def task(self, service):
        answer = self.definition(service["taskDefinition"])
        self.seen.add(service["taskDefinition"])
        task = answer["taskDefinition"]
        platform = task.get("runtimePlatform", {})
        system, processor = platform.get("operatingSystemFamily", "LINUX"), platform.get("cpuArchitecture", "X86_64")
        volumes = {volume["name"] for volume in task["volumes"]}
        return {
            "compatibilities": task["requiresCompatibilities"],
            "networkMode": task["networkMode"],
            "cpu": task["cpu"],
            "memory": task["memory"],
            "platform": f"{system} {processor}",
            "disk": task.get("ephemeralStorage", {}).get("sizeInGiB", 20),
            "containers": {c["name"]: self.container(c, volumes) for c in task["containerDefinitions"]},
            "tags": tags(answer.get("tags")),
        }

    @staticmethod
    def container(container, volumes):
        check = container.get("healthCheck")
        log = container["logConfiguration"]
        return {
            "image": container["image"],
            "essential": container["essential"],
            "cpu": container.get("cpu", 0),
            "memory": container.get("memory", 0),
            "command": container.get("command", []),
            "entryPoint": container.get("entryPoint", []),
            "user": container.get("user"),
            "readonlyRootFilesystem": container.get("readonlyRootFilesystem", False),
            "ports": sorted(map(mapping, container.get("portMappings", []))),
            "environment": {entry["name"]: entry["value"] for entry in container.get("environment", [])},
            "secrets": {entry["name"]: entry["valueFrom"] for entry in container.get("secrets", [])},
            "writable": sorted(
                mount["containerPath"] for mount in container["mountPoints"] if mount["sourceVolume"] in volumes
            ),
            "healthCheck": check and HEALTH_CHECK | check,
            "dependsOn": {one["containerName"]: one["condition"] for one in container.get("dependsOn", [])},
            "startTimeout": container.get("startTimeout"),
            "stopTimeout": container.get("stopTimeout"),
            "init": container.get("linuxParameters", {}).get("initProcessEnabled", False),
            "log": {"driver": log["logDriver"], **log["options"]},
        }

    # ---- Roles ----

    def roles(self):
        """The roles that tasks of the stack have, by what they are for."""
        used: dict[tuple[str, str], list[str]] = {}
        for name, service in self.described().items():
            task = self.definition(service["taskDefinition"])["taskDefinition"]
            for kind in ("execution", "task"):
                arn = task.get(f"{kind}RoleArn")
                if arn:
                    used.setdefault((kind, arn), []).append(name)
        return {f"{kind} of {', '.join(sorted(names))}": self.role(arn) for (kind, arn), names in used.items()}

    def role(self, arn):
        self.seen.add(arn)
        name = arn.rpartition("/")[2]
        role = self.account.ask("iam", "get-role", "--role-name", name)["Role"]
        statements = []
        for policy in self.of("iam", "list-role-policies", "--role-name", name):
            answer = self.account.ask("iam", "get-role-policy", "--role-name", name, "--policy-name", policy)
            statements += answer["PolicyDocument"]["Statement"]
        attached = self.of("iam", "list-attached-role-policies", "--role-name", name)
        return {
            "trust": [statement(entry) for entry in role["AssumeRolePolicyDocument"]["Statement"]],
            "boundary": role.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn", ""),
            "managed": sorted(policy["PolicyArn"] for policy in attached),
            "statements": sorted(map(statement, statements)),
            "tags": tags(self.of("iam", "list-role-tags", "--role-name", name)),
        }

    # ---- What other stacks and people read ----

    def outputs(self):
        """The stack's outputs with ids put into words, and the export of each."""
        try:
            stack = self.of("cloudformation", "describe-stacks", "--stack-name", self.stack)[0]
        except AwsCliError:
            return {}
        self.seen.add(stack["StackId"])
        exports = {entry["Name"]: entry["Value"] for entry in self.of("cloudformation", "list-exports")}
        namespaces = {space["Id"]: space["Name"] for space in self.account.namespaces}
        found = {}
        for output in stack.get("Outputs", []):
            value = output["OutputValue"]
            export = f"{self.stack}-{output['OutputKey']}"
            exported = exports.get(export) == value
            if exported:
                self.seen.add(f"export {export}")
            worded = self.balancing.worded(namespaces.get(value, self.label(value)))
            found[output["OutputKey"]] = worded + (f" as {export}" if exported else "")
        return found
