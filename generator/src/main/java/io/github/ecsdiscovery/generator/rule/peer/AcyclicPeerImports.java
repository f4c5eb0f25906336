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
 * Checks that the stack of a peer can be deployed before this stack, which imports the security group of the peer. That is
 * impossible if this stack creates the namespace that both use, because the peer's stack then needs this stack first.
 */
final class AcyclicPeerImports implements PeerRule {
    private static final ProblemKind PEER_CYCLE = ProblemKind.error(
                    "peer-cycle", "Two stacks need each other, so neither can be deployed first.")
            .otherwise("CloudFormation fails, because each stack imports a value that the other has not exported yet.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
                    + "intrinsic-function-reference-importvalue.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_CYCLE);
    }

    @Override
    public void check(RuleContext context, String name, Peer peer, Path path, Consumer<Finding> out) {
        Config config = context.config();
        boolean joins = config.platform() != null || config.namespace().id() != null;
        if (!joins && config.network().securityGroups() == SecurityGroups.PER_SERVICE) {
            String message =
                    "the stack `" + peer.stack() + "` of the peer `" + name + "` needs the namespace of this stack,"
                            + " and this stack needs the security group of `" + name + "`";
            out.accept(Finding.of(PEER_CYCLE, path.with("stack"), message)
                    .hint("put both into one config, write `network: {securityGroups: shared}` in both,"
                            + " or let both join a platform in a stack of its own")
                    .also(Path.of("platform"), Path.of("network", "securityGroups"), Path.of("namespace", "id")));
        }
    }
}
