package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Cloud Map registers every task that may run at the same time. */
final class CloudMapQuota implements Rule {
    private static final int MOST_OF_SERVICE = 1000;
    private static final int MOST_OF_NAMESPACE = 2000;

    @Override
    public void check(Subject subject, Consumer<Finding> out) {
        Map<String, Long> tasks = subject.config().services().entrySet().stream()
                .filter(entry -> entry.getValue().dns() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Tasks.most(entry.getValue())));
        tasks.forEach((name, most) -> {
            if (most > MOST_OF_SERVICE) {
                String message = "`" + name + "` may have " + Words.count(most, "task")
                        + " at a time, of which Cloud Map registers " + Words.number(MOST_OF_SERVICE)
                        + " unless the quota was raised";
                Path path = Path.of("services", name);
                out.accept(Finding.of(ProblemId.CLOUD_MAP_QUOTA, path.with("count"), message)
                        .hint("lower `count` or `deployment.maxPercent`, or split the service")
                        .also(path.with("deployment")));
            }
        });
        long all = tasks.values().stream().mapToLong(Long::longValue).sum();
        if (all > MOST_OF_NAMESPACE) {
            String message =
                    "all services may have " + Words.count(all, "task") + " at a time, of which Cloud Map registers "
                            + Words.number(MOST_OF_NAMESPACE) + " in a namespace unless the quota was raised";
            out.accept(
                    Finding.of(ProblemId.CLOUD_MAP_QUOTA, Path.of("namespace"), message)
                            .atKey()
                            .hint(
                                    "lower `count` or `deployment.maxPercent`, or put some services into a namespace of their own"));
        }
    }
}
