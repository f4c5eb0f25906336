package io.github.ecsdiscovery.generator.proof;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Cloud Map namespace with private DNS.
 *
 * @param id its logical id, or {@code ns-…} of one that is there already
 * @param domain its name; of one that is there already, what the template's outputs say, or what its stack exports
 * @param vpc the VPC whose resolver knows it; empty where the template does not tell
 */
record Namespace(String id, String domain, String vpc, boolean own, int line) {
    /** The export by which another stack of this generator tells the namespace; its name stands beside it. */
    private static final Pattern IMPORTED = Pattern.compile("(\\$\\{[A-Za-z0-9-]+-Namespace)Id}");

    static Namespace of(Template template, String id, int line) {
        Optional<Resource> resource = template.find(id, "AWS::ServiceDiscovery::PrivateDnsNamespace");
        if (resource.isPresent()) {
            Resource one = resource.get();
            String vpc = template.id(one.at("Vpc"), "Ref", "VpcId");
            return new Namespace(id, template.text(one.at("Name")), vpc, true, one.line());
        }
        Tree outputs = template.root().at("Outputs");
        boolean told = template.text(outputs.at("NamespaceId", "Value")).equals(id);
        String domain = told
                ? template.text(outputs.at("NamespaceName", "Value"))
                : IMPORTED.matcher(id).replaceFirst("$1Name}");
        domain = domain.equals(id) ? "" : domain;
        return new Namespace(id, domain, "", false, line);
    }
}
