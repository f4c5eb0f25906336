"""Reads the CloudWatch alarms that roll back deployments of a stack's services."""

from __future__ import annotations

import re

from account import tags


class AlarmView:
    """The part of a `StackView` about deployment alarms."""

    def __init__(self, view, load_balancers):
        self.view = view
        self.load_balancers = load_balancers
        self.of = view.account.of

    def alarms(self, described):
        """Returns the alarms of each service that has some: those of the stack by metric, existing ones by name."""
        found = {}
        for name, service in described.items():
            configured = service["deploymentConfiguration"].get("alarms") or {}
            alarms = {alarm: self.own_alarm(alarm) for alarm in configured.get("alarmNames") or []}
            if alarms:
                own = (self.described(alarm, described) for alarm in alarms.values() if alarm)
                found[name] = {
                    "rollback": configured["enable"] and configured["rollback"],
                    "existing": sorted(name for name, alarm in alarms.items() if alarm is None),
                    "created": dict(own),
                }
        return found

    def own_alarm(self, name):
        """Returns the alarm of this name if the stack created it, or else None."""
        alarm = next((each for each in self.of("cloudwatch", "describe-alarms") if each["AlarmName"] == name), None)
        return None if alarm is None or alarm["AlarmArn"] in self.view.before else alarm

    def described(self, alarm, services):
        """Returns a metric or an expression, and the alarm that watches it."""
        self.view.seen.add(alarm["AlarmArn"])
        title, metrics = self.watched(alarm, services)
        periods = {part["MetricStat"]["Period"] for part in alarm.get("Metrics", []) if "MetricStat" in part}
        period = alarm.get("Period") or " or ".join(map(str, periods))
        evaluated = alarm["EvaluationPeriods"]
        return title, {
            "metrics": metrics,
            "threshold": f"{alarm['ComparisonOperator']} {float(alarm['Threshold'])}",
            "evaluation": f"{alarm.get('DatapointsToAlarm', evaluated)} of {evaluated} periods of {period} s",
            "missingData": alarm.get("TreatMissingData"),
            "actions": sorted(alarm["AlarmActions"]) if alarm["ActionsEnabled"] else "disabled",
            "tags": tags(self.of("cloudwatch", "list-tags-for-resource", "--resource-arn", alarm["AlarmArn"])),
        }

    def watched(self, alarm, services):
        """Returns a title, and the metrics in words. An expression has the names of its metrics filled in."""
        parts = alarm.get("Metrics") or []
        if not parts:
            return alarm["MetricName"], [self.metric(alarm, alarm["Statistic"], services)]
        known = {part["Id"]: part["MetricStat"] for part in parts if "MetricStat" in part}
        names = {identifier: stat["Metric"]["MetricName"] for identifier, stat in known.items()}
        expression = next(part["Expression"] for part in parts if part.get("ReturnData", True))
        title = re.sub(r"\b[a-z]\w*\b", lambda match: names.get(match[0], match[0]), expression)
        return title, sorted(self.metric(stat["Metric"], stat["Stat"], services) for stat in known.values())

    def metric(self, metric, statistic, services):
        dimensions = {entry["Name"]: entry["Value"] for entry in metric["Dimensions"]}
        source = {
            ("ClusterName", "ServiceName"): lambda: f"{dimensions['ClusterName']}/{dimensions['ServiceName']}",
            ("LoadBalancer", "TargetGroup"): lambda: self.target_group(dimensions, services),
        }.get(tuple(sorted(dimensions)), lambda: str(dimensions))
        return f"{statistic.lower()} of {metric['Namespace']} {metric['MetricName']} of {source()}"

    def target_group(self, dimensions, services):
        """Returns the service that the target group belongs to, and the load balancer in front of it."""
        service = self.load_balancers.service_of(f"{dimensions['LoadBalancer']}/{dimensions['TargetGroup']}", services)
        names = [
            name
            for arn, name in self.load_balancers.names.items()
            if arn.partition("loadbalancer/")[2] == dimensions["LoadBalancer"]
        ]
        return f"{service} behind {', '.join(names)}"
