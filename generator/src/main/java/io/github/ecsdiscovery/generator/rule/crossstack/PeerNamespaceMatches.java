package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Peer;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A peer is under the namespace that its callers ask, and its group is one that they can have a rule at. */
final class PeerNamespaceMatches implements CrossStackRule {
    private static final ProblemKind PEER_NAMESPACE =
            ProblemKind.error("peer-namespace", "A peer is under another namespace than those that call it.");

    private static final ProblemKind PEER_GROUPS = ProblemKind.error(
            "peer-groups",
            "A peer's stack has one security group for all, and this one a group for each, or the reverse.");

    private static final Path GROUPS = Path.of("network", "securityGroups");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_NAMESPACE, PEER_GROUPS);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck one : neighbours.all()) {
            one.config().peers().forEach((name, peer) -> {
                StackUnderCheck other = neighbours.named(peer.stack(), one);
                if (other == null || other.is(one)) {
                    return;
                }
                if (!neighbours.mayShareNamespace(one, other)) {
                    namespace(one, other, name, peer, neighbours.deployer(name, one), out);
                } else if (!toldOfPlatform(neighbours, one, other)) {
                    groups(one, other, name, out);
                }
            });
        }
    }

    private static void namespace(
            StackUnderCheck one,
            StackUnderCheck other,
            String name,
            Peer peer,
            Optional<String> deployer,
            Consumer<CrossStackFinding> out) {
        if (!one.joins() && one.config().namespace().id() == null && !isShared(one)) {
            // That alone is a circle, and told as one.
            return;
        }
        String message = "`" + name + "` of `" + peer.stack()
                + "` is under another namespace than the services of this stack, which do not find it";
        out.accept(CrossStackFinding.of(one, PEER_NAMESPACE, Path.of("peers", name, "stack"), message)
                .hint(deployer.orElse("write the same `platform` in both"))
                .also(Path.of("platform"), Path.of("namespace"))
                .restingOn(other, Path.of("platform"), Path.of("namespace")));
    }

    /** One of two that join a platform says something else than it then, or one of them is the platform. */
    private static boolean toldOfPlatform(StackSet neighbours, StackUnderCheck one, StackUnderCheck other) {
        return neighbours.platform(one) != null || one.is(neighbours.platform(other));
    }

    private static void groups(
            StackUnderCheck one, StackUnderCheck other, String name, Consumer<CrossStackFinding> out) {
        if (isShared(one) == isShared(other)) {
            return;
        }
        String message =
                "`network.securityGroups` is `" + one.config().network().securityGroups() + "`, and `"
                        + other.config().network().securityGroups() + "` where `" + name
                        + "` is deployed, so no call gets there";
        out.accept(CrossStackFinding.of(one, PEER_GROUPS, GROUPS, message)
                .orAt(Path.of("peers", name, "stack"))
                .hint("write the same in both")
                .restingOn(other, GROUPS));
    }

    private static boolean isShared(StackUnderCheck one) {
        return one.config().network().securityGroups() == SecurityGroups.SHARED;
    }
}
