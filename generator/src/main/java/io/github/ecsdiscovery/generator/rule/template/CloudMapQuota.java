package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TaskCounts;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Checks that Cloud Map can register all tasks that may run at the same time. It registers 1,000 instances per service and 2,000 per
 * namespace. Tasks beyond a quota start, but callers do not find them.
 *
 * @see <a href="https://docs.aws.amazon.com/cloud-map/latest/dg/cloud-map-limits.html">Cloud Map quotas</a>
 */
final class CloudMapQuota implements Rule {
    private static final ProblemKind CLOUD_MAP_QUOTA = ProblemKind.warning(
                    "cloud-map-quota", "More tasks may run at the same time than Cloud Map registers.")
            .otherwise(
                    "AWS accepts the template. Tasks beyond 1,000 of a service or 2,000 of a namespace start, but callers"
                            + " do not find them. A deployment runs more tasks than `count`.")
            .source("https://docs.aws.amazon.com/cloud-map/latest/dg/cloud-map-limits.html");

    private static final int SERVICE_QUOTA = 1000;
    private static final int NAMESPACE_QUOTA = 2000;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CLOUD_MAP_QUOTA);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Map<String, Long> tasks = context.config().services().entrySet().stream()
                .filter(entry -> entry.getValue().activeDiscovery() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> TaskCounts.maximumDuringDeployment(entry.getValue())));
        tasks.forEach((name, most) -> {
            if (most > SERVICE_QUOTA) {
                String message = "`" + name + "` may run " + TextList.count(most, "task")
                        + " at the same time; the default quota of Cloud Map is " + TextList.number(SERVICE_QUOTA)
                        + " per service";
                Path path = Path.of("services", name);
                out.accept(Finding.of(CLOUD_MAP_QUOTA, path.with("count"), message)
                        .hint("lower `count` or `deployment.maxPercent`, or split the service")
                        .also(path.with("deployment")));
            }
        });
        long registrations = context.config().services().values().stream()
                .mapToLong(service -> TaskCounts.maximumDuringDeployment(service) * registrationsPerTask(service))
                .sum();
        if (registrations > NAMESPACE_QUOTA) {
            long total = tasks.values().stream().mapToLong(Long::longValue).sum();
            String message = "all services together may "
                    + (registrations == total
                            ? "run " + TextList.count(total, "task") + " at the same time"
                            : "register " + TextList.number(registrations) + " instances at the same time, for "
                                    + TextList.count(total, "task"))
                    + "; the default quota of Cloud Map is " + TextList.number(NAMESPACE_QUOTA) + " per namespace";
            out.accept(Finding.of(CLOUD_MAP_QUOTA, Path.of("namespace"), message)
                    .atKey()
                    .hint("lower `count` or `deployment.maxPercent`, or move some services into another namespace"));
        }
    }

    /** Returns how often Cloud Map registers each task: once for DNS, and once for each endpoint of Service Connect. */
    private static int registrationsPerTask(Service service) {
        return (service.dns() == null ? 0 : 1)
                + (service.connect() == null ? 0 : service.allPorts().size());
    }
}
