package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** A peer has a port that a call opens. */
final class PeerHasPort implements PeerRule {
    private static final ProblemKind PEER_WITHOUT_PORT = ProblemKind.error(
            "peer-without-port", "A peer has neither `port` nor `ports`, so there is nothing to call.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_WITHOUT_PORT);
    }

    @Override
    public void check(RuleContext subject, String name, Peer peer, Path path, Consumer<Finding> out) {
        if (peer.allPorts().isEmpty()) {
            out.accept(Finding.of(PEER_WITHOUT_PORT, path, "the peer `" + name + "` has no port")
                    .atKey()
                    .hint("add the port that its own config has: `port: 8080`")
                    .also(path.with("port"), path.with("ports")));
        }
    }
}
