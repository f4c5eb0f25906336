package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that clients accept the namespace's name as the end of a host name and ask the VPC's resolver for it. AWS accepts
 * underscores, {@code .local} and names that end in a number, but many clients do not.
 */
final class NamespaceNames implements Rule {
    private static final ProblemKind NAMESPACE_UNDERSCORE = ProblemKind.warning(
                    "namespace-underscore",
                    "The namespace has an underscore, which many clients reject in a host name.")
            .otherwise(
                    "AWS accepts the template, but `java.net.URI` finds no host in such an address, and other clients"
                            + " reject it.")
            .source("https://github.com/micronaut-projects/micronaut-core/issues/1806");

    private static final ProblemKind NAMESPACE_LOCAL = ProblemKind.warning(
                    "namespace-local", "The namespace ends in `.local`, which is reserved for multicast DNS.")
            .otherwise("AWS accepts the template, but clients with multicast DNS never ask the VPC's resolver.")
            .source("https://www.rfc-editor.org/rfc/rfc6762");

    private static final ProblemKind NAMESPACE_NUMERIC = ProblemKind.warning(
                    "namespace-numeric", "The namespace ends in a number, so clients read it as an IP address.")
            .otherwise("AWS accepts the template, but clients read a name such as `shop.10` as an IPv4 address.")
            .source("https://url.spec.whatwg.org/#ends-in-a-number-checker");

    private static final Path PATH = Path.of("namespace", "name");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NAMESPACE_UNDERSCORE, NAMESPACE_LOCAL, NAMESPACE_NUMERIC);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        String domain = context.config().domain();
        if (domain == null) {
            return;
        }
        String lastLabel = domain.substring(domain.lastIndexOf('.') + 1);
        if (domain.contains("_")) {
            String message = "`" + domain + "` has an underscore, which is not allowed in a host name:"
                    + " `java.net.URI` finds no host, and other clients reject the address";
            out.accept(
                    Finding.of(NAMESPACE_UNDERSCORE, PATH, message).hint("write `" + domain.replace('_', '-') + "`"));
        }
        if (lastLabel.equals("local")) {
            String prefix = domain.substring(0, domain.length() - "local".length());
            String message = "`" + domain + "` ends in `.local`, which is reserved for multicast DNS:"
                    + " some clients never ask the VPC's resolver";
            out.accept(Finding.of(NAMESPACE_LOCAL, PATH, message).hint("write `" + prefix + "internal`"));
        }
        if (lastLabel.chars().allMatch(Character::isDigit)) {
            String message = "`" + domain + "` ends in a number, so clients read it as an IPv4 address";
            out.accept(
                    Finding.of(NAMESPACE_NUMERIC, PATH, message).hint("end it with a word: `" + domain + ".internal`"));
        }
    }
}
