package io.github.ecsdiscovery.generator.model.deployment;

/** How ECS puts a new version in the place of the old one. */
public enum Strategy {
    /** Task by task, old and new ones side by side. */
    ROLLING("rolling"),
    /** All at once between two target groups. */
    BLUE_GREEN("blueGreen"),
    /** A part first, then the rest. */
    CANARY("canary"),
    /** In steps of one size. */
    LINEAR("linear");

    private final String word;

    Strategy(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
