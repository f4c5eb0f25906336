package io.github.ecsdiscovery.generator.model.loadbalancer;

/** Where a load balancer is reachable from. */
public enum Scheme {
    /** From the internet: public IP addresses in public subnets. */
    INTERNET_FACING("internet-facing"),
    /** Only from the VPC: private IP addresses in the subnets of the tasks. */
    INTERNAL("internal");

    private final String value;

    Scheme(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}
