"""Puts this package's parts into moto. Imported after the environment says how moto is to be."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any

from moto.cloudformation import urls
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from emulator import service
from emulator.cloudformation.operation import Operations

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def application() -> Application:
    """moto's server application, which knows this package's CloudFormation instead of its own."""
    urls.url_paths["{0}/$"] = Operations.dispatch
    service.install()
    return _one_at_a_time(DomainDispatcherApplication(create_backend_app))


def _one_at_a_time(served: Application) -> Application:
    """moto's services are not made for threads. CloudFormation's requests, which call them, have to stay outside."""
    lock = threading.Lock()

    def serve(environment: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if "/cloudformation/aws4_request" in environment.get("HTTP_AUTHORIZATION", ""):
            return served(environment, start_response)
        with lock:
            return served(environment, start_response)

    return serve
