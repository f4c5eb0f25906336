package io.github.ecsdiscovery.generator.rule.serviceconnect;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import io.github.ecsdiscovery.generator.stack.discovery.ServiceConnectPlan;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks the length of Service Connect's names: 64 characters for a discovery name, which becomes a Cloud Map service, and 127 for
 * a client alias. ECS rejects longer names.
 */
final class ServiceConnectNames implements ServiceRule {
    private static final ProblemKind CONNECT_NAME = ProblemKind.error(
                    "connect-name", "A name is longer than Service Connect allows.")
            .otherwise(
                    "ECS rejects a discovery name of more than 64 characters, which is the name in Cloud Map, and a client"
                            + " alias of more than 127.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
                    + "aws-properties-ecs-service-serviceconnectclientalias.html");

    private static final int LONGEST_ALIAS = 127;
    private static final int LONGEST_DISCOVERY_NAME = 64;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(CONNECT_NAME);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (service.service().connect() == null) {
            return;
        }
        for (NamedPort port : service.service().allPorts()) {
            String name = ServiceConnectPlan.discoveryName(service.name(), port);
            int excess = name.length() - LONGEST_DISCOVERY_NAME;
            if (excess > 0) {
                String message = "the discovery name `" + name + "` has " + name.length()
                        + " characters; Service Connect allows " + LONGEST_DISCOVERY_NAME;
                out.accept(Finding.of(CONNECT_NAME, service.path("ports", String.valueOf(port.name())), message)
                        .atKey()
                        .hint("shorten the name of the service or the port by " + TextList.count(excess, "character")));
            }
        }
        String domain = service.config().domain();
        String alias = service.name() + "." + domain;
        int excess = alias.length() - LONGEST_ALIAS;
        if (domain != null && excess > 0) {
            String message = "the client alias `" + alias + "` has " + alias.length()
                    + " characters; Service Connect allows " + LONGEST_ALIAS;
            out.accept(Finding.of(CONNECT_NAME, Path.of("namespace", "name"), message)
                    .hint("shorten `namespace.name` by " + TextList.count(excess, "character"))
                    .also(Path.of("name"), service.path("discovery")));
        }
    }
}
