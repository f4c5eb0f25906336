package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Cloud Map namespace with private DNS.
 *
 * @param id the logical id, or {@code ns-…} for a namespace outside the template
 * @param domain the name of the namespace; for a namespace outside the template, the name in the template's outputs or in the
 *     exports of its stack; empty if neither has it
 * @param vpc the VPC that the private zone belongs to; empty if the template does not contain it
 * @param inTemplate whether the namespace is a resource of the template
 */
public record DeployedNamespace(String id, String domain, String vpc, boolean inTemplate, int line) {
    /** The export of a namespace's id by a stack of this generator, which exports the name as {@code …-NamespaceName}. */
    private static final Pattern IMPORTED_ID = Pattern.compile("(\\$\\{[A-Za-z0-9-]+-Namespace)Id}");

    /**
     * Returns the namespace with an id.
     *
     * @param line the line to report for a namespace outside the template
     */
    public static DeployedNamespace of(Template template, String id, int line) {
        Optional<TemplateResource> resource = template.resource(id, "AWS::ServiceDiscovery::PrivateDnsNamespace");
        if (resource.isPresent()) {
            TemplateResource namespace = resource.get();
            String vpc = template.id(namespace.at("Vpc"), "Ref", "VpcId");
            return new DeployedNamespace(
                    id, template.text(namespace.at("Name")), vpc, resource.isPresent(), namespace.line());
        }
        boolean isOutput = template.text(template.output("NamespaceId")).equals(id);
        String domain = isOutput
                ? template.text(template.output("NamespaceName"))
                : IMPORTED_ID.matcher(id).replaceFirst("$1Name}");
        return new DeployedNamespace(id, domain.equals(id) ? "" : domain, "", resource.isPresent(), line);
    }
}
