package io.github.ecsdiscovery.generator.proof.traffic;

/** Who stands at the other end of a security group's rule. */
public sealed interface RulePeer {
    /**
     * Whoever has a security group.
     *
     * @param id the group's logical id, or {@code sg-…} of one that is not of this template
     */
    record Group(String id) implements RulePeer {
        @Override
        public String toString() {
            return id;
        }
    }

    /** An IPv4 network, such as {@code 10.0.0.0/16}. */
    record Network(String cidr) implements RulePeer {
        public AddressRange range() {
            return AddressRange.of(cidr).orElseThrow();
        }

        @Override
        public String toString() {
            return cidr;
        }
    }

    /** A prefix list: addresses that the template does not tell. */
    record PrefixList(String id) implements RulePeer {
        @Override
        public String toString() {
            return id;
        }
    }

    /** Anything else, such as an IPv6 network. */
    record Other(String text) implements RulePeer {
        @Override
        public String toString() {
            return text;
        }
    }
}
