package io.github.ecsdiscovery.generator.proof;

import java.util.Set;

/**
 * A resource of a template.
 *
 * @param id its logical id
 * @param type {@code AWS::EC2::VPC}
 * @param uses the logical ids of those that it refers to or depends on: they are there before it is made
 * @param line where its logical id stands
 */
record Resource(String id, String type, Tree properties, Set<String> uses, int line) {
    Resource {
        uses = Set.copyOf(uses);
    }

    Tree at(String... keys) {
        return properties.at(keys);
    }
}
