package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** A task has room for Service Connect's proxy beside its own container. */
final class ServiceConnectProxySize implements ServiceRule {
    private static final ProblemKind CONNECT_SIZE =
            ProblemKind.warning("connect-size", "A task has no CPU to spare for Service Connect's proxy.");

    /** What AWS recommends for the proxy alone. */
    private static final int PROXY = 256;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_SIZE);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.config().hasProxy(one.service()) && one.service().cpu() <= PROXY) {
            String message = "`" + one.name() + "` has `cpu: " + one.service().cpu()
                    + "`, all of which AWS recommends for Service Connect's proxy in each of its tasks";
            out.accept(Finding.of(CONNECT_SIZE, one.path("cpu"), message)
                    .hint("write `cpu: 512` and `memory: 1024`: the proxy is to have 256 units and 64 MiB")
                    .also(one.path("discovery"), one.path("calls")));
        }
    }
}
