"""Alarms that roll a deployment back: made, changed, taken away, and those that are there left as they are."""

from __future__ import annotations

import pytest

from aws import elsewhere

EXAMPLE = "behind-a-load-balancer"
TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms"


@pytest.fixture
def latency(aws):
    """An alarm that a user has already."""
    here = elsewhere(aws, "eu-west-1")
    metric = ["--namespace", "shop", "--metric-name", "latency", "--statistic", "Average", "--period", "60"]
    when = ["--evaluation-periods", "1", "--threshold", "1", "--comparison-operator", "GreaterThanThreshold"]
    here.ask("cloudwatch", "put-metric-alarm", "--alarm-name", "latency", *metric, *when)
    yield "latency"
    left = here.ask("cloudwatch", "describe-alarms", "--alarm-names", "latency")["MetricAlarms"]
    assert [alarm["AlarmName"] for alarm in left] == ["latency"], "it was not the stack's"
    here.ask("cloudwatch", "delete-alarms", "--alarm-names", "latency")


def test_alarms_come_change_and_go_without_touching_anything_else(deployment, latency):
    shop = deployment(EXAMPLE)
    shop.render()
    shop.deploy()
    shop.is_as_configured()

    shop.settings += [
        "services.web.deployment.alarms={cpuPercent: 90, http5xxPercent: 5, unhealthyHosts: 1}",
        f"services.search.deployment.alarms={{memoryPercent: 80, names: [{latency}], actions: ['{TOPIC}']}}",
    ]
    shop.render()
    made = {"WebCpuAlarm", "WebHttp5xxAlarm", "WebUnhealthyHostsAlarm", "SearchMemoryAlarm"}
    services = {("Modify", "WebService"), ("Modify", "SearchService")}
    assert shop.changes() == {("Add", alarm) for alarm in made} | services
    shop.deploy()
    shop.is_as_configured()

    # Another threshold is the alarm's alone; nothing is deployed for it.
    shop.settings += ["services.web.deployment.alarms.cpuPercent=95"]
    shop.render()
    assert shop.changes() == {("Modify", "WebCpuAlarm")}
    shop.deploy()
    shop.is_as_configured()

    shop.settings = []
    shop.render()
    assert shop.changes() == {("Remove", alarm) for alarm in made} | services
    shop.deploy()
    shop.is_as_configured()
    shop.delete()
    shop.has_left_nothing()


def test_finds_an_alarm_that_is_another_than_it_should_be(deployment):
    shop = deployment(EXAMPLE, settings=["services.web.deployment.alarms={http5xxPercent: 5}"])
    file = shop.render().file
    template = file.read_text(encoding="utf-8")
    for right, wrong in [("FILL(some, 0) / all", "FILL(all, 0) / some"), ("Threshold: 5", "Threshold: 50")]:
        assert template.count(right) == 1
        template = template.replace(right, wrong)
    file.write_text(template, encoding="utf-8")
    shop.deploy()

    missing, wrong = shop.differences()
    assert missing.startswith(
        "missing: alarms.web: 100 * FILL(sum of AWS/ApplicationELB HTTPCode_Target_5XX_Count of web"
    )
    assert wrong.startswith("too much: alarms.web: 100 * FILL(sum of AWS/ApplicationELB RequestCount of web")
    assert " from 50.0 on" in wrong
