package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.function.Consumer;

/** A name in DNS is one service's: a peer is none of the config's own. */
public final class PeerIsNotLocalService implements PeerRule {
    @Override
    public void check(RuleContext subject, String name, Peer peer, Path path, Consumer<Finding> out) {
        if (subject.config().services().containsKey(name)) {
            String message = "`" + name + "` is a service of this config and a peer: both would have one name in DNS";
            out.accept(Finding.of(ProblemId.PEER_IS_SERVICE, path, message)
                    .atKey()
                    .hint("take it out of `peers`, or out of `services` if `" + peer.stack() + "` deploys it")
                    .also(Path.of("services", name)));
        }
    }
}
