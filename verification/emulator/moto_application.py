"""Creates moto's server application with this package's parts.

Import it after the environment variables of moto are set.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any

from moto.cloudformation import urls
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from emulator import moto_patches
from emulator.cloudformation.operation import Operations

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def application() -> Application:
    """Returns moto's server application, with this package's CloudFormation and patches."""
    urls.url_paths["{0}/$"] = Operations.dispatch
    moto_patches.install()
    return _serialized(DomainDispatcherApplication(create_backend_app))


def _serialized(application_function: Application) -> Application:
    """Serializes requests, because moto's services are not thread-safe.

    Requests to CloudFormation are not serialized, because they send requests to the other services.
    """
    lock = threading.Lock()

    def serve(environment: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if "/cloudformation/aws4_request" in environment.get("HTTP_AUTHORIZATION", ""):
            return application_function(environment, start_response)
        with lock:
            return application_function(environment, start_response)

    return serve
