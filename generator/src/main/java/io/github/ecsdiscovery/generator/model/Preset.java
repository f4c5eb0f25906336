package io.github.ecsdiscovery.generator.model;

/** A set of defaults that a config starts from. */
public enum Preset {
    /** Low cost: public subnets, no NAT gateway. */
    DEVELOPMENT("development"),
    /** Private subnets, a NAT gateway in each zone, flow logs and read-only root file systems. */
    PRODUCTION("production");

    private final String value;

    Preset(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
