package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectCalls;
import java.util.function.Consumer;

/** Whoever is called by Service Connect is there before its callers: their proxies know who was there when they started. */
public final class ServiceConnectOrder implements Rule {
    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        ServiceConnectCalls calls = new ServiceConnectCalls(subject.config());
        subject.config().services().forEach((name, service) -> {
            for (Call call : service.allCalls()) {
                Path path = Path.of("services", name, "calls", call.step());
                if (calls.isInCycle(name, call.service())) {
                    out.accept(circle(name, call, path));
                } else if (call.service().equals(name) && isConnectAlone(service)) {
                    out.accept(itself(name, path));
                }
            }
        });
    }

    private static boolean isConnectAlone(Service service) {
        return service.connect() != null && service.dns() == null;
    }

    private static Finding circle(String name, Call call, Path path) {
        String message = "`" + name + "` calls `" + call.service()
                + "` and is called by it, in the end, by Service Connect alone: whichever is deployed first never finds the other";
        return Finding.of(ProblemId.CONNECT_CYCLE, path, message)
                .hint("write `discovery: both` at one of the circle, so that DNS leads there too")
                .also(Path.of("services", call.service(), "discovery"));
    }

    private static Finding itself(String name, Path path) {
        String message = "`" + name
                + "` calls itself by Service Connect alone: whether its first tasks know their own service is nowhere written";
        return Finding.of(ProblemId.CONNECT_SELF, path, message)
                .hint("write `discovery: both` at `" + name + "`, so that DNS leads there too")
                .also(Path.of("services", name, "discovery"));
    }
}
