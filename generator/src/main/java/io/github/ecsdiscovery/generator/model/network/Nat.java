package io.github.ecsdiscovery.generator.model.network;

/** The NAT gateways through which tasks in private subnets reach the internet. */
public enum Nat {
    /** No NAT gateway. */
    NONE("none"),
    /** One gateway; all zones depend on the zone it is in. */
    SINGLE("single"),
    /** A gateway in each zone. */
    PER_ZONE("perZone"),
    /** One regional gateway, which AWS spreads over the zones and which needs no public subnet. */
    REGIONAL("regional");

    private final String value;

    Nat(String value) {
        this.value = value;
    }

    /** Returns whether the gateways are placed in public subnets. */
    public boolean needsPublicSubnets() {
        return this == SINGLE || this == PER_ZONE;
    }

    @Override
    public String toString() {
        return value;
    }
}
