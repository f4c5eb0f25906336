package io.github.ecsdiscovery.generator.model.service;

/** What a container waits for before it starts, in ECS' own words. */
public enum Dependency {
    /** The other has started. */
    START,
    /** The other has ended. */
    COMPLETE,
    /** The other has ended with 0. */
    SUCCESS,
    /** The other's health check has passed. */
    HEALTHY;

    /** Whether the other has to have ended. */
    public boolean isEnd() {
        return this == COMPLETE || this == SUCCESS;
    }
}
