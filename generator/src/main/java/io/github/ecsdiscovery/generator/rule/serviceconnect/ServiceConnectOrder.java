package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectCalls;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that services which call each other only by Service Connect can be deployed callee first. A proxy knows only the endpoints
 * that exist when its task starts, so a caller that starts first does not find its callee until its next deployment.
 */
final class ServiceConnectOrder implements Rule {
    private static final String CONSEQUENCE =
            "AWS accepts the template, but the proxy of a task knows only the endpoints that"
                    + " exist when the task starts, and finds no others until the next deployment.";

    private static final String DEPLOYMENT_ORDER =
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html";

    private static final ProblemKind CONNECT_CYCLE = ProblemKind.error(
                    "connect-cycle",
                    "Services call each other in a cycle by Service Connect alone."
                            + " The service that is deployed first never finds the others.")
            .otherwise(CONSEQUENCE + " Without a cycle, the template makes callers wait for their callees.")
            .source(DEPLOYMENT_ORDER);

    private static final ProblemKind CONNECT_SELF = ProblemKind.warning(
                    "connect-self",
                    "A service calls itself by Service Connect alone. AWS does not document whether its first tasks find it.")
            .otherwise(CONSEQUENCE)
            .source(DEPLOYMENT_ORDER);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_CYCLE, CONNECT_SELF);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        ServiceConnectCalls calls = new ServiceConnectCalls(context.config());
        context.config().services().forEach((name, service) -> {
            for (Call call : service.allCalls()) {
                Path path = Path.of("services", name, "calls", call.step());
                if (calls.isInCycle(name, call.service())) {
                    out.accept(cycle(name, call, path));
                } else if (call.service().equals(name) && usesOnlyServiceConnect(service)) {
                    out.accept(callOfItself(name, path));
                }
            }
        });
    }

    private static boolean usesOnlyServiceConnect(Service service) {
        return service.connect() != null && service.dns() == null;
    }

    private static Finding cycle(String name, Call call, Path path) {
        String message = "`" + name + "` calls `" + call.service() + "` in a cycle of calls by Service Connect alone:"
                + " the service that is deployed first never finds the others";
        return Finding.of(CONNECT_CYCLE, path, message)
                .hint("write `discovery: both` at one service of the cycle, so that it is also found by DNS")
                .also(Path.of("services", call.service(), "discovery"));
    }

    private static Finding callOfItself(String name, Path path) {
        String message =
                "`" + name + "` calls itself by Service Connect alone, but AWS does not document whether its first"
                        + " tasks find it";
        return Finding.of(CONNECT_SELF, path, message)
                .hint("write `discovery: both` at `" + name + "`, so that it is also found by DNS")
                .also(Path.of("services", name, "discovery"));
    }
}
