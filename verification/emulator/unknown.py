"""What the emulator does not know: each is a way in which a template may pass here and fail on AWS."""

UNKNOWN = (
    "permissions: nothing is forbidden to anybody, and no policy is evaluated, but for what an execution role reads to "
    "start a task and for the keys of log groups",
    "quotas, but for those of a template and of its request",
    "tasks: none runs, so no image is pulled, nothing is logged, no health check fails and no circuit breaker trips; "
    "a Cloud Map instance stands for each task that would run",
    "proxies: none runs, so what Service Connect leads to is there in Cloud Map and nowhere else; whoever is deployed "
    "before those that it calls finds them all the same",
    "alarms: none is evaluated, so none goes off, and no deployment fails of one",
    "time: operations of a stack end before the request that began them is answered, and what ECS and Cloud Map do "
    "within seconds or minutes they have done at once; so discovery can be taken from a service in one update, which "
    "AWS may refuse",
    "DNS: the hosted zone of a namespace is there, but nothing answers queries",
    "nested stacks, stack sets, macros and transforms, custom resources, dynamic references, drift, stack policies, "
    "and checks that AWS makes before a change set is created",
    "names of services that have endpoints: any name is taken, and each is an endpoint",
    "tags of scalable targets",
    "tags of the form aws:cloudformation:*, which AWS puts on everything that a stack makes",
)
