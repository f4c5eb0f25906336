package io.github.ecsdiscovery.generator.model.network;

/** The subnets that tasks run in. */
public enum Placement {
    /** With a route to the internet and a public address each, without which a task could not pull its image. */
    PUBLIC("public"),
    /** Without public addresses. */
    PRIVATE("private");

    private final String word;

    Placement(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
