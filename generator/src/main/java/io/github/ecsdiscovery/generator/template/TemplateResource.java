package io.github.ecsdiscovery.generator.template;

import java.util.Set;

/**
 * A resource of a template.
 *
 * @param id the logical id; in linked stacks it starts with the name of the stack: {@code shop/Vpc}
 * @param type the resource type: {@code AWS::EC2::VPC}
 * @param properties the value of {@code Properties}
 * @param dependencies the logical ids of the resources and parameters that this resource refers to or names under
 *     {@code DependsOn}; CloudFormation creates those resources first
 * @param line the line of the logical id, counted from 1
 */
public record TemplateResource(String id, String type, TemplateNode properties, Set<String> dependencies, int line) {
    public TemplateResource {
        dependencies = Set.copyOf(dependencies);
    }

    /** Returns the value below the given property and nested keys, or {@link TemplateNode.Missing}. */
    public TemplateNode at(String... keys) {
        return properties.at(keys);
    }
}
