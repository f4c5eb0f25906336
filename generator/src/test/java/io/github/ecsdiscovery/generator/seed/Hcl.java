package io.github.ecsdiscovery.generator.seed;

import java.util.List;
import java.util.Map;

/** A part of a Terraform file that {@link HclReader} supports. */
sealed interface Hcl {
    /**
     * A block with its type and labels, such as {@code resource "aws_vpc" "this"}. Nested blocks and attributes are in the order
     * of the file.
     */
    record Block(String type, List<String> labels, List<Hcl> body) implements Hcl {}

    /**
     * An attribute of a block. Its value is a {@link String}, {@link Long}, {@link Boolean}, {@link Reference}, or a
     * {@link List} or {@link Map} of these.
     */
    record Attribute(String name, Object value) implements Hcl {}

    /** A bare reference such as {@code aws_vpc.this.id}. */
    record Reference(String target) {
        @Override
        public String toString() {
            return target;
        }
    }
}
