package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.NamedId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks that no two resources have the same logical id. Logical ids have only letters and digits, so names that differ only in
 * {@code -} get the same id.
 */
public final class DistinctLogicalIds implements Rule {
    public static final ProblemKind COLLIDING_IDS = ProblemKind.error(
                    "colliding-ids",
                    "Two names produce the same logical id. This happens when names differ only in `-`.")
            .otherwise(
                    "`order-1` and `order1` both become `Order1`. YAML readers keep the later of two equal keys without an"
                            + " error, so one of the resources is lost.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(COLLIDING_IDS);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Map<String, NamedId> firstById = new HashMap<>();
        Set<List<String>> reportedOwners = new HashSet<>();
        Set<String> services = servicesWithSameId(context);
        for (NamedId id : context.stack().metadata().ids()) {
            NamedId first = firstById.putIfAbsent(id.id(), id);
            if (first == null || (isCall(id) && mentionsAny(id, services))) {
                continue;
            }
            // Two services have several ids in common. One finding for the pair is enough.
            if (reportedOwners.add(List.of(first.owner(), id.owner()))) {
                out.accept(finding(first, id));
            }
        }
    }

    private static boolean mentionsAny(NamedId id, Set<String> services) {
        return services.stream().anyMatch(name -> id.owner().contains("`" + name + "`"));
    }

    private static Finding finding(NamedId first, NamedId id) {
        String message = first.owner() + " and " + id.owner() + " have the same logical id `" + id.id() + "`";
        Path path = new Path(id.path());
        Finding finding = Finding.of(COLLIDING_IDS, path, message).hint("rename one of them");
        return isCall(id) ? finding : finding.atKey();
    }

    private static boolean isCall(NamedId id) {
        return id.path().size() > 2;
    }

    /** Returns the services that have the same id as another service. The ids of their calls are not reported as well. */
    private static Set<String> servicesWithSameId(RuleContext context) {
        Map<String, String> firstById = new HashMap<>();
        Set<String> services = new HashSet<>();
        for (String name : context.config().services().keySet()) {
            String first = firstById.putIfAbsent(LogicalId.SERVICE.of(name), name);
            if (first != null) {
                services.addAll(List.of(name, first));
            }
        }
        return services;
    }
}
