package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Checks that each peer has a port. Without one there is nothing to call. */
final class PeerHasPort implements PeerRule {
    private static final ProblemKind PEER_WITHOUT_PORT = ProblemKind.error(
                    "peer-without-port", "A peer has neither `port` nor `ports`.")
            .otherwise("AWS accepts the template, but there is nothing to call.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_WITHOUT_PORT);
    }

    @Override
    public void check(RuleContext context, String name, Peer peer, Path path, Consumer<Finding> out) {
        if (peer.allPorts().isEmpty()) {
            out.accept(Finding.of(PEER_WITHOUT_PORT, path, "the peer `" + name + "` has no port")
                    .atKey()
                    .hint("add the port from its own config: `port: 8080`")
                    .also(path.with("port"), path.with("ports")));
        }
    }
}
