package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.function.Consumer;

/** A rule that checks each peer by itself. */
interface PeerRule extends Rule {
    /** Reports the problems of one peer. */
    void check(RuleContext context, String name, Peer peer, Path path, Consumer<Finding> out);

    @Override
    default void check(RuleContext context, Consumer<Finding> out) {
        context.config().peers().forEach((name, peer) -> check(context, name, peer, Path.of("peers", name), out));
    }
}
