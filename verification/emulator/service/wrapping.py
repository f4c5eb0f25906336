"""Puts functions in front of, around and after methods of moto's backends."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from moto.core.exceptions import JsonRESTError, ServiceException


class RefusalError(ServiceException):
    """What a service refuses, where moto takes exceptions of this kind for it."""


class JsonRefusalError(JsonRESTError):
    """The same for services whose responses moto has not brought up to date."""


def replace(owner: type, method: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Puts a function in place of a method; it gets the method, the backend, and the arguments by name."""

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
    """Puts a check in front of a method: a function of the backend and the arguments by name, which raises."""

    def decorate(check: Callable[..., Any]) -> Callable[..., Any]:
        @replace(owner, method)
        def checked(original: Callable[..., Any], backend: Any, arguments: SimpleNamespace) -> Any:
            check(backend, arguments)
            return original(**vars(arguments))

        return check

    return decorate


def after(owner: type, method: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Lets a function follow a method: it gets the backend, the arguments by name, and the answer."""

    def decorate(follow: Callable[..., Any]) -> Callable[..., Any]:
        @replace(owner, method)
        def followed(original: Callable[..., Any], backend: Any, arguments: SimpleNamespace) -> Any:
            answer = original(**vars(arguments))
            follow(backend, arguments, answer)
            return answer

        return follow

    return decorate
