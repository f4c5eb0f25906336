"""What services say of ECS Service Connect, and what ECS has made of it."""

from __future__ import annotations


def mapping(port):
    """A port mapping, with its name and what Service Connect sees there."""
    said = [f"{port['containerPort']}/{port['protocol']}", port.get("name"), port.get("appProtocol")]
    return " ".join(word for word in said if word)


def _deployed(service):
    """ECS tells of it at the deployment."""
    return next(one for one in service["deployments"] if one["status"] == "PRIMARY")


def _endpoint(said):
    alias = said["clientAliases"][0]
    timeout = said.get("timeout", {})
    keys = {"perRequestTimeoutSeconds": "request", "idleTimeoutSeconds": "idle"}
    waits = [f", {word} {timeout[key]} s" for key, word in keys.items() if key in timeout]
    return f"{said['portName']} as {alias['dnsName']}:{alias['port']}" + "".join(waits)


class ConnectView:
    """The part of a stack's view that is about Service Connect."""

    def __init__(self, view):
        self.view = view

    def of(self, service):
        """What a service says of it, or None."""
        said = _deployed(service).get("serviceConnectConfiguration")
        if not said or not said["enabled"]:
            return None
        spaces = self.view.account.namespaces
        return {
            "namespace": next(space["Name"] for space in spaces if space["Arn"] == said["namespace"]),
            "endpoints": {one["discoveryName"]: _endpoint(one) for one in said.get("services", [])},
            "log": {"driver": said["logConfiguration"]["logDriver"], **said["logConfiguration"]["options"]},
        }

    @staticmethod
    def arns(services):
        """The Cloud Map services that ECS has made."""
        deployed = map(_deployed, services.values())
        return sorted(one["discoveryArn"] for entry in deployed for one in entry.get("serviceConnectResources", []))

    def endpoints(self, services):
        """Their names, and the namespace of each."""
        found = {}
        for name in map(self.view.named, self.arns(services)):
            self.view.seen.add(name["Id"])
            spaces = self.view.account.namespaces
            found[name["Name"]] = next(space["Name"] for space in spaces if space["Id"] == name["NamespaceId"])
        return found
