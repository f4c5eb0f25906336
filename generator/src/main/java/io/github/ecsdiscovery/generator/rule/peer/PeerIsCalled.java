package io.github.ecsdiscovery.generator.rule.peer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** A peer is there to be called. */
final class PeerIsCalled implements PeerRule {
    private static final ProblemKind PEER_UNUSED = ProblemKind.warning("peer-unused", "No service calls a peer.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_UNUSED);
    }

    @Override
    public void check(RuleContext subject, String name, Peer peer, Path path, Consumer<Finding> out) {
        boolean called = subject.config().services().values().stream()
                .flatMap(service -> service.allCalls().stream())
                .anyMatch(call -> call.service().equals(name));
        if (!called) {
            out.accept(Finding.of(PEER_UNUSED, path, "no service calls the peer `" + name + "`")
                    .atKey()
                    .hint("write `calls: [" + name + "]` at the service that does, or leave the peer out")
                    .also(Path.of("services")));
        }
    }
}
