package io.github.ecsdiscovery.generator.proof.task;

/**
 * An entry of a container's {@code DependsOn}.
 *
 * @param container the name of the container that must reach the condition first
 * @param condition the condition as ECS names it: {@code START}, {@code COMPLETE}, {@code SUCCESS}, {@code HEALTHY}
 */
public record ContainerDependency(String container, String condition, int line) {
    /** Returns whether the other container must exit first. */
    public boolean requiresExit() {
        return condition.equals("COMPLETE") || condition.equals("SUCCESS");
    }
}
