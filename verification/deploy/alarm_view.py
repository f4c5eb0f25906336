"""What fails a deployment of a stack's services, read back as `stack_view` reads the rest."""

from __future__ import annotations

import re

from account import tags


class AlarmView:
    """The part of a `StackView` that is about the alarms which services name."""

    def __init__(self, view, balancing):
        self.view = view
        self.balancing = balancing
        self.of = view.account.of

    def alarms(self, described):
        """Of each service that names alarms: those that are the stack's in words, others by their names."""
        found = {}
        for name, service in described.items():
            said = service["deploymentConfiguration"].get("alarms") or {}
            names = said.get("alarmNames") or []
            if names:
                does = "" if said["enable"] and said["rollback"] else ", which rolls nothing back"
                found[name] = sorted(self.words(alarm, described) + does for alarm in names)
        return found

    def words(self, name, described):
        alarm = next((one for one in self.of("cloudwatch", "describe-alarms") if one["AlarmName"] == name), None)
        if alarm is None or alarm["AlarmArn"] in self.view.before:
            return name
        self.view.seen.add(alarm["AlarmArn"])
        periods = {part["MetricStat"]["Period"] for part in alarm.get("Metrics", []) if "MetricStat" in part}
        period = alarm.get("Period") or " or ".join(map(str, periods))
        operator = {"GreaterThanOrEqualToThreshold": ""}.get(alarm["ComparisonOperator"], alarm["ComparisonOperator"])
        points = alarm.get("DatapointsToAlarm", alarm["EvaluationPeriods"])
        times = alarm["EvaluationPeriods"] if points == alarm["EvaluationPeriods"] else f"{points} of those"
        topics = ", ".join(sorted(alarm["AlarmActions"])) if alarm["ActionsEnabled"] else "disabled"
        tagged = tags(self.of("cloudwatch", "list-tags-for-resource", "--resource-arn", alarm["AlarmArn"]))
        threshold = float(alarm["Threshold"])
        return (
            f"{self.watched(alarm, described)} from {operator}{threshold} on, {times} times {period} s, "
            f"without data {alarm.get('TreatMissingData')}, tells {topics or 'nobody'}, "
            + ", ".join(f"{key}={value}" for key, value in sorted(tagged.items()))
        )

    def watched(self, alarm, described):
        """The metric, or the formula with the metrics in it."""
        parts = alarm.get("Metrics") or []
        if not parts:
            return self.metric(alarm, alarm["Statistic"], described)
        known = {
            part["Id"]: self.metric(part["MetricStat"]["Metric"], part["MetricStat"]["Stat"], described)
            for part in parts
            if "MetricStat" in part
        }
        formula = next(part["Expression"] for part in parts if part.get("ReturnData", True))
        return re.sub(r"\b[a-z]\w*\b", lambda found: known.get(found[0], found[0]), formula)

    def metric(self, metric, statistic, described):
        of = {entry["Name"]: entry["Value"] for entry in metric["Dimensions"]}
        where = {
            ("ClusterName", "ServiceName"): lambda: f"{of['ClusterName']}/{of['ServiceName']}",
            ("LoadBalancer", "TargetGroup"): lambda: self.behind(of, described),
        }.get(tuple(sorted(of)), lambda: str(of))
        return f"{statistic.lower()} of {metric['Namespace']} {metric['MetricName']} of {where()}"

    def behind(self, of, described):
        """The service whose targets are counted, and the load balancer that counts them."""
        service = self.balancing.labelled(f"{of['LoadBalancer']}/{of['TargetGroup']}", described)
        names = [
            name
            for arn, name in self.balancing.names.items()
            if arn.partition("loadbalancer/")[2] == of["LoadBalancer"]
        ]
        return f"{service} behind {', '.join(names)}"
