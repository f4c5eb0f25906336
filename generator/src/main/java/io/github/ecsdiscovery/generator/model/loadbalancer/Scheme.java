package io.github.ecsdiscovery.generator.model.loadbalancer;

/** Who finds a load balancer. */
public enum Scheme {
    /** With public addresses, in public subnets. */
    INTERNET_FACING("internet-facing"),
    /** With addresses of the VPC, in the subnets that tasks run in. */
    INTERNAL("internal");

    private final String word;

    Scheme(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
