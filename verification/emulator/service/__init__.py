"""What moto's services lack of AWS's: checks in front of them, and a few repairs."""

from importlib import import_module


def install() -> None:
    """Puts all of it into moto. Each module does so when it is imported, and thus once."""
    for name in (
        "alarm",
        "balancing",
        "cloud_map",
        "ec2",
        "ecs",
        "log_group",
        "naming",
        "outward",
        "scaling",
        "secret",
        "security_group",
        "task",
        "service_connect",
    ):
        import_module(f"{__name__}.{name}")
