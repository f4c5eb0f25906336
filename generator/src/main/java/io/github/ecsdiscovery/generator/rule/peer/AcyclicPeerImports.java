package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * The stack of a peer can be deployed before this one, which imports its security group. It cannot where this stack makes
 * the namespace that both are in, for then that stack needs this one first.
 */
final class AcyclicPeerImports implements PeerRule {
    private static final ProblemKind PEER_CYCLE =
            ProblemKind.error("peer-cycle", "Two stacks need each other: neither can be deployed first.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_CYCLE);
    }

    @Override
    public void check(RuleContext subject, String name, Peer peer, Path path, Consumer<Finding> out) {
        Config config = subject.config();
        boolean joins = config.platform() != null || config.namespace().id() != null;
        if (!joins && config.network().securityGroups() == SecurityGroups.PER_SERVICE) {
            String message =
                    "`" + name + "` of `" + peer.stack() + "` is under the namespace that this stack makes, so `"
                            + peer.stack() + "` needs this stack first, and this one would need `" + peer.stack() + "`";
            out.accept(Finding.of(PEER_CYCLE, path.with("stack"), message)
                    .hint("put both into one config, write `network: {securityGroups: shared}` in both,"
                            + " or make the platform a stack of its own that both join")
                    .also(Path.of("platform"), Path.of("network", "securityGroups"), Path.of("namespace", "id")));
        }
    }
}
