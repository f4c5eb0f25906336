"""Application Auto Scaling. It moves the number of tasks into the bounds immediately."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from moto.applicationautoscaling.exceptions import AWSValidationException
from moto.applicationautoscaling.models import ApplicationAutoscalingBackend

from emulator.moto_patches.method_hooks import after, before


@before(ApplicationAutoscalingBackend, "register_scalable_target")
def _check_bounds(backend: ApplicationAutoscalingBackend, arguments: SimpleNamespace) -> None:
    minimum, maximum = arguments.min_capacity, arguments.max_capacity
    if minimum is not None and maximum is not None and int(minimum) > int(maximum):
        raise AWSValidationException("Maximum capacity cannot be less than minimum capacity")


@after(ApplicationAutoscalingBackend, "register_scalable_target")
def _move_into_bounds(backend: ApplicationAutoscalingBackend, arguments: SimpleNamespace, target: Any) -> None:
    if arguments.namespace != "ecs":
        return
    _, cluster, name = arguments.r_id.split("/")
    service = backend.ecs_backend._get_service(cluster, name)
    wanted = min(max(service.desired_count, int(target.min_capacity)), int(target.max_capacity))
    if wanted != service.desired_count:
        backend.ecs_backend.update_service({"cluster": cluster, "service": name, "desired_count": wanted})


@before(ApplicationAutoscalingBackend, "put_scaling_policy")
def _check_resource_label(backend: ApplicationAutoscalingBackend, arguments: SimpleNamespace) -> None:
    body = arguments.policy_body or {}
    metric = body.get("PredefinedMetricSpecification", {})
    if metric.get("PredefinedMetricType") == "ALBRequestCountPerTarget" and not metric.get("ResourceLabel"):
        raise AWSValidationException("Resource label must be specified for ALBRequestCountPerTarget")
