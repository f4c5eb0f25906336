package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Every client takes the namespace's name for a host name, and asks DNS for it. */
final class NamespaceNames implements Rule {
    private static final ProblemKind NAMESPACE_UNDERSCORE = ProblemKind.warning(
            "namespace-underscore", "The namespace has an underscore; many clients refuse such a host name.");

    private static final ProblemKind NAMESPACE_LOCAL =
            ProblemKind.warning("namespace-local", "The namespace ends in `.local`, which belongs to multicast DNS.");

    private static final ProblemKind NAMESPACE_NUMERIC = ProblemKind.warning(
            "namespace-numeric", "The namespace ends in a number; clients take the name for an address.");

    private static final Path PATH = Path.of("namespace", "name");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NAMESPACE_UNDERSCORE, NAMESPACE_LOCAL, NAMESPACE_NUMERIC);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String domain = subject.config().domain();
        if (domain == null) {
            return;
        }
        String last = domain.substring(domain.lastIndexOf('.') + 1);
        if (domain.contains("_")) {
            out.accept(Finding.of(
                            NAMESPACE_UNDERSCORE,
                            PATH,
                            "`" + domain
                                    + "` has an underscore, which is no part of a host name: Java's URI has no host then,"
                                    + " and other clients refuse the address")
                    .hint("write `" + domain.replace('_', '-') + "`"));
        }
        if (last.equals("local")) {
            String name = domain.substring(0, domain.length() - "local".length());
            out.accept(Finding.of(
                            NAMESPACE_LOCAL,
                            PATH,
                            "names under `.local` belong to multicast DNS: some clients never ask the VPC's resolver for `"
                                    + domain + "`")
                    .hint("write `" + name + "internal`"));
        }
        if (last.chars().allMatch(Character::isDigit)) {
            out.accept(Finding.of(
                            NAMESPACE_NUMERIC,
                            PATH,
                            "`" + domain + "` ends in a number, so clients take it for an IPv4 address")
                    .hint("end it in a word: `" + domain + ".internal`"));
        }
    }
}
