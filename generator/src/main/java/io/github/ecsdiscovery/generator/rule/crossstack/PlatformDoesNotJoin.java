package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a platform does not join another platform. A stack that joins one exports no network, namespace or cluster.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Stack exports</a>
 */
final class PlatformDoesNotJoin implements CrossStackRule {
    private static final ProblemKind PLATFORM_JOINS = ProblemKind.error(
                    "platform-joins", "The stack under `platform` joins a platform itself.")
            .otherwise("The deployment fails because that stack does not export a network, a namespace and a cluster.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_JOINS);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck stack : stacks.all()) {
            StackUnderCheck target = stacks.configuredPlatform(stack);
            if (target == null || !target.joinsPlatform()) {
                continue;
            }
            String next = target.config().platform();
            String message = target.isSameAs(stack)
                    ? "the stack `" + stack.name() + "` joins itself"
                    : "`" + target.name() + "` is not a platform: it joins `" + next
                            + "` and exports no network, namespace and cluster";
            boolean isLoop = target.isSameAs(stack) || stack.name().equals(next);
            out.accept(CrossStackFinding.of(stack, PLATFORM_JOINS, Path.of("platform"), message)
                    .hint(
                            isLoop
                                    ? "remove `platform` from the config that creates the network"
                                    : "write `platform: " + next + "`")
                    .dependingOn(target, Path.of("platform")));
        }
    }
}
