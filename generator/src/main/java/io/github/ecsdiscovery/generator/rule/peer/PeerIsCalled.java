package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Checks that some service calls each peer. A peer that no service calls has no effect on the template. */
final class PeerIsCalled implements PeerRule {
    private static final ProblemKind PEER_UNUSED = ProblemKind.warning("peer-unused", "No service calls a peer.")
            .otherwise("AWS accepts the template, but the peer has no effect.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_UNUSED);
    }

    @Override
    public void check(RuleContext context, String name, Peer peer, Path path, Consumer<Finding> out) {
        boolean called = context.config().services().values().stream()
                .flatMap(service -> service.allCalls().stream())
                .anyMatch(call -> call.service().equals(name));
        if (!called) {
            out.accept(Finding.of(PEER_UNUSED, path, "no service calls the peer `" + name + "`")
                    .atKey()
                    .hint("add `calls: [" + name + "]` to the calling service, or remove the peer")
                    .also(Path.of("services")));
        }
    }
}
