package io.github.ecsdiscovery.generator.rule.crossstack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stacks that are looked at together, in the order of their configs. Of every other stack nothing is known, and nothing told.
 */
public final class StackSet {
    private final List<StackUnderCheck> all;
    private final Map<String, List<StackUnderCheck>> named = new LinkedHashMap<>();

    public StackSet(List<StackUnderCheck> all) {
        this.all = List.copyOf(all);
        for (StackUnderCheck one : this.all) {
            named.computeIfAbsent(one.stack(), absent -> new ArrayList<>()).add(one);
        }
    }

    List<StackUnderCheck> all() {
        return all;
    }

    /**
     * Those that are there beside each other. A config with environments is deployed in these, and as it is it is what they
     * have in common.
     */
    List<StackUnderCheck> beside() {
        Set<String> inEnvironments = all.stream()
                .filter(one -> one.origin().environment() != null)
                .map(one -> one.origin().file())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> one.origin().environment() != null
                        || !inEnvironments.contains(one.origin().file()))
                .toList();
    }

    /** The stack of this name that another one means: where there are several, one that may be in its Region. */
    @Nullable
    StackUnderCheck named(String stack, StackUnderCheck by) {
        List<StackUnderCheck> found = named.getOrDefault(stack, List.of());
        return found.stream().filter(by::mayBeNear).findFirst().orElseGet(() -> found.isEmpty() ? null : found.get(0));
    }

    /** The stack that one joins; null where it joins none, one that is not looked at, or one that is no platform. */
    @Nullable
    StackUnderCheck platform(StackUnderCheck one) {
        StackUnderCheck said = saidPlatform(one);
        return said == null || said.joins() ? null : said;
    }

    /** The stack that one says it joins, be it a platform or not. */
    @Nullable
    StackUnderCheck saidPlatform(StackUnderCheck one) {
        String platform = one.config().platform();
        return platform == null ? null : named(platform, one);
    }

    /**
     * The namespace that the services of a stack are under, in a word that those of one namespace share; null where it is that
     * of a platform which nobody knows.
     */
    @Nullable
    String namespace(StackUnderCheck one) {
        StackUnderCheck owner = one.joins() ? platform(one) : one;
        if (owner == null) {
            return null;
        }
        String id = owner.config().namespace().id();
        return id == null ? "of " + owner.stack() : id;
    }

    /** Whether the names of the one resolve for the other; where that is not known, they do. */
    boolean mayShareNamespace(StackUnderCheck one, StackUnderCheck other) {
        String here = namespace(one);
        String there = namespace(other);
        return here == null || there == null || here.equals(there);
    }

    /** What to write so that a peer is found: the stack under the same namespace that has such a service, if one does. */
    Optional<String> deployer(String service, StackUnderCheck caller) {
        String namespace = namespace(caller);
        return all.stream()
                .filter(other -> other.config().services().containsKey(service))
                .filter(other -> !other.is(caller) && other.mayBeNear(caller))
                .filter(other -> namespace != null && namespace.equals(namespace(other)))
                .map(other -> "`" + service + "` is a service of `" + other.stack() + "`: write `stack: "
                        + other.stack() + "`")
                .findFirst();
    }

    /** Each platform, known or not, with all that join it; the platform comes first. */
    List<List<StackUnderCheck>> households() {
        Map<String, List<StackUnderCheck>> households = new LinkedHashMap<>();
        for (StackUnderCheck one : all) {
            String platform = one.config().platform();
            households
                    .computeIfAbsent(platform == null ? one.stack() : platform, absent -> new ArrayList<>())
                    .add(one);
        }
        return households.values().stream()
                .map(household -> household.stream()
                        .sorted(Comparator.comparing(StackUnderCheck::joins))
                        .toList())
                .toList();
    }

    /**
     * Whether two stacks of a household are there at the same time. Of one config they are not, unless one names the other:
     * nobody deploys it in each of its environments, and as it is too.
     */
    boolean meet(StackUnderCheck one, StackUnderCheck other) {
        boolean named = one.is(platform(other)) || other.is(platform(one));
        return !one.is(other) && one.mayBeNear(other) && (named || !one.isOfOneConfigWith(other));
    }
}
