package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/** What stacks join is a platform: it joins none itself. */
final class PlatformDoesNotJoin implements CrossStackRule {
    private static final ProblemKind PLATFORM_JOINS = ProblemKind.error(
            "platform-joins", "The platform joins another stack itself, so there is nothing to join.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_JOINS);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck one : neighbours.all()) {
            StackUnderCheck said = neighbours.saidPlatform(one);
            if (said == null || !said.joins()) {
                continue;
            }
            String beyond = said.config().platform();
            String message = said.is(one)
                    ? "the stack `" + one.stack() + "` joins itself"
                    : "`" + said.stack() + "` is no platform: it joins `" + beyond
                            + "` itself, and exports no network, namespace and cluster";
            boolean isEnd = said.is(one) || one.stack().equals(beyond);
            out.accept(CrossStackFinding.of(one, PLATFORM_JOINS, Path.of("platform"), message)
                    .hint(isEnd ? "leave `platform` out where the network is made" : "write `platform: " + beyond + "`")
                    .restingOn(said, Path.of("platform")));
        }
    }
}
