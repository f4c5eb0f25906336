package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** Whoever may come to a service finds a port there. */
public final class IngressNeedsPort implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        if (!one.service().ingress().isEmpty() && !one.service().hasPort() && one.isOwn("ingress")) {
            out.accept(Finding.of(
                            ProblemId.INGRESS_WITHOUT_PORT,
                            one.path("ingress"),
                            "`" + one.name() + "` has `ingress` and no port to come to")
                    .atKey()
                    .hint("add `port:`, or write `ingress: null`")
                    .also(one.path("port"), one.path("ports")));
        }
    }
}
