"""Reads the ECS Service Connect configuration of services, and the resources that ECS creates for it."""

from __future__ import annotations


def port_mapping(port):
    """Returns a port mapping in one line, with its name and its Service Connect protocol."""
    words = [f"{port['containerPort']}/{port['protocol']}", port.get("name"), port.get("appProtocol")]
    return " ".join(word for word in words if word)


def _deployed(service):
    """Returns the current deployment of a service. ECS reports Service Connect there."""
    return next(deployment for deployment in service["deployments"] if deployment["status"] == "PRIMARY")


def _endpoint(endpoint):
    alias = endpoint["clientAliases"][0]
    timeouts = endpoint.get("timeout", {})
    keys = {"requestTimeout": "perRequestTimeoutSeconds", "idleTimeout": "idleTimeoutSeconds"}
    return {
        "port": endpoint["portName"],
        "alias": f"{alias['dnsName']}:{alias['port']}",
        **{name: timeouts[key] for name, key in keys.items() if key in timeouts},
    }


class ServiceConnectView:
    """The part of a `StackView` about Service Connect."""

    def __init__(self, view):
        self.view = view

    def configuration(self, service):
        """Returns the configuration of a service, or None if it does not use Service Connect."""
        configuration = _deployed(service).get("serviceConnectConfiguration")
        if not configuration or not configuration["enabled"]:
            return None
        spaces = self.view.account.namespaces
        log = configuration["logConfiguration"]
        return {
            "namespace": next(space["Name"] for space in spaces if space["Arn"] == configuration["namespace"]),
            "endpoints": {each["discoveryName"]: _endpoint(each) for each in configuration.get("services", [])},
            "log": {"driver": log["logDriver"], **log["options"]},
        }

    @staticmethod
    def arns(services):
        """Returns the ARNs of the Cloud Map services that ECS created."""
        deployed = map(_deployed, services.values())
        return sorted(each["discoveryArn"] for entry in deployed for each in entry.get("serviceConnectResources", []))

    def names(self, services):
        """Returns the names of the Cloud Map services that ECS created, each with its namespace."""
        found = {}
        for name in map(self.view.cloud_map_service, self.arns(services)):
            self.view.seen.add(name["Id"])
            spaces = self.view.account.namespaces
            found[name["Name"]] = next(space["Name"] for space in spaces if space["Id"] == name["NamespaceId"])
        return found
