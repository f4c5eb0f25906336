"""What stands between a load balancer and the tasks of one stack, read back as `stack_view` reads the rest."""

from __future__ import annotations

import json
import re
from functools import cached_property

from account import tags


class BalancingView:
    """The part of a `StackView` that is about load balancers, and about what makes the number of tasks move."""

    def __init__(self, view):
        self.view = view
        self.ask = view.account.ask
        self.of = view.account.of

    @cached_property
    def names(self):
        """All load balancers by their ARNs, named as their groups are."""
        return {
            one["LoadBalancerArn"]: self.view.label(one["SecurityGroups"][0])
            for one in self.of("elbv2", "describe-load-balancers")
            if one.get("SecurityGroups")
        }

    def balancers(self):
        found = {}
        for one in self.of("elbv2", "describe-load-balancers"):
            arn = one["LoadBalancerArn"]
            if arn in self.view.before or self.names.get(arn) != f"{self.view.stack}-load-balancer":
                continue
            self.view.seen.add(arn)
            attributes = {e["Key"]: e["Value"] for e in self.of_balancer("describe-load-balancer-attributes", arn)}
            names = self.records(one["DNSName"])
            found[self.names[arn]] = {
                "scheme": one["Scheme"],
                "subnets": sorted(self.view.label(place["SubnetId"]) for place in one["AvailabilityZones"]),
                "attributes": {key: attributes.get(key) for key in WRITTEN},
                "accessLogs": self.bucket(attributes) if attributes["access_logs.s3.enabled"] == "true" else None,
                "listeners": {
                    str(each["Port"]): self.listener(each) for each in self.of_balancer("describe-listeners", arn)
                },
                "names": names,
                "tags": self.tags(arn),
                "tags of listeners": [
                    self.tags(each["ListenerArn"]) for each in self.of_balancer("describe-listeners", arn)
                ],
            }
        return found

    def of_balancer(self, command, arn):
        return self.of("elbv2", command, "--load-balancer-arn", arn)

    def tags(self, arn):
        return tags(self.of("elbv2", "describe-tags", "--resource-arns", arn)[0]["Tags"])

    def records(self, target):
        """The names that lead there."""
        found = []
        for zone, record in self.view.account.records:
            if record["AliasTarget"]["DNSName"].rstrip(".") == target:
                self.view.seen.add(f"record {zone} {record['Name']}")
                found.append(record["Name"].rstrip(".").replace("\\052", "*"))
        return sorted(found)

    def listener(self, listener):
        action = listener["DefaultActions"][0]
        if action["Type"] == "redirect":
            to = action["RedirectConfig"]
            return f"{listener['Protocol']} to {to['Protocol']} {to['Port']} {to['StatusCode']}"
        answer = action.get("FixedResponseConfig", action)
        said = f"{listener['Protocol']} {answer['StatusCode']} {answer['ContentType']} {answer['MessageBody']}"
        if listener["Protocol"] == "HTTPS":
            shown = self.certificate(listener["Certificates"][0]["CertificateArn"])
            said += f" {listener['SslPolicy']} {shown}"
        return said

    def certificate(self, arn):
        """One that is the stack's by the names that it is for, another by its ARN."""
        if arn in self.view.before:
            return arn
        self.view.seen.add(arn)
        told = self.ask("acm", "describe-certificate", "--certificate-arn", arn)["Certificate"]
        names = sorted({told["DomainName"], *told.get("SubjectAlternativeNames", [])})
        return f"{told['Status'].lower()} for {', '.join(names)}"

    def bucket(self, attributes):
        """What there is of the bucket that requests are written down in."""
        name = attributes["access_logs.s3.bucket"]
        self.view.seen.add(f"bucket {name}")

        def told(command):
            return self.ask("s3api", command, "--bucket", name)

        encryption = told("get-bucket-encryption")["ServerSideEncryptionConfiguration"]["Rules"][0]
        rule = told("get-bucket-lifecycle-configuration")["Rules"][0]
        policy = json.loads(told("get-bucket-policy")["Policy"])
        allowed = next(one for one in policy["Statement"] if one["Effect"] == "Allow")
        below = re.fullmatch(rf"arn:aws:s3:::{name}/(.*)/\*", allowed["Resource"])
        return {
            "days": rule["Expiration"]["Days"],
            "encryption": encryption["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"],
            "versioning": told("get-bucket-versioning")["Status"],
            "ownership": told("get-bucket-ownership-controls")["OwnershipControls"]["Rules"][0]["ObjectOwnership"],
            "public": not all(told("get-public-access-block")["PublicAccessBlockConfiguration"].values()),
            "writes": f"{allowed['Principal']['Service']} below {below and below[1]}",
            "tags": tags(told("get-bucket-tagging")["TagSet"]),
        }

    # ---- Services ----

    @cached_property
    def rules(self):
        """Every rule with the listener that it is of, by the target group that it sends to."""
        found = {}
        for arn, name in self.names.items():
            for listener in self.of_balancer("describe-listeners", arn):
                for rule in self.of("elbv2", "describe-rules", "--listener-arn", listener["ListenerArn"]):
                    for action in rule["Actions"]:
                        if "TargetGroupArn" in action:
                            found[action["TargetGroupArn"]] = f"{name} {listener['Port']}", rule
        return found

    def fronts(self, described):
        found = {}
        for name, service in described.items():
            for entry in service["loadBalancers"]:
                found[name] = self.front(entry)
        return found

    def front(self, entry):
        arn = entry["targetGroupArn"]
        self.view.seen.add(arn)
        listener, rule = self.rules[arn]
        group = self.of("elbv2", "describe-target-groups", "--target-group-arns", arn)[0]
        attributes = self.of("elbv2", "describe-target-group-attributes", "--target-group-arn", arn)
        delay = {each["Key"]: each["Value"] for each in attributes}["deregistration_delay.timeout_seconds"]
        times = f"every {group['HealthCheckIntervalSeconds']} s for {group['HealthCheckTimeoutSeconds']} s"
        counts = f"{group['HealthyThresholdCount']} good, {group['UnhealthyThresholdCount']} bad"
        return {
            "listener": listener,
            "priority": rule["Priority"],
            "conditions": [words for condition in rule["Conditions"] for words in self.condition(condition)],
            "vpc": self.view.label(group["VpcId"]),
            "targets": f"{group['TargetType']} {group['Protocol']} {group['Port']}",
            "check": f"{group['HealthCheckPath']} {group['Matcher']['HttpCode']}, {times}, {counts}",
            "deregistration": delay,
            "container": f"{entry['containerName']} {entry['containerPort']}",
            "tags": self.tags(arn),
            "tags of the rule": self.tags(rule["RuleArn"]),
        }

    @staticmethod
    def condition(condition):
        kind = {"host-header": "host", "path-pattern": "path"}[condition["Field"]]
        config = condition.get("HostHeaderConfig") or condition.get("PathPatternConfig") or condition
        return [f"{kind} {value}" for value in config["Values"]]

    def scaling(self, described):
        found = {}
        for target in self.view.account.scalable_targets:
            _, cluster, name = target["ResourceId"].split("/")
            if cluster != self.view.cluster_name or name not in described:
                continue
            self.view.seen.add(target["ResourceId"])
            where = ["--service-namespace", "ecs", "--resource-id", target["ResourceId"]]
            policies = self.of("application-autoscaling", "describe-scaling-policies", *where)
            # Auto Scaling has alarms of its own, which come and go with its policies.
            self.view.seen |= {alarm["AlarmARN"] for policy in policies for alarm in policy.get("Alarms", [])}
            found[name] = {
                "bounds": f"{target['MinCapacity']} to {target['MaxCapacity']}",
                "targets": sorted(self.target(policy, described) for policy in policies),
            }
        return found

    def target(self, policy, described):
        config = policy["TargetTrackingScalingPolicyConfiguration"]
        metric = config["PredefinedMetricSpecification"]
        words = f"{metric['PredefinedMetricType']} {float(config['TargetValue'])}"
        label = metric.get("ResourceLabel")
        return f"{words} of {self.labelled(label, described)}" if label else words

    def labelled(self, label, described):
        """The service of which requests are counted, where the label is of its load balancer and its target group."""
        for name, service in described.items():
            for entry in service["loadBalancers"]:
                group = entry["targetGroupArn"]
                listener = self.rules[group][0]
                balancers = [arn for arn, known in self.names.items() if listener.startswith(f"{known} ")]
                parts = [arn.partition("loadbalancer/")[2] for arn in balancers]
                if label in [f"{part}/{group.rpartition(':')[2]}" for part in parts]:
                    return name
        return label

    def worded(self, value):
        """An output with what AWS made up for a load balancer put into words."""
        for one in self.of("elbv2", "describe-load-balancers"):
            name = self.names.get(one["LoadBalancerArn"])
            if value == one["LoadBalancerArn"].partition("loadbalancer/")[2]:
                return f"full name of {name}"
            for listener in self.of_balancer("describe-listeners", one["LoadBalancerArn"]):
                if value == listener["ListenerArn"]:
                    return f"{name} {listener['Port']}"
            value = value.replace(one["DNSName"], str(name))
        return value


# What templates say of a load balancer, beside where it writes to.
WRITTEN = [
    "access_logs.s3.enabled",
    "deletion_protection.enabled",
    "idle_timeout.timeout_seconds",
    "routing.http.desync_mitigation_mode",
    "routing.http.drop_invalid_header_fields.enabled",
]
