"""Elastic Load Balancing. moto accepts requests that AWS rejects."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from types import SimpleNamespace
from typing import Any

from moto.acm.models import AWSCertificateManagerBackend, acm_backends
from moto.elbv2.exceptions import ELBClientError
from moto.elbv2.models import ELBv2Backend, elbv2_backends
from moto.s3.models import s3_backends

from emulator.moto_patches.method_hooks import JsonRequestError, before

_WRITER = "logdelivery.elasticloadbalancing.amazonaws.com"
_MAX_VALUES = 5


@before(ELBv2Backend, "create_load_balancer")
def _check_load_balancer(backend: ELBv2Backend, arguments: SimpleNamespace) -> None:
    """Requires two zones, and an internet gateway unless it is internal. Source: the ELB API, CreateLoadBalancer."""
    ec2 = backend.ec2_backend
    subnets = [ec2.get_subnet(subnet) for subnet in arguments.subnet_ids or []]
    if (
        arguments.loadbalancer_type in (None, "application")
        and len({subnet.availability_zone for subnet in subnets}) < 2
    ):
        raise ELBClientError(
            "ValidationError", "At least two subnets in two different Availability Zones must be specified"
        )
    if arguments.scheme != "internal" and subnets:
        vpc = subnets[0].vpc_id
        if not any(gateway.vpc and gateway.vpc.id == vpc for gateway in ec2.internet_gateways.values()):
            raise ELBClientError("InvalidSubnet", f"VPC {vpc} has no internet gateway")


@before(ELBv2Backend, "modify_load_balancer_attributes")
def _check_access_logs_bucket(backend: ELBv2Backend, arguments: SimpleNamespace) -> None:
    """Requires a bucket that Elastic Load Balancing can write to, which it tests with a file of its own."""
    attributes = arguments.attrs
    if attributes.get("access_logs.s3.enabled") != "true":
        return
    bucket = attributes.get("access_logs.s3.bucket", "")
    found = s3_backends[backend.account_id]["aws"].buckets.get(bucket)
    key = f"arn:aws:s3:::{bucket}/AWSLogs/{backend.account_id}/ELBAccessLogTestFile"
    if found is None or not _allows(found.policy, key) or _algorithm(found) not in (None, "AES256"):
        message = f"Access Denied for bucket: {bucket}. Please check S3bucket permission"
        raise ELBClientError("InvalidConfigurationRequest", message)


def _allows(policy: Any, key: str) -> bool:
    statements = json.loads(policy or "{}").get("Statement", [])
    return any(
        statement["Effect"] == "Allow"
        and statement.get("Principal", {}).get("Service") == _WRITER
        and "s3:PutObject" in _as_list(statement["Action"])
        and any(fnmatchcase(key, resource) for resource in _as_list(statement["Resource"]))
        for statement in statements
        if isinstance(statement.get("Principal"), dict)
    )


def _as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def _algorithm(bucket: Any) -> str | None:
    rule = (bucket.encryption or {}).get("Rule")
    return rule and rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"]


@before(ELBv2Backend, "delete_load_balancer")
def _check_deletion_protection(backend: ELBv2Backend, arguments: SimpleNamespace) -> None:
    """Rejects the deletion of a protected load balancer. Source: the ELB API reference, DeleteLoadBalancer."""
    balancer = backend.load_balancers.get(arguments.arn)
    if balancer is not None and balancer.attrs.get("deletion_protection.enabled") == "true":
        raise ELBClientError(
            "OperationNotPermitted",
            f"Load balancer '{arguments.arn}' cannot be deleted because deletion protection is enabled",
        )


@before(ELBv2Backend, "create_listener")
def _check_certificate(backend: ELBv2Backend, arguments: SimpleNamespace) -> None:
    """Requires an issued certificate for HTTPS (cfn-lint's rule E3676)."""
    if arguments.protocol != "HTTPS":
        return
    arn = arguments.certificate
    if not arn:
        raise ELBClientError("ValidationError", "A certificate must be specified for HTTPS listeners")
    region = arn.split(":")[3]
    found = acm_backends[backend.account_id][backend.region_name]._certificates.get(arn)
    if region != backend.region_name or found is None:
        raise ELBClientError("CertificateNotFound", f"Certificate ARN '{arn}' is not valid")
    if found.status != "ISSUED":
        raise ELBClientError(
            "UnsupportedCertificate",
            f"The certificate '{arn}' must have a fully-qualified domain name, a supported signature, and a supported "
            "key size.",
        )


@before(ELBv2Backend, "create_rule")
def _check_number_of_values(backend: ELBv2Backend, arguments: SimpleNamespace) -> None:
    """Rejects a rule with more than five values."""
    values = sum(len(values) for condition in arguments.conditions for values in _values(condition))
    if values > _MAX_VALUES:
        raise ELBClientError("ValidationError", f"A rule can only have '{_MAX_VALUES}' condition values")


def _values(condition: dict[str, Any]) -> list[list[str]]:
    inner = [config.get("Values", []) for config in condition.values() if isinstance(config, dict)]
    return [*inner, condition.get("Values", [])]


@before(AWSCertificateManagerBackend, "delete_certificate")
def _check_certificate_is_unused(backend: AWSCertificateManagerBackend, arguments: SimpleNamespace) -> None:
    """Rejects the deletion while a listener uses it. Source: the ACM API reference, DeleteCertificate."""
    load_balancing = elbv2_backends[backend.account_id][backend.region_name]
    listeners = [each for balancer in load_balancing.load_balancers.values() for each in balancer.listeners.values()]
    if any(listener.certificate == arguments.arn for listener in listeners):
        raise JsonRequestError("ResourceInUseException", f"Certificate {arguments.arn} is in use.")
