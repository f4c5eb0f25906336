"""Replaces methods of moto's classes, or adds code before or after them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from moto.core.exceptions import JsonRESTError, ServiceException


class RequestError(ServiceException):
    """An error response, for services of moto that use ServiceException."""


class JsonRequestError(JsonRESTError):
    """An error response, for services of moto that still use JsonRESTError."""


def replace(owner: type, method: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replaces a method. The function receives the original method, the backend, and the arguments by name."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        original = getattr(owner, method)
        signature = inspect.signature(original)

        @functools.wraps(original)
        def replaced(self: Any, *args: Any, **kwargs: Any) -> Any:
            bound = signature.bind(self, *args, **kwargs)
            bound.apply_defaults()
            arguments = dict(bound.arguments)
            del arguments[next(iter(arguments))]
            for name, parameter in signature.parameters.items():
                if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                    arguments.update(arguments.pop(name))
            return function(functools.partial(original, self), self, SimpleNamespace(**arguments))

        setattr(owner, method, replaced)
        return function

    return decorate


def before(owner: type, method: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds a check before a method. The function receives the backend and the arguments by name, and may raise."""

    def decorate(check: Callable[..., Any]) -> Callable[..., Any]:
        @replace(owner, method)
        def checked(original: Callable[..., Any], backend: Any, arguments: SimpleNamespace) -> Any:
            check(backend, arguments)
            return original(**vars(arguments))

        return check

    return decorate


def after(owner: type, method: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds a function after a method. It receives the backend, the arguments by name, and the result."""

    def decorate(follow: Callable[..., Any]) -> Callable[..., Any]:
        @replace(owner, method)
        def followed(original: Callable[..., Any], backend: Any, arguments: SimpleNamespace) -> Any:
            answer = original(**vars(arguments))
            follow(backend, arguments, answer)
            return answer

        return follow

    return decorate
