"""Reads what a stack has created, through the AWS CLI, as plain data that a golden can hold."""

from __future__ import annotations

from account import EC2_IDS, Account, is_main, tags
from alarm_view import AlarmView
from aws import AwsCliError
from load_balancer_view import LoadBalancerView
from network_view import NetworkView
from permission_view import PermissionView
from service_connect_view import ServiceConnectView, port_mapping

# The values that ECS uses, and returns, where a container health check does not set them.
HEALTH_CHECK = {"interval": 30, "timeout": 5, "retries": 3, "startPeriod": 0}


class StackView:
    """Finds the resources of a stack by their names and their relations. It does not ask CloudFormation for them.

    `before` and `others` are ids of resources that do not belong to the stack: those that existed earlier, and those of
    other stacks. `placeholders` are readable texts for ids of resources that a test created.
    """

    def __init__(self, account: Account, stack, cluster, before, others=frozenset(), placeholders=None):
        self.account = account
        self.stack = stack
        self.cluster_name = cluster
        self.before = {*before, *others}
        self.placeholders = placeholders or {}
        self.seen: set[str] = set()
        self.of = account.of
        self.load_balancers = LoadBalancerView(self)
        self.permissions = PermissionView(self)
        self.service_connect = ServiceConnectView(self)
        self.labels = {
            entry[key]: tags(entry.get("Tags")).get("Name", entry[key])
            for kind, key in EC2_IDS
            if kind != "network-interfaces"
            for entry in self.of("ec2", f"describe-{kind}")
        }
        named = {vpc for vpc, label in self.labels.items() if vpc.startswith("vpc-") and label == stack}
        self.own_vpcs = named - self.before

    def label(self, identifier):
        """Returns the placeholder, the `Name` tag or else the id of an EC2 resource."""
        return self.placeholders.get(identifier) or self.labels.get(identifier, identifier)

    def own(self, entries, key):
        """Yields the entries in the stack's own VPC. Without one: new entries that are named after the stack."""
        for entry in entries:
            in_own_vpc = entry["VpcId"] in self.own_vpcs
            has_stack_name = not self.own_vpcs and self.label(entry[key]).startswith(f"{self.stack}-")
            if entry[key] not in self.before and (in_own_vpc or has_stack_name):
                self.seen.add(entry[key])
                yield entry

    def state(self):
        """Returns everything that the stack created. Placeholders replace ids; empty values are left out."""
        services = self.described()
        state = {
            **NetworkView(self).state(),
            "securityGroups": self.security_groups(),
            "loadBalancers": self.load_balancers.load_balancers(),
            "loadBalancerTargets": self.load_balancers.targets(services),
            "scaling": self.load_balancers.scaling(services),
            "deploymentAlarms": AlarmView(self, self.load_balancers).alarms(services),
            "namespaces": self.namespaces(),
            "clusters": self.clusters(),
            "cloudMapServices": self.cloud_map_services(),
            "serviceConnectNames": self.service_connect.names(services),
            "kmsKeys": self.permissions.keys(),
            "logGroups": self.log_groups(),
            "roles": self.permissions.roles(services),
            "taskDefinitions": {name: self.task(service) for name, service in services.items()},
            "services": {name: self.service(service) for name, service in services.items()},
            "outputs": self.outputs(),
        }
        return self.readable(state)

    def readable(self, value):
        if isinstance(value, dict):
            entries = {self.readable(key): self.readable(entry) for key, entry in value.items()}
            return {key: entry for key, entry in entries.items() if entry not in (None, {}, [])}
        if isinstance(value, list):
            return [self.readable(entry) for entry in value]
        if isinstance(value, str):
            for identifier, placeholder in self.placeholders.items():
                value = value.replace(identifier, placeholder)
        return value

    def claimed(self):
        """Returns the ids in `state`, and those of resources that AWS creates and deletes with a VPC."""
        return self.seen | {
            entry[key]
            for kind, key in [("security-groups", "GroupId"), ("route-tables", "RouteTableId")]
            for entry in self.of("ec2", f"describe-{kind}")
            if entry["VpcId"] in self.own_vpcs and (entry.get("GroupName") == "default" or is_main(entry))
        }

    # ---- Security groups ----

    def security_groups(self):
        return {
            self.label(group["GroupId"]): {
                "description": group["Description"],
                "vpc": self.label(group["VpcId"]),
                "ingress": self.rules(group["IpPermissions"], "from"),
                "egress": self.rules(group["IpPermissionsEgress"], "to"),
                "tags": tags(group.get("Tags")),
            }
            for group in self.own(self.of("ec2", "describe-security-groups"), "GroupId")
            if group["GroupName"] != "default"
        }

    def rules(self, permissions, preposition):
        found = []
        for rule in permissions:
            low, high = rule.get("FromPort"), rule.get("ToPort")
            ports = f"{low}" if low == high else f"{low}-{high}"
            traffic = "all" if rule["IpProtocol"] == "-1" else f"{rule['IpProtocol']} {ports}"
            peers = [(entry["CidrIp"], entry) for entry in rule["IpRanges"]]
            peers += [(entry["CidrIpv6"], entry) for entry in rule["Ipv6Ranges"]]
            peers += [(entry["PrefixListId"], entry) for entry in rule["PrefixListIds"]]
            peers += [(self.label(entry["GroupId"]), entry) for entry in rule["UserIdGroupPairs"]]
            for peer, entry in peers:
                suffix = "" if entry.get("Description") else " (no description)"
                found.append(f"{traffic} {preposition} {peer}{suffix}")
        return sorted(found)

    # ---- Discovery ----

    def namespaces(self):
        """Returns the namespace of the stack if it is new. Without services: the namespace of the stack's VPC."""
        connected = self.service_connect.arns(self.described())
        used = {self.cloud_map_service(arn)["NamespaceId"] for arn in [*self.registries(), *connected]}
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
        services = self.described().values()
        return sorted({entry["registryArn"] for service in services for entry in service["serviceRegistries"]})

    def cloud_map_service(self, arn):
        """Returns the Cloud Map service of this ARN, with its namespace, which `list-services` leaves out."""
        return self.account.ask("servicediscovery", "get-service", "--id", arn.rpartition("/")[2])["Service"]

    def cloud_map_services(self):
        """Returns the Cloud Map services that services of the stack register with."""
        found = {}
        for name in map(self.cloud_map_service, self.registries()):
            self.seen.add(name["Id"])
            found[name["Name"]] = {
                "namespace": next(s["Name"] for s in self.account.namespaces if s["Id"] == name["NamespaceId"]),
                "records": sorted(f"{record['Type']} {record['TTL']}" for record in name["DnsConfig"]["DnsRecords"]),
                "routingPolicy": name["DnsConfig"]["RoutingPolicy"],
                "failureThreshold": name.get("HealthCheckCustomConfig", {}).get("FailureThreshold"),
                "tags": self.discovery_tags(name["Arn"]),
            }
        return found

    # ---- ECS ----

    def clusters(self):
        found = {}
        for arn in self.account.clusters:
            if arn in self.before or not arn.endswith(f"/{self.cluster_name}"):
                continue
            self.seen.add(arn)
            include = ["--include", "SETTINGS", "TAGS"]
            cluster = self.of("ecs", "describe-clusters", "--clusters", arn, *include)[0]
            settings = {entry["name"]: entry["value"] for entry in cluster["settings"]}
            found[cluster["clusterName"]] = {
                "capacityProviders": sorted(cluster["capacityProviders"]),
                "containerInsights": settings.get("containerInsights"),
                "tags": tags(cluster.get("tags")),
            }
        return found

    def log_groups(self):
        names = [group["logGroupName"] for group in self.of("logs", "describe-log-groups")]
        return {name: self.log_group(name) for name in names if name.startswith(f"/ecs/{self.stack}/")}

    def log_group(self, name):
        group = next(each for each in self.of("logs", "describe-log-groups") if each["logGroupName"] == name)
        self.seen.add(name)
        arn = group["arn"].removesuffix(":*")
        tagged = self.account.ask("logs", "list-tags-for-resource", "--resource-arn", arn)["tags"]
        key = group.get("kmsKeyId") and self.permissions.key(group["kmsKeyId"])["Description"]
        return {"retentionDays": group.get("retentionInDays"), "kmsKey": key, "tags": tags(tagged)}

    def described(self):
        """Returns the services of the cluster by name. ECS describes at most ten services at a time."""
        arns = [a for a in self.of("ecs", "list-services", "--cluster", self.cluster_name) if a not in self.before]
        found = {}
        for first in range(0, len(arns), 10):
            chunk = ["--services", *arns[first : first + 10], "--include", "TAGS"]
            for service in self.of("ecs", "describe-services", "--cluster", self.cluster_name, *chunk):
                found[service["serviceName"]] = service
        return found

    def service(self, service):
        self.seen.add(service["serviceArn"])
        network = service["networkConfiguration"]["awsvpcConfiguration"]
        rollout = service["deploymentConfiguration"]
        breaker = rollout["deploymentCircuitBreaker"]
        return {
            "cluster": service["clusterArn"].rpartition("/")[2],
            "desiredCount": service["desiredCount"],
            "gracePeriod": service.get("healthCheckGracePeriodSeconds"),
            "platformVersion": service["platformVersion"],
            "capacityProviders": sorted(
                f"{entry['capacityProvider']} weight {entry['weight']} base {entry.get('base', 0)}"
                for entry in service["capacityProviderStrategy"]
            ),
            "zoneRebalancing": service.get("availabilityZoneRebalancing"),
            "healthyPercent": f"{rollout['minimumHealthyPercent']} to {rollout['maximumPercent']}",
            "circuitBreaker": {(True, True): "with rollback"}.get((breaker["enable"], breaker["rollback"]), breaker),
            "exec": service.get("enableExecuteCommand", False),
            "publicIp": network["assignPublicIp"] == "ENABLED",
            "subnets": sorted(self.label(subnet) for subnet in network["subnets"]),
            "securityGroups": sorted(self.label(group) for group in network["securityGroups"]),
            "cloudMapServices": [self.registry(entry) for entry in service["serviceRegistries"]],
            "serviceConnect": self.service_connect.configuration(service),
            "propagateTags": service["propagateTags"],
            "tags": tags(service.get("tags")),
        }

    def registry(self, entry):
        return self.cloud_map_service(entry["registryArn"])["Name"] + (f" {entry['port']}" if "port" in entry else "")

    def task_definition(self, arn):
        return self.account.ask("ecs", "describe-task-definition", "--task-definition", arn, "--include", "TAGS")

    def task(self, service):
        answer = self.task_definition(service["taskDefinition"])
        self.seen.add(service["taskDefinition"])
        task = answer["taskDefinition"]
        platform = task.get("runtimePlatform", {})
        system, processor = platform.get("operatingSystemFamily", "LINUX"), platform.get("cpuArchitecture", "X86_64")
        volumes = {volume["name"] for volume in task["volumes"]}
        return {
            "compatibilities": task["requiresCompatibilities"],
            "networkMode": task["networkMode"],
            "cpu": int(task["cpu"]),
            "memory": int(task["memory"]),
            "platform": f"{system} {processor}",
            "ephemeralStorage": task.get("ephemeralStorage", {}).get("sizeInGiB", 20),
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
            "cpu": container.get("cpu") or None,
            "memory": container.get("memory") or None,
            "command": container.get("command"),
            "entryPoint": container.get("entryPoint"),
            "user": container.get("user"),
            "readonlyRootFilesystem": container.get("readonlyRootFilesystem", False),
            "ports": sorted(map(port_mapping, container.get("portMappings", []))),
            "environment": {entry["name"]: entry["value"] for entry in container.get("environment", [])},
            "secrets": {entry["name"]: entry["valueFrom"] for entry in container.get("secrets", [])},
            "writablePaths": sorted(
                mount["containerPath"] for mount in container["mountPoints"] if mount["sourceVolume"] in volumes
            ),
            "healthCheck": check and HEALTH_CHECK | check,
            "dependsOn": {entry["containerName"]: entry["condition"] for entry in container.get("dependsOn", [])},
            "startTimeout": container.get("startTimeout"),
            "stopTimeout": container.get("stopTimeout"),
            "initProcess": container.get("linuxParameters", {}).get("initProcessEnabled", False),
            "log": {"driver": log["logDriver"], **log["options"]},
        }

    # ---- Outputs ----

    def outputs(self):
        """Returns the outputs of the stack with names in place of ids, and the export of each."""
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
            readable = self.load_balancers.readable(namespaces.get(value, self.label(value)))
            found[output["OutputKey"]] = {"value": readable, "export": export if exported else None}
        return found
