package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Call;
import io.github.ecsdiscovery.generator.model.Service;
import java.util.function.Consumer;

/** Whatever a service calls has a port, and a name in DNS. */
final class CallableCallees implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        for (Call call : one.service().allCalls()) {
            Service callee = one.config().services().get(call.service());
            if (callee == null) {
                continue;
            }
            String says = "`calls` of `" + one.name() + "` names `" + call.service() + "`, which ";
            Path path = one.path("calls", call.step());
            Path service = Path.of("services", call.service());
            if (!callee.hasPort()) {
                out.accept(Finding.of(ProblemId.CALLEE_WITHOUT_PORT, path, says + "has no port")
                        .hint("give it one: `port: 8080`")
                        .also(service.with("port"), service.with("ports")));
            } else if (callee.dns() == null) {
                out.accept(Finding.of(
                                ProblemId.CALLEE_WITHOUT_DISCOVERY,
                                path,
                                says + "is not found by DNS: it has `discovery: none`")
                        .hint("write `discovery: dns` at `" + call.service() + "`")
                        .also(service.with("discovery")));
            }
        }
    }
}
