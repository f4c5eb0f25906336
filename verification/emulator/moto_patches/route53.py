"""Route 53. Ids of hosted zones begin with a Z, as on AWS."""

from __future__ import annotations

from typing import Any

from moto.route53 import models

_plain = models.create_route53_zone_id


def _zone_id(*arguments: Any, **named: Any) -> str:
    return f"Z{_plain(*arguments, **named)}"


models.create_route53_zone_id = _zone_id
