package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a service with {@code ingress} has a port. Otherwise there is nothing that the sources could reach. */
final class IngressNeedsPort implements ServiceRule {
    private static final ProblemKind INGRESS_WITHOUT_PORT = ProblemKind.error(
                    "ingress-without-port", "A service has `ingress` but no port.")
            .otherwise("AWS accepts the template, but the service has no port for the allowed sources.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(INGRESS_WITHOUT_PORT);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (!service.service().ingress().isEmpty()
                && !service.service().hasPort()
                && service.isSetOnService("ingress")) {
            String message = "`" + service.name() + "` has `ingress` but no port";
            out.accept(Finding.of(INGRESS_WITHOUT_PORT, service.path("ingress"), message)
                    .atKey()
                    .hint("add `port:`, or write `ingress: null`")
                    .also(service.path("port"), service.path("ports")));
        }
    }
}
