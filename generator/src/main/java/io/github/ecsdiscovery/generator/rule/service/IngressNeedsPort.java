package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Whoever may come to a service finds a port there. */
final class IngressNeedsPort implements ServiceRule {
    private static final ProblemKind INGRESS_WITHOUT_PORT =
            ProblemKind.error("ingress-without-port", "A service without a port has `ingress`.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(INGRESS_WITHOUT_PORT);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (!one.service().ingress().isEmpty() && !one.service().hasPort() && one.isSetOnService("ingress")) {
            out.accept(Finding.of(
                            INGRESS_WITHOUT_PORT,
                            one.path("ingress"),
                            "`" + one.name() + "` has `ingress` and no port to come to")
                    .atKey()
                    .hint("add `port:`, or write `ingress: null`")
                    .also(one.path("port"), one.path("ports")));
        }
    }
}
