package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.network.PrivateSubnetEgress;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the secrets of tasks without internet access are in the stack's own Region. An interface endpoint leads to its own
 * Region only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html">ECS interface VPC endpoints</a>
 */
public final class SecretReachable implements ContainerRule {
    private static final ProblemKind SECRET_OUT_OF_REACH = ProblemKind.error(
                    "secret-out-of-reach", "A secret is in another Region, which tasks without NAT cannot reach.")
            .otherwise(
                    "AWS accepts the template. The endpoint leads to its own Region only, so the task cannot read the"
                            + " secret and stops before it starts. The deployment rolls back.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html");

    private static final Pattern ARN = Pattern.compile("arn:[^:]*(?:::[^:]*)?:(?:secretsmanager|ssm):([a-z0-9-]+):.*");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SECRET_OUT_OF_REACH);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        ServiceContext service = container.service();
        if (PrivateSubnetEgress.hasOnlyEndpoints(service.context())) {
            container.container().secrets().forEach((variable, secret) -> {
                Path path = container.path("secrets", variable);
                check(service, secret.secretsmanager(), path.with("secretsmanager"), out);
                check(service, secret.ssm(), path.with("ssm"), out);
            });
        }
    }

    /** Returns the Region of a secret that is not in the given Region, or null. A name without an ARN is in the same Region. */
    public static @Nullable String otherRegion(@Nullable String region, @Nullable String secret) {
        Matcher arn = ARN.matcher(secret == null ? "" : secret);
        return region != null && arn.matches() && !arn.group(1).equals(region) ? arn.group(1) : null;
    }

    private static void check(ServiceContext service, @Nullable String secret, Path path, Consumer<Finding> out) {
        String region = service.config().region();
        String otherRegion = otherRegion(region, secret);
        if (otherRegion != null) {
            String message = "the secret `" + secret + "` is in `" + otherRegion
                    + "`; with `nat: none` tasks only reach secrets in `" + region + "`";
            out.accept(Finding.of(SECRET_OUT_OF_REACH, path, message)
                    .hint("replicate it to `" + region + "`, or write `nat: single`")
                    .also(Path.of("network", "nat"), Path.of("region")));
        }
    }
}
