package io.github.ecsdiscovery.generator.model;

/** By which endpoints of the VPC services of AWS are reached without the internet. */
public enum Endpoints {
    /** By none. */
    NONE("none"),
    /** S3 alone, where the layers of images are: the kind of endpoint that costs nothing. */
    GATEWAY("gateway"),
    /** All that the tasks of the config ask for, and no more. */
    ALL("all");

    private final String word;

    Endpoints(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
