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
        group["ingress"] = {f"tcp {port} from {source}" for port in self.balancer_ports() for source in sources}
        group["egress"] = {"icmp 252-86 to 255.255.255.255/32"}
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
        listeners = dict.fromkeys(self.balancer_ports(), {"protocol": "HTTP", "default": answer})
        if "443" in listeners:
            listeners = dict.fromkeys(listeners, {"protocol": "HTTP", "default": "redirect to HTTPS 443 with HTTP_301"})
            shown = said.get("certificate", f"issued for {', '.join(names)}")
            listeners["443"] = {"protocol": "HTTPS", "default": answer, "tlsPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06", "certificate": shown}
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
                "listeners": {int(port): {**each, "tags": self.tags} for port, each in listeners.items()},
                "dnsNames": names,
                "tags": self.tags,
            }
        }

    def access_logs(self):
        return {
            "expirationDays": int(self.config.of("logs", "retention")),
            "encryption": "AES256",
            "versioning": "Enabled",
            "ownership": "BucketOwnerEnforced",
            "publicAccess": False,
            "writer": "logdelivery.elasticloadbalancing.amazonaws.com", "prefix": f"AWSLogs/{self.place.account}",
            "tags": self.tags,
        }

    def front(self, service):
        front = service.front
        owner = self.platform or self
        return {
            "rule": {
            "listener": f"{self.balancer_group()} {owner.balancer_ports()[0]}",
            "priority": int(front.priority),
            "conditions": ([f"host {front.host}"] if front.host else []) + [f"path {one}" for one in front.patterns],
            "tags": self.tags},
            "vpc": self.vpc,
            "target": f"ip HTTP {front.port.number}",
            "healthCheck": {"path": front.check_path, "successCodes": front.codes, "interval": 10, "timeout": 5, "healthyCount": 2, "unhealthyCount": 3},
            "deregistrationDelay": int(front.delay),
            "container": f"{service.name} {front.port.number}",
            "tags": self.tags,
        }

    def scaling(self, service):
        metrics = {
            "cpuPercent": "ECSServiceAverageCPUUtilization",
            "memoryPercent": "ECSServiceAverageMemoryUtilization",
            "requestsPerTask": "ALBRequestCountPerTarget",
        }
        said = service.scaling
        return {
            "min": int(said["min"]), "max": int(said["max"]),
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
        errors = f"sum of AWS/ApplicationELB HTTPCode_Target_5XX_Count of {front}"
        requests = f"sum of AWS/ApplicationELB RequestCount of {front}"
        watched = {
            "cpuPercent": ("CPUUtilization", [f"average of AWS/ECS CPUUtilization of {here}"]),
            "memoryPercent": ("MemoryUtilization", [f"average of AWS/ECS MemoryUtilization of {here}"]),
            "http5xxPercent": ("100 * FILL(HTTPCode_Target_5XX_Count, 0) / RequestCount", [errors, requests]),
            "unhealthyHosts": ("UnHealthyHostCount", [f"average of AWS/ApplicationELB UnHealthyHostCount of {front}"]),
        }
        made = {
            words: {
                "metrics": metrics,
                "threshold": f"GreaterThanOrEqualToThreshold {float(said[key])}",
                "evaluation": "3 of 3 periods of 60 s",
                "missingData": "notBreaching",
                "actions": sorted(self.fill(topic) for topic in said.get("actions", [])),
                "tags": self.tags,
            }
            for key, (words, metrics) in watched.items()
            if key in said
        }
        names = sorted(said.get("names", []))
        return {"rollback": True, "existing": names, "created": made} if made or names else None
