"""Lists the behavior of AWS that the emulator does not have.

Each item is a reason why a template can pass here and fail on AWS.
"""

LIMITATIONS = (
    (
        "Permissions: every request is allowed. Policies are evaluated only for the secrets of an execution role, "
        "and for the keys of log groups."
    ),
    "Quotas, except those of templates.",
    (
        "Tasks: none runs. No image is pulled, nothing is logged, no health check fails, and no circuit breaker "
        "trips. A Cloud Map instance represents each task that would run."
    ),
    (
        "Proxies: none runs, so the endpoints of Service Connect exist only in Cloud Map. A service finds the "
        "services that it calls even if it is deployed before them."
    ),
    "Alarms: none is evaluated, so no deployment fails because of an alarm.",
    (
        "Time: a stack operation ends before its request is answered. Operations of ECS and Cloud Map that take "
        "minutes on AWS end immediately. So one update can remove discovery from a service, which AWS may reject."
    ),
    "DNS: a namespace has its hosted zone, but no server answers DNS queries.",
    (
        "Nested stacks, stack sets, macros and transforms, custom resources, dynamic references, drift, stack "
        "policies, and the checks of AWS before it creates a change set."
    ),
    "VPC endpoints: every service name is accepted.",
    "Tags of scalable targets.",
    (
        "Omitted properties: an update removes registries, load balancers, ECS Exec and Service Connect from a service "
        "whose template omits them. ECS can keep them."
    ),
    "Tags of the form aws:cloudformation:*, which AWS adds to all resources of a stack.",
)
