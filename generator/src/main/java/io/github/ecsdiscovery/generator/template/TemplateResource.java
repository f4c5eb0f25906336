package io.github.ecsdiscovery.generator.template;

import java.util.Set;

/**
 * A resource of a template.
 *
 * @param id its logical id
 * @param type {@code AWS::EC2::VPC}
 * @param uses the logical ids of those that it refers to or depends on: they are there before it is made
 * @param line where its logical id stands
 */
public record TemplateResource(String id, String type, TemplateNode properties, Set<String> uses, int line) {
    public TemplateResource {
        uses = Set.copyOf(uses);
    }

    public TemplateNode at(String... keys) {
        return properties.at(keys);
    }
}
