package io.github.ecsdiscovery.generator.model.service;

/** The state of another container that a container waits for, with the names of ECS. */
public enum Dependency {
    /** The other container has started. */
    START,
    /** The other container has stopped. */
    COMPLETE,
    /** The other container has stopped with exit code 0. */
    SUCCESS,
    /** The health check of the other container has passed. */
    HEALTHY;

    /** Returns whether the other container must have stopped. */
    public boolean isEnd() {
        return this == COMPLETE || this == SUCCESS;
    }
}
