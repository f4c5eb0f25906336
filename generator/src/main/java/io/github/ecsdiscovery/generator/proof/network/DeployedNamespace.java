package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Cloud Map namespace with private DNS.
 *
 * @param id its logical id, or {@code ns-…} of one that is there already
 * @param domain its name; of one that is there already, what the template's outputs say, or what its stack exports
 * @param vpc the VPC whose resolver knows it; empty where the template does not tell
 */
public record DeployedNamespace(String id, String domain, String vpc, boolean own, int line) {
    /** The export by which another stack of this generator tells the namespace; its name stands beside it. */
    private static final Pattern IMPORTED = Pattern.compile("(\\$\\{[A-Za-z0-9-]+-Namespace)Id}");

    public static DeployedNamespace of(Template template, String id, int line) {
        Optional<TemplateResource> resource = template.find(id, "AWS::ServiceDiscovery::PrivateDnsNamespace");
        if (resource.isPresent()) {
            TemplateResource one = resource.get();
            String vpc = template.id(one.at("Vpc"), "Ref", "VpcId");
            return new DeployedNamespace(id, template.text(one.at("Name")), vpc, true, one.line());
        }
        TemplateNode outputs = template.root().at("Outputs");
        boolean told = template.text(outputs.at("NamespaceId", "Value")).equals(id);
        String domain = told
                ? template.text(outputs.at("NamespaceName", "Value"))
                : IMPORTED.matcher(id).replaceFirst("$1Name}");
        domain = domain.equals(id) ? "" : domain;
        return new DeployedNamespace(id, domain, "", false, line);
    }
}
