package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** A name in DNS is one service's: a peer is none of the config's own. */
final class PeerIsNotLocalService implements PeerRule {
    private static final ProblemKind PEER_IS_SERVICE =
            ProblemKind.error("peer-is-service", "A service and a peer have the same name, which DNS has once.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_IS_SERVICE);
    }

    @Override
    public void check(RuleContext subject, String name, Peer peer, Path path, Consumer<Finding> out) {
        if (subject.config().services().containsKey(name)) {
            String message = "`" + name + "` is a service of this config and a peer: both would have one name in DNS";
            out.accept(Finding.of(PEER_IS_SERVICE, path, message)
                    .atKey()
                    .hint("take it out of `peers`, or out of `services` if `" + peer.stack() + "` deploys it")
                    .also(Path.of("services", name)));
        }
    }
}
