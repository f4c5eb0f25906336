package io.github.ecsdiscovery.generator.proof.traffic;

/** The source of an ingress rule or the destination of an egress rule. {@code toString} returns it as the template does. */
public sealed interface RulePeer {
    /**
     * All network interfaces that have a security group.
     *
     * @param id the logical id of the group, or {@code sg-…} for a group outside the template
     */
    record Group(String id) implements RulePeer {
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A range of IPv4 addresses.
     *
     * @param cidr the range in CIDR notation: {@code 10.0.0.0/16}
     */
    record Network(String cidr) implements RulePeer {
        public AddressRange range() {
            return AddressRange.parse(cidr).orElseThrow();
        }

        @Override
        public String toString() {
            return cidr;
        }
    }

    /** A prefix list. The template does not contain its addresses. */
    record PrefixList(String id) implements RulePeer {
        @Override
        public String toString() {
            return id;
        }
    }

    /** Any other peer, such as a range of IPv6 addresses. */
    record Other(String text) implements RulePeer {
        @Override
        public String toString() {
            return text;
        }
    }
}
