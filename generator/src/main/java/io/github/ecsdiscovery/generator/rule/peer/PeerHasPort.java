package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.function.Consumer;

/** A peer has a port that a call opens. */
public final class PeerHasPort implements PeerRule {
    @Override
    public void check(RuleContext subject, String name, Peer peer, Path path, Consumer<Finding> out) {
        if (peer.allPorts().isEmpty()) {
            out.accept(Finding.of(ProblemId.PEER_WITHOUT_PORT, path, "the peer `" + name + "` has no port")
                    .atKey()
                    .hint("add the port that its own config has: `port: 8080`")
                    .also(path.with("port"), path.with("ports")));
        }
    }
}
