package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Checks that no peer has the name of a service of this config. Both would have the same name in DNS, which must be unique. */
final class PeerIsNotLocalService implements PeerRule {
    private static final ProblemKind PEER_IS_SERVICE = ProblemKind.error(
                    "peer-is-service", "A service and a peer have the same name.")
            .otherwise(
                    "Cloud Map rejects a second service of the same name in a namespace, and ECS rejects a second service"
                            + " of the same name in a cluster. Only configs that are checked together can be compared.")
            .source("https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_IS_SERVICE);
    }

    @Override
    public void check(RuleContext context, String name, Peer peer, Path path, Consumer<Finding> out) {
        if (context.config().services().containsKey(name)) {
            String message =
                    "`" + name + "` is both a service of this config and a peer, but a DNS name must be unique";
            out.accept(Finding.of(PEER_IS_SERVICE, path, message)
                    .atKey()
                    .hint("remove it from `peers`, or from `services` if `" + peer.stack() + "` deploys it")
                    .also(Path.of("services", name)));
        }
    }
}
