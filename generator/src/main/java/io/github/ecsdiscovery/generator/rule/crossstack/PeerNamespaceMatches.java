package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks that a peer is in the namespace of its callers, and that both stacks have the same kind of security groups. A name of
 * another namespace does not resolve. A stack with a group for each service imports the peer's group, which a stack with a shared
 * group does not export.
 */
final class PeerNamespaceMatches implements CrossStackRule {
    private static final ProblemKind PEER_NAMESPACE = ProblemKind.error(
                    "peer-namespace", "A peer is in another namespace than the services that call it.")
            .otherwise("AWS accepts the template. The peer's name does not resolve for its callers.");

    private static final ProblemKind PEER_GROUPS = ProblemKind.error(
                    "peer-groups", "A peer's stack has another value of `network.securityGroups`.")
            .otherwise(
                    "The deployment fails because the stack imports a security group that the other stack does not export."
                            + " If it imports nothing, the peer's group does not let its calls in.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html");

    private static final Path GROUPS = Path.of("network", "securityGroups");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PEER_NAMESPACE, PEER_GROUPS);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck stack : stacks.all()) {
            stack.config().peers().forEach((name, peer) -> {
                StackUnderCheck owner = stacks.find(peer.stack(), stack);
                if (owner == null || owner.isSameAs(stack)) {
                    return;
                }
                if (!stacks.mayShareNamespace(stack, owner)) {
                    // A peer of the stack that creates the namespace is a cycle, and another rule reports it.
                    if (stack.joinsPlatform() || stack.config().namespace().id() != null || isShared(stack)) {
                        out.accept(otherNamespace(stack, owner, name, stacks.ownerHint(name, stack)));
                    }
                } else if (!isComparedWithPlatform(stacks, stack, owner) && isShared(stack) != isShared(owner)) {
                    out.accept(otherGroups(stack, owner, name));
                }
            });
        }
    }

    private static CrossStackFinding otherNamespace(
            StackUnderCheck stack, StackUnderCheck owner, String name, Optional<String> hint) {
        String message = "`" + name + "` of `" + owner.name()
                + "` is in another namespace, so the services of this stack do not find it";
        return CrossStackFinding.of(stack, PEER_NAMESPACE, Path.of("peers", name, "stack"), message)
                .hint(hint.orElse("write the same `platform` in both configs"))
                .also(Path.of("platform"), Path.of("namespace"))
                .dependingOn(owner, Path.of("platform"), Path.of("namespace"));
    }

    /** Returns whether another rule compares one of the stacks with its platform. That rule then reports the difference. */
    private static boolean isComparedWithPlatform(StackSet stacks, StackUnderCheck stack, StackUnderCheck other) {
        return stacks.platform(stack) != null || stack.isSameAs(stacks.platform(other));
    }

    private static CrossStackFinding otherGroups(StackUnderCheck stack, StackUnderCheck owner, String name) {
        String message =
                "`network.securityGroups` is `" + stack.config().network().securityGroups() + "`, but `"
                        + owner.config().network().securityGroups() + "` in the stack of `" + name
                        + "`, so its security group rejects all calls";
        return CrossStackFinding.of(stack, PEER_GROUPS, GROUPS, message)
                .orAt(Path.of("peers", name, "stack"))
                .hint("write the same value in both configs")
                .dependingOn(owner, GROUPS);
    }

    private static boolean isShared(StackUnderCheck stack) {
        return stack.config().network().securityGroups() == SecurityGroups.SHARED;
    }
}
