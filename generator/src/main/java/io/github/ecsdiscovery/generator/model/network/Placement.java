package io.github.ecsdiscovery.generator.model.network;

/** The type of subnet that tasks run in. */
public enum Placement {
    /** Public subnets. Each task gets a public IP address; without one it could not pull its image. */
    PUBLIC("public"),
    /** Private subnets. Tasks have no public IP address. */
    PRIVATE("private");

    private final String value;

    Placement(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
