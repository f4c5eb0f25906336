"""Puts this package's parts into moto. Imported after the environment says how moto is to be."""

from __future__ import annotations

from typing import Any

from moto.cloudformation import urls
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from emulator import service
from emulator.cloudformation.operation import Operations


def application() -> Any:
    """moto's server application, which knows this package's CloudFormation instead of its own."""
    urls.url_paths["{0}/$"] = Operations.dispatch
    service.install()
    return DomainDispatcherApplication(create_backend_app)
