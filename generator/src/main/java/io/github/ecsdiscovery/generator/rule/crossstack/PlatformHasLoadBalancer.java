package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a service with {@code http} joins a platform that has a load balancer. The service imports the platform's listener and
 * security group.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Stack exports</a>
 */
final class PlatformHasLoadBalancer implements CrossStackRule {
    private static final ProblemKind PLATFORM_WITHOUT_LOAD_BALANCER = ProblemKind.error(
                    "platform-without-load-balancer", "A service has `http`, but the platform has no load balancer.")
            .otherwise("The deployment fails because the platform does not export a listener.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PLATFORM_WITHOUT_LOAD_BALANCER);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        for (StackUnderCheck stack : stacks.all()) {
            StackUnderCheck platform = stacks.platform(stack);
            if (platform == null || platform.config().ownLoadBalancer() != null) {
                continue;
            }
            stack.config().services().forEach((name, service) -> {
                if (service.enabledHttp() != null) {
                    String message = "`" + name + "` has `http`, but the platform `" + platform.name()
                            + "` has no load balancer";
                    out.accept(CrossStackFinding.of(
                                    stack, PLATFORM_WITHOUT_LOAD_BALANCER, Path.of("services", name, "http"), message)
                            .atKey()
                            .hint("add `loadBalancer` to `" + platform.origin().file() + "`, or remove `http`")
                            .also(Path.of("platform"))
                            .dependingOn(platform, Path.of("loadBalancer")));
                }
            });
        }
    }
}
