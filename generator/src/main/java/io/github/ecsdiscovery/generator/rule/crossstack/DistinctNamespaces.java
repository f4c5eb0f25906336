package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** No two stacks make a namespace of one name in a VPC, which has each once: whoever deploys the second is refused. */
final class DistinctNamespaces implements CrossStackRule {
    private static final ProblemKind SAME_NAMESPACE = ProblemKind.error(
            "same-namespace", "Two stacks make a namespace of the same name in one VPC, which has it once.");

    private static final Path NAMESPACE = Path.of("namespace");
    private static final Path VPC = Path.of("network", "vpc", "id");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_NAMESPACE);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        Map<String, StackUnderCheck> holders = new HashMap<>();
        for (StackUnderCheck one : neighbours.beside()) {
            Vpc vpc = one.config().network().vpc();
            String domain = one.config().domain();
            if (vpc == null || domain == null || one.config().namespace().id() != null) {
                continue;
            }
            StackUnderCheck other = holders.putIfAbsent(vpc.id() + " " + domain, one);
            if (other != null) {
                out.accept(clash(one, other, domain, vpc.id()));
            }
        }
    }

    private static CrossStackFinding clash(StackUnderCheck one, StackUnderCheck other, String domain, String vpc) {
        String message = "`" + one.stack() + "` and `" + other.stack() + "` both make the namespace `" + domain
                + "` in `" + vpc + "`, which has it once";
        return CrossStackFinding.of(one, SAME_NAMESPACE, NAMESPACE.with("name"), message)
                .orAt(VPC)
                .hint("write another name, such as `namespace: {name: " + one.word() + "." + domain + "}`")
                .also(NAMESPACE, VPC)
                .restingOn(other, NAMESPACE, VPC);
    }
}
