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

/** Stacks that are checked together, in the order of their configs. Rules report nothing about stacks outside this set. */
public final class StackSet {
    private final List<StackUnderCheck> all;
    private final Map<String, List<StackUnderCheck>> stacksByName = new LinkedHashMap<>();

    public StackSet(List<StackUnderCheck> all) {
        this.all = List.copyOf(all);
        for (StackUnderCheck stack : this.all) {
            stacksByName
                    .computeIfAbsent(stack.name(), absent -> new ArrayList<>())
                    .add(stack);
        }
    }

    List<StackUnderCheck> all() {
        return all;
    }

    /**
     * Returns the stacks that may be deployed at the same time. A config with environments is deployed with one of them, and never
     * without.
     */
    List<StackUnderCheck> deployedTogether() {
        Set<String> filesWithEnvironments = all.stream()
                .filter(stack -> stack.origin().environment() != null)
                .map(stack -> stack.origin().file())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(stack -> stack.origin().environment() != null
                        || !filesWithEnvironments.contains(stack.origin().file()))
                .toList();
    }

    /** Returns the stack of a name that another stack refers to. It prefers one that may be in the same Region. */
    @Nullable
    StackUnderCheck find(String name, StackUnderCheck referrer) {
        List<StackUnderCheck> candidates = stacksByName.getOrDefault(name, List.of());
        return candidates.stream()
                .filter(referrer::mayShareRegionWith)
                .findFirst()
                .orElseGet(() -> candidates.isEmpty() ? null : candidates.get(0));
    }

    /**
     * Returns the platform that a stack joins. Returns null if it joins none, if the platform is not in this set, or if the stack
     * under {@code platform} is not a platform.
     */
    @Nullable
    StackUnderCheck platform(StackUnderCheck stack) {
        StackUnderCheck configured = configuredPlatform(stack);
        return configured == null || configured.joinsPlatform() ? null : configured;
    }

    /** Returns the stack under {@code platform}, whether it is a platform or not. */
    @Nullable
    StackUnderCheck configuredPlatform(StackUnderCheck stack) {
        String platform = stack.config().platform();
        return platform == null ? null : find(platform, stack);
    }

    /**
     * Returns a key that is equal for all stacks of a namespace: its id, or the stack that creates it. Returns null if the namespace
     * is unknown because the platform is not in this set.
     */
    @Nullable
    String namespace(StackUnderCheck stack) {
        StackUnderCheck owner = stack.joinsPlatform() ? platform(stack) : stack;
        if (owner == null) {
            return null;
        }
        String id = owner.config().namespace().id();
        return id == null ? "of " + owner.name() : id;
    }

    /** Returns whether two stacks are in one namespace, or may be because one of the namespaces is unknown. */
    boolean mayShareNamespace(StackUnderCheck stack, StackUnderCheck other) {
        String namespace = namespace(stack);
        String otherNamespace = namespace(other);
        return namespace == null || otherNamespace == null || namespace.equals(otherNamespace);
    }

    /** Returns the hint that names the stack in the caller's namespace that has a service, if there is one. */
    Optional<String> ownerHint(String service, StackUnderCheck caller) {
        String namespace = namespace(caller);
        return all.stream()
                .filter(other -> other.config().services().containsKey(service))
                .filter(other -> !other.isSameAs(caller) && other.mayShareRegionWith(caller))
                .filter(other -> namespace != null && namespace.equals(namespace(other)))
                .map(other -> "write `stack: " + other.name() + "`, which has a service `" + service + "`")
                .findFirst();
    }

    /** Returns each platform with the stacks that join it, the platform first. The platform itself may be outside this set. */
    List<List<StackUnderCheck>> platformGroups() {
        Map<String, List<StackUnderCheck>> groups = new LinkedHashMap<>();
        for (StackUnderCheck stack : all) {
            String platform = stack.config().platform();
            groups.computeIfAbsent(platform == null ? stack.name() : platform, absent -> new ArrayList<>())
                    .add(stack);
        }
        return groups.values().stream()
                .map(group -> group.stream()
                        .sorted(Comparator.comparing(StackUnderCheck::joinsPlatform))
                        .toList())
                .toList();
    }

    /**
     * Returns whether two stacks of a platform may exist at the same time. Variants of one config do not, unless one is the platform
     * of the other.
     */
    boolean mayCoexist(StackUnderCheck stack, StackUnderCheck other) {
        boolean isPlatform = stack.isSameAs(platform(other)) || other.isSameAs(platform(stack));
        return !stack.isSameAs(other)
                && stack.mayShareRegionWith(other)
                && (isPlatform || !stack.hasSameConfigAs(other));
    }
}
