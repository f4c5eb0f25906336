"""Tests which alarms CloudWatch rejects, and alarms of deployments."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import ref, resource, service, system, template

SIMPLE = {
    "Namespace": "AWS/ECS",
    "MetricName": "CPUUtilization",
    "Dimensions": [{"Name": "ClusterName", "Value": "web"}, {"Name": "ServiceName", "Value": "web"}],
    "Statistic": "Average",
    "Period": 60,
    "EvaluationPeriods": 3,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
    "Threshold": 90,
    "TreatMissingData": "notBreaching",
}


def _part(identifier: str, **changed: Any) -> dict[str, Any]:
    metric = {"Namespace": "AWS/ApplicationELB", "MetricName": identifier}
    stat = {"Metric": metric, "Stat": "Sum", "Period": 60}
    return {"Id": identifier, "ReturnData": False, "MetricStat": stat, **changed}


def _math(expression: str, *parts: dict[str, Any]) -> dict[str, Any]:
    plain = {key: SIMPLE[key] for key in ("EvaluationPeriods", "ComparisonOperator", "Threshold")}
    return {**plain, "Metrics": [{"Id": "percent", "Expression": expression}, *parts]}


def alarm(**changed: Any) -> dict[str, Any]:
    """Returns a valid alarm, with changes."""
    return resource("CloudWatch::Alarm", {**SIMPLE, **changed})


REJECTED: dict[str, tuple[dict[str, Any], str]] = {
    "an invalid period": ({**SIMPLE, "Period": 90}, "Period must be 10, 20, 30 or a multiple of 60"),
    "a range of more than a day": ({**SIMPLE, "Period": 3600, "EvaluationPeriods": 25}, "across more than a day"),
    "more datapoints than periods": ({**SIMPLE, "DatapointsToAlarm": 4}, "less than or equal to EvaluationPeriods"),
    "an unknown treatment of missing data": ({**SIMPLE, "TreatMissingData": "fine"}, "fine is not a valid enum value"),
    "six actions": (
        {**SIMPLE, "AlarmActions": [f"arn:aws:sns:ap-northeast-1:123456789012:t{n}" for n in range(6)]},
        "less than or equal to 5",
    ),
    "a topic in another Region": (
        {**SIMPLE, "AlarmActions": ["arn:aws:sns:eu-west-1:123456789012:topic"]},
        "Invalid region eu-west-1 specified. Only ap-northeast-1 is supported.",
    ),
    "an action without an ARN": ({**SIMPLE, "AlarmActions": ["topic"]}, "Invalid arn syntax"),
    "an undefined metric": (_math("100 * some / all", _part("some")), "undefined variable 'all'"),
    "two queries that return data": (_math("some", _part("some", ReturnData=True)), "should return data"),
    "a duplicate id": (_math("some", _part("some"), _part("some")), "not unique"),
    "no metric": (_math("some") | {"Metrics": []}, "Exactly one element"),
}


@pytest.mark.parametrize("case", REJECTED)
def test_rejects_alarm_that_cannot_be_evaluated(cloud: Cloud, name: str, case: str) -> None:
    properties, message = REJECTED[case]
    assert cloud.create(name, template({"Alarm": resource("CloudWatch::Alarm", properties)})) == "ROLLBACK_COMPLETE"
    assert message in cloud.reasons(name)["Alarm"]


def test_deployment_uses_alarms(cloud: Cloud, name: str) -> None:
    watched = {"AlarmNames": [ref("Alarm"), ref("Percent"), "existing"], "Enable": True, "Rollback": True}
    percent = _math("100 * FILL(some, 0) / all", _part("some"), _part("all"))
    parts = {"Alarm": alarm(), "Percent": resource("CloudWatch::Alarm", percent)}
    web = service("web", DeploymentConfiguration={"Alarms": watched})
    assert cloud.create(name, template(system(name, Service=web, **parts))) == "CREATE_COMPLETE"
    ids = cloud.physical_ids(name)
    described = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]["deploymentConfiguration"]
    assert described["alarms"] == {
        "alarmNames": [ids["Alarm"], ids["Percent"], "existing"],
        "enable": True,
        "rollback": True,
    }
    metrics = cloud.cloudwatch.describe_alarms(AlarmNames=[ids["Percent"]])["MetricAlarms"][0]["Metrics"]
    assert [metric["Id"] for metric in metrics] == ["percent", "some", "all"]

    # Another threshold updates the alarm. A removed alarm is first removed from the service.
    watched["AlarmNames"] = [ref("Alarm")]
    changed = template(system(name, Service=web, Alarm=alarm(Threshold=80)))
    assert cloud.changes(name, changed) == {
        "Alarm": ("Modify", "False"),
        "Percent": ("Remove", ""),
        "Service": ("Modify", "False"),
    }
    assert cloud.update(name, changed) == "UPDATE_COMPLETE"
    assert cloud.physical_ids(name)["Alarm"] == ids["Alarm"]
    events = cloud.events(name)
    assert events.index(("Service", "UPDATE_COMPLETE")) < events.index(("Percent", "DELETE_COMPLETE"))
    plain = service("web", DeploymentConfiguration={"MaximumPercent": 200})
    assert cloud.update(name, template(system(name, Service=plain))) == "UPDATE_COMPLETE"
    described = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]["deploymentConfiguration"]
    assert not described.get("alarms", {}).get("alarmNames")
    assert not cloud.cloudwatch.describe_alarms(AlarmNames=[ids["Alarm"]])["MetricAlarms"]
