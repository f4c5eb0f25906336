"""Reads the load balancer of a stack, the targets behind load balancers, and the scaling of services."""

from __future__ import annotations

import json
import re
from functools import cached_property

from account import tags

# The attributes that templates set, except those about the bucket for access logs.
ATTRIBUTES = [
    "access_logs.s3.enabled",
    "deletion_protection.enabled",
    "idle_timeout.timeout_seconds",
    "routing.http.desync_mitigation_mode",
    "routing.http.drop_invalid_header_fields.enabled",
]


class LoadBalancerView:
    """The part of a `StackView` about load balancers, and about services whose number of tasks scales."""

    def __init__(self, view):
        self.view = view
        self.ask = view.account.ask
        self.of = view.account.of

    @cached_property
    def names(self):
        """The names of all load balancers by ARN. The name is that of the security group."""
        return {
            each["LoadBalancerArn"]: self.view.label(each["SecurityGroups"][0])
            for each in self.of("elbv2", "describe-load-balancers")
            if each.get("SecurityGroups")
        }

    def load_balancers(self):
        found = {}
        for each in self.of("elbv2", "describe-load-balancers"):
            arn = each["LoadBalancerArn"]
            if arn in self.view.before or self.names.get(arn) != f"{self.view.stack}-load-balancer":
                continue
            self.view.seen.add(arn)
            attributes = {e["Key"]: e["Value"] for e in self.of_balancer("describe-load-balancer-attributes", arn)}
            listeners = self.of_balancer("describe-listeners", arn)
            found[self.names[arn]] = {
                "scheme": each["Scheme"],
                "subnets": sorted(self.view.label(zone["SubnetId"]) for zone in each["AvailabilityZones"]),
                "attributes": {key: attributes.get(key) for key in ATTRIBUTES},
                "accessLogs": self.bucket(attributes) if attributes["access_logs.s3.enabled"] == "true" else None,
                "listeners": {
                    each["Port"]: {**self.listener(each), "tags": self.tags(each["ListenerArn"])} for each in listeners
                },
                "dnsNames": self.dns_names(each["DNSName"]),
                "tags": self.tags(arn),
            }
        return found

    def of_balancer(self, command, arn):
        return self.of("elbv2", command, "--load-balancer-arn", arn)

    def tags(self, arn):
        return tags(self.of("elbv2", "describe-tags", "--resource-arns", arn)[0]["Tags"])

    def dns_names(self, target):
        """Returns the names of the Route 53 records that point to this load balancer."""
        found = []
        for zone, record in self.view.account.alias_records:
            if record["AliasTarget"]["DNSName"].rstrip(".") == target:
                self.view.seen.add(f"record {zone} {record['Name']}")
                found.append(record["Name"].rstrip(".").replace("\\052", "*"))
        return sorted(found)

    def listener(self, listener):
        action = listener["DefaultActions"][0]
        if action["Type"] == "redirect":
            to = action["RedirectConfig"]
            return {
                "protocol": listener["Protocol"],
                "default": f"redirect to {to['Protocol']} {to['Port']} with {to['StatusCode']}",
            }
        answer = action.get("FixedResponseConfig", action)
        tls = {}
        if listener["Protocol"] == "HTTPS":
            certificate = self.certificate(listener["Certificates"][0]["CertificateArn"])
            tls = {"tlsPolicy": listener["SslPolicy"], "certificate": certificate}
        return {
            "protocol": listener["Protocol"],
            "default": f"{answer['StatusCode']} {answer['ContentType']} {answer['MessageBody']}",
            **tls,
        }

    def certificate(self, arn):
        """Returns the domain names of a certificate that the stack created, or else the ARN."""
        if arn in self.view.before:
            return arn
        self.view.seen.add(arn)
        certificate = self.ask("acm", "describe-certificate", "--certificate-arn", arn)["Certificate"]
        names = sorted({certificate["DomainName"], *certificate.get("SubjectAlternativeNames", [])})
        return f"{certificate['Status'].lower()} for {', '.join(names)}"

    def bucket(self, attributes):
        """Returns the settings of the bucket for access logs."""
        name = attributes["access_logs.s3.bucket"]
        self.view.seen.add(f"bucket {name}")

        def get(command):
            return self.ask("s3api", command, "--bucket", name)

        encryption = get("get-bucket-encryption")["ServerSideEncryptionConfiguration"]["Rules"][0]
        rule = get("get-bucket-lifecycle-configuration")["Rules"][0]
        policy = json.loads(get("get-bucket-policy")["Policy"])
        allowed = next(entry for entry in policy["Statement"] if entry["Effect"] == "Allow")
        prefix = re.fullmatch(rf"arn:aws:s3:::{name}/(.*)/\*", allowed["Resource"])
        return {
            "expirationDays": rule["Expiration"]["Days"],
            "encryption": encryption["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"],
            "versioning": get("get-bucket-versioning")["Status"],
            "ownership": get("get-bucket-ownership-controls")["OwnershipControls"]["Rules"][0]["ObjectOwnership"],
            "publicAccess": not all(get("get-public-access-block")["PublicAccessBlockConfiguration"].values()),
            "writer": allowed["Principal"]["Service"],
            "prefix": prefix and prefix[1],
            "tags": tags(get("get-bucket-tagging")["TagSet"]),
        }

    # ---- Services ----

    @cached_property
    def rules(self):
        """All listener rules that forward requests, each with its listener, by the ARN of the target group."""
        found = {}
        for arn, name in self.names.items():
            for listener in self.of_balancer("describe-listeners", arn):
                for rule in self.of("elbv2", "describe-rules", "--listener-arn", listener["ListenerArn"]):
                    for action in rule["Actions"]:
                        if "TargetGroupArn" in action:
                            found[action["TargetGroupArn"]] = f"{name} {listener['Port']}", rule
        return found

    def targets(self, described):
        """Returns the listener rule and the target group of each service behind a load balancer."""
        found = {}
        for name, service in described.items():
            for entry in service["loadBalancers"]:
                found[name] = self.load_balancer_target(entry)
        return found

    def load_balancer_target(self, entry):
        arn = entry["targetGroupArn"]
        self.view.seen.add(arn)
        listener, rule = self.rules[arn]
        group = self.of("elbv2", "describe-target-groups", "--target-group-arns", arn)[0]
        attributes = self.of("elbv2", "describe-target-group-attributes", "--target-group-arn", arn)
        delay = {each["Key"]: each["Value"] for each in attributes}["deregistration_delay.timeout_seconds"]
        return {
            "rule": {
                "listener": listener,
                "priority": int(rule["Priority"]),
                "conditions": [words for condition in rule["Conditions"] for words in self.condition(condition)],
                "tags": self.tags(rule["RuleArn"]),
            },
            "vpc": self.view.label(group["VpcId"]),
            "target": f"{group['TargetType']} {group['Protocol']} {group['Port']}",
            "healthCheck": {
                "path": group["HealthCheckPath"],
                "successCodes": group["Matcher"]["HttpCode"],
                "interval": group["HealthCheckIntervalSeconds"],
                "timeout": group["HealthCheckTimeoutSeconds"],
                "healthyCount": group["HealthyThresholdCount"],
                "unhealthyCount": group["UnhealthyThresholdCount"],
            },
            "deregistrationDelay": int(delay),
            "container": f"{entry['containerName']} {entry['containerPort']}",
            "tags": self.tags(arn),
        }

    @staticmethod
    def condition(condition):
        kind = {"host-header": "host", "path-pattern": "path"}[condition["Field"]]
        config = condition.get("HostHeaderConfig") or condition.get("PathPatternConfig") or condition
        return [f"{kind} {value}" for value in config["Values"]]

    def scaling(self, described):
        """Returns the bounds and the targets of each service whose number of tasks scales."""
        found = {}
        for scalable in self.view.account.scalable_targets:
            _, cluster, name = scalable["ResourceId"].split("/")
            if cluster != self.view.cluster_name or name not in described:
                continue
            self.view.seen.add(scalable["ResourceId"])
            resource = ["--service-namespace", "ecs", "--resource-id", scalable["ResourceId"]]
            policies = self.of("application-autoscaling", "describe-scaling-policies", *resource)
            # Application Auto Scaling creates and deletes alarms with its policies.
            self.view.seen |= {alarm["AlarmARN"] for policy in policies for alarm in policy.get("Alarms", [])}
            found[name] = {
                "min": scalable["MinCapacity"],
                "max": scalable["MaxCapacity"],
                "targets": sorted(self.scaling_target(policy, described) for policy in policies),
            }
        return found

    def scaling_target(self, policy, described):
        config = policy["TargetTrackingScalingPolicyConfiguration"]
        metric = config["PredefinedMetricSpecification"]
        words = f"{metric['PredefinedMetricType']} {float(config['TargetValue'])}"
        label = metric.get("ResourceLabel")
        return f"{words} of {self.service_of(label, described)}" if label else words

    def service_of(self, label, described):
        """Returns the service whose load balancer and target group have this resource label, or else the label."""
        for name, service in described.items():
            for entry in service["loadBalancers"]:
                group = entry["targetGroupArn"]
                listener = self.rules[group][0]
                balancers = [arn for arn, known in self.names.items() if listener.startswith(f"{known} ")]
                parts = [arn.partition("loadbalancer/")[2] for arn in balancers]
                if label in [f"{part}/{group.rpartition(':')[2]}" for part in parts]:
                    return name
        return label

    def readable(self, value):
        """Returns an output with a readable name in place of what AWS generated for a load balancer."""
        for each in self.of("elbv2", "describe-load-balancers"):
            name = self.names.get(each["LoadBalancerArn"])
            if value == each["LoadBalancerArn"].partition("loadbalancer/")[2]:
                return f"full name of {name}"
            for listener in self.of_balancer("describe-listeners", each["LoadBalancerArn"]):
                if value == listener["ListenerArn"]:
                    return f"{name} {listener['Port']}"
            value = value.replace(each["DNSName"], str(name))
        return value
