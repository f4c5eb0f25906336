package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/** Services that are behind the platform's load balancer join a platform that has one. */
final class PlatformHasLoadBalancer implements CrossStackRule {
    private static final ProblemKind PLATFORM_WITHOUT_LOAD_BALANCER = ProblemKind.error(
            "platform-without-load-balancer", "A service has `http`, and the platform no load balancer.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_WITHOUT_LOAD_BALANCER);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck one : neighbours.all()) {
            StackUnderCheck platform = neighbours.platform(one);
            if (platform == null || platform.config().ownLoadBalancer() != null) {
                continue;
            }
            one.config().services().forEach((name, service) -> {
                if (service.front() != null) {
                    String message = "`" + name + "` has `http`, and the platform `" + platform.stack()
                            + "` has no load balancer";
                    out.accept(CrossStackFinding.of(
                                    one, PLATFORM_WITHOUT_LOAD_BALANCER, Path.of("services", name, "http"), message)
                            .atKey()
                            .hint("write `loadBalancer` into `"
                                    + platform.origin().file() + "`, or leave `http` out")
                            .also(Path.of("platform"))
                            .restingOn(platform, Path.of("loadBalancer")));
                }
            });
        }
    }
}
