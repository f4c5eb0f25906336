"""What a stack has to make for those who come from outside: the load balancer, and what services have for it."""

from __future__ import annotations

from expected_network import ANYWHERE


class ExpectedBalancing:
    """A part of what is worked out from a config."""

    def balancer_group(self):
        return self.platform.balancer_group() if self.platform else f"{self.config.stack}-load-balancer"

    def balancer_ports(self):
        """What it listens at, the one that leads to services first."""
        said = self.config.balancer
        is_secure = "certificate" in said or "domain" in said
        return (["443"] if is_secure else []) + (["80"] if said["httpListener"] == "true" else [])

    def balancer_in_and_out(self):
        said = self.config.balancer
        inside = self.config.of("network", "vpc", {}).get("cidr") or self.config.of("network", "cidr")
        sources = said.get("ingress", [ANYWHERE if said["scheme"] == "internet-facing" else inside])
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
        listeners = dict.fromkeys(self.balancer_ports(), f"HTTP {answer}")
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
