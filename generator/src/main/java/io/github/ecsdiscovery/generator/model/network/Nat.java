package io.github.ecsdiscovery.generator.model.network;

/** How tasks in private subnets reach the internet. */
public enum Nat {
    /** Not at all. */
    NONE("none"),
    /** By one gateway, whose zone all others depend on. */
    SINGLE("single"),
    /** By a gateway in each zone. */
    PER_ZONE("perZone"),
    /** By one gateway that AWS spreads over the zones, and that needs no public subnet. */
    REGIONAL("regional");

    private final String word;

    Nat(String word) {
        this.word = word;
    }

    /** Whether its gateways stand in public subnets. */
    public boolean isZonal() {
        return this == SINGLE || this == PER_ZONE;
    }

    @Override
    public String toString() {
        return word;
    }
}
