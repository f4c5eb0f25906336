package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.function.Consumer;

/** A rule that looks at one peer after the other. */
interface PeerRule extends Rule {
    void check(RuleContext subject, String name, Peer peer, Path path, Consumer<Finding> out);

    @Override
    default void check(RuleContext subject, Consumer<Finding> out) {
        subject.config().peers().forEach((name, peer) -> check(subject, name, peer, Path.of("peers", name), out));
    }
}
