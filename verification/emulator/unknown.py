"""The parts of AWS that the emulator does not have. Each is a way in which a template may pass here and fail on AWS."""

UNKNOWN = (
    (
        "Permissions: nothing is forbidden. Policies are evaluated only for what an execution role reads to start "
        "a task, and for the keys of log groups."
    ),
    "Quotas, except those of a template and of its request.",
    (
        "Tasks: none runs. No image is pulled, nothing is logged, no health check fails, and no circuit breaker "
        "trips. A Cloud Map instance represents each task that would run."
    ),
    (
        "Proxies: none runs, so the endpoints of Service Connect exist only in Cloud Map. A service finds the "
        "services that it calls even if it is deployed before them."
    ),
    "Alarms: none is evaluated, so none fires, and no deployment fails because of one.",
    (
        "Time: a stack operation ends before its request is answered. ECS and Cloud Map finish at once what takes "
        "them seconds or minutes on AWS. So one update can remove discovery from a service, which AWS may refuse."
    ),
    "DNS: a namespace has its hosted zone, but nothing answers queries.",
    (
        "Nested stacks, stack sets, macros and transforms, custom resources, dynamic references, drift, stack "
        "policies, and the checks that AWS makes before it creates a change set."
    ),
    "Names of services that have endpoints: every name is accepted.",
    "Tags of scalable targets.",
    "Tags of the form aws:cloudformation:*, which AWS adds to all resources of a stack.",
)
