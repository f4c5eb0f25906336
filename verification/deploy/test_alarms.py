"""Adds, changes and removes the alarms that roll back a deployment. Existing alarms stay unchanged."""

from __future__ import annotations

import pytest

from aws import elsewhere

EXAMPLE = "behind-a-load-balancer"
TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms"
WITHOUT_ALARMS = "behind-a-load-balancer.yaml"
WITH_ALARMS = "behind-a-load-balancer.with-alarms.yaml"
ALARMS = [
    "services.web.deployment.alarms={cpuPercent: 90, http5xxPercent: 5, unhealthyHosts: 1}",
    f"services.search.deployment.alarms={{memoryPercent: 80, names: [latency], actions: ['{TOPIC}']}}",
]


@pytest.fixture
def latency_alarm(aws):
    """Creates the alarm `latency`, which does not belong to the stack."""
    here = elsewhere(aws, "eu-west-1")
    metric = ["--namespace", "shop", "--metric-name", "latency", "--statistic", "Average", "--period", "60"]
    when = ["--evaluation-periods", "1", "--threshold", "1", "--comparison-operator", "GreaterThanThreshold"]
    here.ask("cloudwatch", "put-metric-alarm", "--alarm-name", "latency", *metric, *when)
    yield
    left = here.ask("cloudwatch", "describe-alarms", "--alarm-names", "latency")["MetricAlarms"]
    assert [alarm["AlarmName"] for alarm in left] == ["latency"], "the alarm does not belong to the stack"
    here.ask("cloudwatch", "delete-alarms", "--alarm-names", "latency")


@pytest.mark.usefixtures("latency_alarm")
def test_alarms_are_added_changed_and_removed_without_other_changes(deployment):
    shop = deployment(EXAMPLE)
    shop.render()
    shop.deploy()
    shop.matches_golden(WITHOUT_ALARMS)

    shop.settings += ALARMS
    shop.render()
    alarms = {"WebCpuAlarm", "WebHttp5xxAlarm", "WebUnhealthyHostsAlarm", "SearchMemoryAlarm"}
    services = {("Modify", "WebService"), ("Modify", "SearchService")}
    assert shop.changes() == {("Add", alarm) for alarm in alarms} | services
    shop.deploy()
    shop.matches_golden(WITH_ALARMS)

    # A new threshold changes the alarm only. Nothing is deployed.
    shop.settings += ["services.web.deployment.alarms.cpuPercent=95"]
    shop.render()
    assert shop.changes() == {("Modify", "WebCpuAlarm")}
    shop.deploy()
    shop.matches_golden("behind-a-load-balancer.with-higher-cpu-threshold.yaml")

    shop.settings = []
    shop.render()
    assert shop.changes() == {("Remove", alarm) for alarm in alarms} | services
    shop.deploy()
    shop.matches_golden(WITHOUT_ALARMS)
    shop.delete()
    shop.leaves_nothing()


@pytest.mark.usefixtures("latency_alarm")
def test_a_wrong_alarm_is_reported(deployment):
    shop = deployment(EXAMPLE, settings=ALARMS)
    file = shop.render().file
    template = file.read_text(encoding="utf-8")
    for right, wrong in [("FILL(some, 0) / all", "FILL(all, 0) / some"), ("Threshold: 5\n", "Threshold: 50\n")]:
        assert template.count(right) == 1
        template = template.replace(right, wrong)
    file.write_text(template, encoding="utf-8")
    shop.deploy()

    missing, unexpected = shop.differences(WITH_ALARMS)
    place = "deploymentAlarms.web.created.100 * FILL"
    assert missing.startswith(f"missing: {place}(HTTPCode_Target_5XX_Count, 0) / RequestCount: ")
    assert unexpected.startswith(f"unexpected: {place}(RequestCount, 0) / HTTPCode_Target_5XX_Count: ")
    assert "GreaterThanOrEqualToThreshold 50.0" in unexpected
