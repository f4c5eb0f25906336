package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a task has CPU for its own container beside Service Connect's proxy. AWS recommends 256 units for the proxy. */
final class ServiceConnectProxySize implements ServiceRule {
    private static final ProblemKind CONNECT_SIZE = ProblemKind.warning(
                    "connect-size", "A task has no CPU to spare for Service Connect's proxy.")
            .otherwise(
                    "AWS accepts the template, but the proxy and the service share too little CPU, and everything is slow.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html");

    /** The CPU units that AWS recommends for the proxy alone. */
    private static final int PROXY_CPU = 256;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_SIZE);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        int cpu = service.service().cpu();
        if (service.config().hasServiceConnectProxy(service.service()) && cpu <= PROXY_CPU) {
            String message = "`" + service.name() + "` has `cpu: " + cpu + "`, but AWS recommends " + PROXY_CPU
                    + " units for Service Connect's proxy alone";
            out.accept(Finding.of(CONNECT_SIZE, service.path("cpu"), message)
                    .hint("write `cpu: 512` and `memory: 1024`; the proxy needs 256 units and 64 MiB")
                    .also(service.path("discovery"), service.path("calls")));
        }
    }
}
