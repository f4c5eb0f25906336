package io.github.ecsdiscovery.generator.proof;

/** Who stands at the other end of a security group's rule. */
public sealed interface Peer {
    /**
     * Whoever has a security group.
     *
     * @param id the group's logical id, or {@code sg-…} of one that is not of this template
     */
    record Group(String id) implements Peer {
        @Override
        public String toString() {
            return id;
        }
    }

    /** An IPv4 network, such as {@code 10.0.0.0/16}. */
    record Network(String cidr) implements Peer {
        Cidr range() {
            return Cidr.of(cidr).orElseThrow();
        }

        @Override
        public String toString() {
            return cidr;
        }
    }

    /** A prefix list: addresses that the template does not tell. */
    record PrefixList(String id) implements Peer {
        @Override
        public String toString() {
            return id;
        }
    }

    /** Anything else, such as an IPv6 network. */
    record Other(String text) implements Peer {
        @Override
        public String toString() {
            return text;
        }
    }
}
