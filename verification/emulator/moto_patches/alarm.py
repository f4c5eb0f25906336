"""CloudWatch alarms. moto accepts alarms that cannot be evaluated, and SNS topics of other Regions.

Source: the CloudWatch API reference, PutMetricAlarm.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from moto.cloudwatch.models import CloudWatchBackend

from emulator.moto_patches.method_hooks import RequestError, before

_DAY = 86_400
_MAX_ACTIONS = 5
# Functions of metric math are in upper case. Ids begin with a lower-case letter.
_ID = re.compile(r"\b[a-z][A-Za-z0-9_]*\b")


def _invalid(message: str) -> RequestError:
    return RequestError("ValidationError", message)


@before(CloudWatchBackend, "put_metric_alarm")
def _check_alarm(backend: CloudWatchBackend, arguments: SimpleNamespace) -> None:
    queries = [_query_facts(query) for query in arguments.metric_data_queries or []]
    if bool(queries) == bool(arguments.metric_name):
        raise _invalid("Exactly one element of the metrics list or a metric name must be specified.")
    _check_queries(queries)
    periods = [query["period"] for query in queries if query["period"]] or [arguments.period]
    for period in periods:
        if not period or (int(period) not in (10, 20, 30) and int(period) % 60):
            raise _invalid("Period must be 10, 20, 30 or a multiple of 60")
        if int(period) * int(arguments.evaluation_periods) > _DAY:
            raise _invalid(
                "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)."
            )
    if arguments.datapoints_to_alarm and int(arguments.datapoints_to_alarm) > int(arguments.evaluation_periods):
        raise _invalid("DatapointsToAlarm must be less than or equal to EvaluationPeriods")
    for actions in (arguments.alarm_actions, arguments.ok_actions, arguments.insufficient_data_actions):
        _check_actions(backend.region_name, actions or [])


def _query_facts(query: Any) -> dict[str, Any]:
    stat = query.metric_stat
    return {
        "id": query.id,
        "expression": query.expression,
        "period": stat.period if stat else query.period,
        "returned": str(query.return_data).lower() != "false",
    }


def _check_queries(queries: list[dict[str, Any]]) -> None:
    ids = {query["id"] for query in queries}
    if len(ids) != len(queries):
        raise _invalid("The values for parameter id in the metrics list are not unique.")
    if queries and sum(query["returned"] for query in queries) != 1:
        raise _invalid("Exactly one element of the metrics list should return data.")
    for query in queries:
        unknown = set(_ID.findall(query["expression"] or "")) - ids
        if unknown:
            raise _invalid(f"Error in expression '{query['id']}': undefined variable '{min(unknown)}'")


def _check_actions(region: str, actions: list[str]) -> None:
    if len(actions) > _MAX_ACTIONS:
        raise _invalid("Member must have length less than or equal to 5")
    for action in actions:
        parts = action.split(":")
        if len(parts) < 6 or parts[0] != "arn":
            raise _invalid(f"Invalid arn syntax: {action}")
        if parts[2] == "sns" and parts[3] != region:
            raise _invalid(f"Invalid region {parts[3]} specified. Only {region} is supported.")
