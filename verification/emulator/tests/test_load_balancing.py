"""Tests requests that Elastic Load Balancing, ACM, Route 53 and Application Auto Scaling reject."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import ref, resource, service, system, template
from emulator.tests.test_production import LOAD_BALANCERS, LOAD_BALANCING, NETWORK, SCALING


def _changed(part: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {**part, "Properties": {**part["Properties"], **properties}}


def _reason(cloud: Cloud, name: str, at: str, **parts: Any) -> str:
    """Returns the reason why the creation of a stack with these resources fails."""
    body = template(system(name, **{**NETWORK, **LOAD_BALANCING, **parts}))
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    return str(cloud.reasons(name)[at])


def _attributes(**values: str) -> list[dict[str, str]]:
    return [{"Key": key.replace("__", "."), "Value": value} for key, value in values.items()]


def test_rejects_load_balancer_in_one_zone(cloud: Cloud, name: str) -> None:
    alone = _changed(LOAD_BALANCING["Balancer"], Subnets=[ref("Public")])
    assert "two different Availability Zones" in _reason(cloud, name, "Balancer", Balancer=alone)


def test_rejects_public_load_balancer_without_internet_gateway(cloud: Cloud, name: str) -> None:
    early = {key: value for key, value in LOAD_BALANCING["Balancer"].items() if key != "DependsOn"}
    parts = system(name, **NETWORK, **{**LOAD_BALANCING, "Balancer": early})
    without = ("Attachment", "Address", "Nat", "Route")
    body = template({key: value for key, value in parts.items() if key not in without})
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    assert "has no internet gateway" in cloud.reasons(name)["Balancer"]


def test_rejects_access_logs_without_bucket_policy(cloud: Cloud, name: str) -> None:
    logging = _changed(
        LOAD_BALANCING["Balancer"],
        LoadBalancerAttributes=[
            {"Key": "access_logs.s3.enabled", "Value": "true"},
            {"Key": "access_logs.s3.bucket", "Value": ref("Logs")},
        ],
    )
    reason = _reason(cloud, name, "Balancer", Balancer=logging, Logs=resource("S3::Bucket"))
    assert "Please check S3bucket permission" in reason


@pytest.mark.parametrize("operation", ["detach_internet_gateway", "delete_subnet", "delete_security_group"])
def test_keeps_resources_that_a_load_balancer_uses(cloud: Cloud, name: str, operation: str) -> None:
    parts = {**NETWORK, **LOAD_BALANCING}
    alone = ("Vpc", "Gateway", "Attachment", "Public", "Other", "BalancerGroup", "Balancer")
    assert cloud.create(name, template({key: parts[key] for key in alone})) == "CREATE_COMPLETE"
    ids = cloud.physical_ids(name)
    parameters = {
        "detach_internet_gateway": {"InternetGatewayId": ids["Gateway"], "VpcId": ids["Vpc"]},
        "delete_subnet": {"SubnetId": ids["Other"]},
        "delete_security_group": {"GroupId": ids["BalancerGroup"]},
    }
    with pytest.raises(cloud.ec2.exceptions.ClientError, match=r"mapped public|has dependencies|dependent object"):
        getattr(cloud.ec2, operation)(**parameters[operation])
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_keeps_protected_load_balancer(cloud: Cloud, name: str) -> None:
    safe = _changed(LOAD_BALANCING["Balancer"], LoadBalancerAttributes=_attributes(deletion_protection__enabled="true"))
    body = template(system(name, **NETWORK, **{**LOAD_BALANCING, "Balancer": safe}))
    assert cloud.create(name, body) == "CREATE_COMPLETE"
    assert cloud.delete(name) == "DELETE_FAILED"
    assert "deletion protection is enabled" in cloud.reasons(name)["Balancer"]
    arn = cloud.physical_ids(name)["Balancer"]
    open_ = _attributes(deletion_protection__enabled="false")
    cloud.elbv2.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=open_)
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_rejects_https_with_unknown_certificate(cloud: Cloud, name: str) -> None:
    arn = f"arn:aws:acm:{cloud.region}:123456789012:certificate/of-nobody"
    secure = _changed(LOAD_BALANCING["Listener"], Protocol="HTTPS", Port=443, Certificates=[{"CertificateArn": arn}])
    assert f"Certificate ARN '{arn}' is not valid" in _reason(cloud, name, "Listener", Listener=secure)


@pytest.mark.parametrize(
    ("domain", "reason"),
    [("shop.example.com", "No hosted zone found"), ("shop.example.org", "is not permitted in zone example.com")],
)
def test_rejects_certificate_that_cannot_be_validated(cloud: Cloud, name: str, domain: str, reason: str) -> None:
    zone = "ZNOWHERE"
    if domain.endswith("org"):
        hosted_zone = cloud.route53.create_hosted_zone(Name="example.com", CallerReference=name)
        zone = hosted_zone["HostedZone"]["Id"].rpartition("/")[2]
    option = {"DomainName": domain, "HostedZoneId": zone}
    certificate = resource(
        "CertificateManager::Certificate",
        {"DomainName": domain, "ValidationMethod": "DNS", "DomainValidationOptions": [option]},
    )
    assert cloud.create(name, template({"Certificate": certificate})) == "ROLLBACK_COMPLETE"
    assert reason in cloud.reasons(name)["Certificate"]


def test_rejects_certificate_without_hosted_zone(cloud: Cloud, name: str) -> None:
    certificate = resource("CertificateManager::Certificate", {"DomainName": "shop.example.com"})
    assert cloud.create(name, template({"Certificate": certificate})) == "ROLLBACK_COMPLETE"
    assert "does not find the validation record" in cloud.reasons(name)["Certificate"]


def test_rejects_rule_with_too_many_values(cloud: Cloud, name: str) -> None:
    conditions = [
        {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/a", "/b", "/c"]}},
        {"Field": "host-header", "HostHeaderConfig": {"Values": ["a.example.com", "b.example.com", "c.example.com"]}},
    ]
    reason = _reason(cloud, name, "Rule", Rule=_changed(LOAD_BALANCING["Rule"], Conditions=conditions))
    assert "'5' condition values" in reason


def test_rejects_duplicate_priority(cloud: Cloud, name: str) -> None:
    other = {**LOAD_BALANCING["Rule"], "DependsOn": "Rule"}
    body = template(system(name, **NETWORK, **LOAD_BALANCING, Second=other))
    assert cloud.create(name, body) == "ROLLBACK_COMPLETE"
    assert "priority" in cloud.reasons(name)["Second"].lower()


def test_moves_task_count_into_bounds(cloud: Cloud, name: str) -> None:
    web = service("web")
    del web["Properties"]["DesiredCount"]
    assert cloud.create(name, template(system(name, **SCALING, Service=web))) == "CREATE_COMPLETE"
    described = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]
    assert described["desiredCount"] == 2


def test_rejects_minimum_above_maximum(cloud: Cloud, name: str) -> None:
    wrong = _changed(SCALING["Target"], MinCapacity=5)
    assert cloud.create(name, template(system(name, **{**SCALING, "Target": wrong}))) == "ROLLBACK_COMPLETE"
    assert "cannot be less than minimum" in cloud.reasons(name)["Target"]


def test_rejects_request_count_without_target_group(cloud: Cloud, name: str) -> None:
    policy = SCALING["Policy"]["Properties"]["TargetTrackingScalingPolicyConfiguration"]
    metric = {"PredefinedMetricSpecification": {"PredefinedMetricType": "ALBRequestCountPerTarget"}}
    wrong = _changed(SCALING["Policy"], TargetTrackingScalingPolicyConfiguration={**policy, **metric})
    assert cloud.create(name, template(system(name, **{**SCALING, "Policy": wrong}))) == "ROLLBACK_COMPLETE"
    assert "Resource label" in cloud.reasons(name)["Policy"]


def test_stores_grace_period(cloud: Cloud, name: str) -> None:
    web = service("web", LoadBalancers=LOAD_BALANCERS, HealthCheckGracePeriodSeconds=90)
    web["DependsOn"] = "Listener"
    assert cloud.create(name, template(system(name, **NETWORK, **LOAD_BALANCING, Service=web))) == "CREATE_COMPLETE"
    described = cloud.ecs.describe_services(cluster=name, services=["web"])["services"][0]
    assert described["healthCheckGracePeriodSeconds"] == 90
