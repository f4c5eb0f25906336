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

/** Cloud Map registers every task that may run at the same time. */
final class CloudMapQuota implements Rule {
    private static final ProblemKind CLOUD_MAP_QUOTA =
            ProblemKind.warning("cloud-map-quota", "More tasks may run at a time than Cloud Map registers.");

    private static final int MOST_OF_SERVICE = 1000;
    private static final int MOST_OF_NAMESPACE = 2000;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CLOUD_MAP_QUOTA);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Map<String, Long> tasks = subject.config().services().entrySet().stream()
                .filter(entry -> entry.getValue().found() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> TaskCounts.maximumDuringDeployment(entry.getValue())));
        tasks.forEach((name, most) -> {
            if (most > MOST_OF_SERVICE) {
                String message = "`" + name + "` may have " + TextList.count(most, "task")
                        + " at a time, of which Cloud Map registers " + TextList.number(MOST_OF_SERVICE)
                        + " unless the quota was raised";
                Path path = Path.of("services", name);
                out.accept(Finding.of(CLOUD_MAP_QUOTA, path.with("count"), message)
                        .hint("lower `count` or `deployment.maxPercent`, or split the service")
                        .also(path.with("deployment")));
            }
        });
        long all = subject.config().services().values().stream()
                .mapToLong(service -> TaskCounts.maximumDuringDeployment(service) * names(service))
                .sum();
        if (all > MOST_OF_NAMESPACE) {
            long each = tasks.values().stream().mapToLong(Long::longValue).sum();
            String message = "all services may have " + TextList.count(each, "task") + " at a time, "
                    + (all == each ? "" : "some of them under several names, ") + "of which Cloud Map registers "
                    + TextList.number(MOST_OF_NAMESPACE) + " in a namespace unless the quota was raised";
            out.accept(
                    Finding.of(CLOUD_MAP_QUOTA, Path.of("namespace"), message)
                            .atKey()
                            .hint(
                                    "lower `count` or `deployment.maxPercent`, or put some services into a namespace of their own"));
        }
    }

    /** Under how many names each task is registered: in DNS, and at each endpoint of Service Connect. */
    private static int names(Service service) {
        return (service.dns() == null ? 0 : 1)
                + (service.connect() == null ? 0 : service.allPorts().size());
    }
}
