"""Ids of hosted zones, which begin with a letter of their own on AWS."""

from __future__ import annotations

from typing import Any

from moto.route53 import models

_plain = models.create_route53_zone_id


def _as_on_aws(*arguments: Any, **named: Any) -> str:
    return f"Z{_plain(*arguments, **named)}"


models.create_route53_zone_id = _as_on_aws
