package io.github.ecsdiscovery.generator.proof.task;

/**
 * What a container waits for before it starts.
 *
 * @param container another of its task
 * @param condition what that has to have done, in ECS's words: {@code SUCCESS}
 */
public record ContainerDependency(String container, String condition, int line) {
    /** Whether the other has to have ended. */
    public boolean isForEnd() {
        return condition.equals("COMPLETE") || condition.equals("SUCCESS");
    }
}
