package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
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

/** No two resources have the same logical id. */
public final class DistinctLogicalIds implements Rule {
    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Map<String, NamedId> known = new HashMap<>();
        Set<List<String>> told = new HashSet<>();
        Set<String> services = colliding(subject);
        for (NamedId id : subject.stack().metadata().ids()) {
            NamedId first = known.putIfAbsent(id.id(), id);
            if (first == null
                    || (isCall(id)
                            && services.stream().anyMatch(name -> id.owner().contains("`" + name + "`")))) {
                continue;
            }
            // Two services have a handful of ids in common; one of them says it all.
            if (told.add(List.of(first.owner(), id.owner()))) {
                out.accept(finding(first, id));
            }
        }
    }

    private static Finding finding(NamedId first, NamedId id) {
        String message = first.owner() + " and " + id.owner() + " have the same logical id `" + id.id() + "`";
        Path path = new Path(id.path());
        Finding finding = Finding.of(ProblemId.COLLIDING_IDS, path, message).hint("give one of them another name");
        return isCall(id) ? finding : finding.atKey();
    }

    private static boolean isCall(NamedId id) {
        return id.path().size() > 2;
    }

    /** Services whose own ids meet: of calls to and from them nothing more can be said. */
    private static Set<String> colliding(RuleContext subject) {
        Map<String, String> known = new HashMap<>();
        Set<String> colliding = new HashSet<>();
        for (String name : subject.config().services().keySet()) {
            String other = known.putIfAbsent(LogicalId.SERVICE.of(name), name);
            if (other != null) {
                colliding.addAll(List.of(name, other));
            }
        }
        return colliding;
    }
}
