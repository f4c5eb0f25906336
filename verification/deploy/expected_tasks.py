"""What ECS has to be told of the tasks of a service, worked out from a config."""

from __future__ import annotations

from language import Service, Sidecar


class ExpectedTasks:
    """A part of what is worked out from a config."""

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
            "cpu": int(service.get("cpu")),
            "memory": int(service.get("memory")),
            "platform": f"LINUX {service.get('architecture')}",
            "ephemeralStorage": int(service.get("ephemeralStorage", 20)),
            "containers": {service.name: container, **sidecars},
            "tags": self.tags,
        }

    def own_memory(self, service: Service):
        """What its own container may have, which is said for scanners alone."""
        if self.config.tree["scannerMetadata"] != "true":
            return 0
        return int(service.get("memory")) - sum(int(one.get("memory", 0)) for one in service.sidecars)

    def container(self, one: Service | Sidecar, service: Service):
        """What a service's own container and its sidecars have alike."""
        is_sidecar = isinstance(one, Sidecar)
        return {
            "cpu": (int(one.get("cpu", 0)) if is_sidecar else 0) or None,
            "memory": (int(one.get("memory", 0)) if is_sidecar else self.own_memory(service)) or None,
            "command": self.fill(one.get("command", [])),
            "entryPoint": self.fill(one.get("entrypoint", [])),
            "user": one.get("user"),
            "secrets": {
                name: self.fill(secret.arn) + (f":{secret.key}::" if secret.key else "")
                for name, secret in one.secrets.items()
            },
            "writablePaths": sorted(one.get("writablePaths", [])),
            "healthCheck": self.health_check(one),
            "dependsOn": one.get("dependsOn", {}),
            "startTimeout": one.get("startTimeout") and int(one.get("startTimeout")) if is_sidecar else None,
            "initProcess": service.is_on("exec"),
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
