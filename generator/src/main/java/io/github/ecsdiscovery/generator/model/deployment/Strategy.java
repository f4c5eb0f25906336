package io.github.ecsdiscovery.generator.model.deployment;

/** An ECS deployment strategy. */
public enum Strategy {
    /** ECS replaces tasks step by step, while old and new tasks run side by side. */
    ROLLING("rolling"),
    /** ECS shifts all traffic at once between two target groups. */
    BLUE_GREEN("blueGreen"),
    /** ECS shifts a part of the traffic first, then the rest. */
    CANARY("canary"),
    /** ECS shifts traffic in steps of equal size. */
    LINEAR("linear");

    private final String value;

    Strategy(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
