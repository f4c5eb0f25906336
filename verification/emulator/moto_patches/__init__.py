"""Changes moto's services to behave like AWS: checks before requests, and fixes."""

from importlib import import_module


def install() -> None:
    """Applies all patches. Each module applies its patches once, when it is imported."""
    for name in (
        "alarm",
        "load_balancing",
        "cloud_map",
        "ec2",
        "ecs",
        "log_group",
        "route53",
        "vpc_connectivity",
        "auto_scaling",
        "task_secrets",
        "security_group",
        "task",
        "service_connect",
    ):
        import_module(f"{__name__}.{name}")
