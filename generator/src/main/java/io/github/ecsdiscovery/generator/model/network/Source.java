package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;

/**
 * The peer of a security group rule outside the config: a CIDR, a security group or a prefix list.
 *
 * <pre>
 * 203.0.113.0/24
 * sg-0123456789abcdef0
 * pl-0123456789abcdef0
 * </pre>
 */
public sealed interface Source {
    /** A CIDR. */
    record Network(Cidr cidr) implements Source {
        @Override
        public String toString() {
            return cidr.toString();
        }
    }

    /** An existing security group. */
    record Group(String id) implements Source {
        @Override
        public String toString() {
            return id;
        }
    }

    /** An existing prefix list. */
    record PrefixList(String id) implements Source {
        @Override
        public String toString() {
            return id;
        }
    }

    @Form(format = Format.SOURCE)
    static Source of(String text) {
        if (text.startsWith("sg-")) {
            return new Group(text);
        }
        return text.startsWith("pl-") ? new PrefixList(text) : new Network(Cidr.of(text));
    }
}
