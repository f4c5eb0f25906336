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

/** Where no way leads to the internet, secrets are kept in the stack's own Region, which endpoints lead to. */
public final class SecretReachable implements ContainerRule {
    private static final ProblemKind SECRET_OUT_OF_REACH = ProblemKind.error(
            "secret-out-of-reach", "A secret is kept in another Region, and neither NAT nor an endpoint leads there.");

    private static final Pattern ARN = Pattern.compile("arn:[^:]*(?:::[^:]*)?:(?:secretsmanager|ssm):([a-z0-9-]+):.*");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SECRET_OUT_OF_REACH);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        ServiceContext one = part.service();
        if (PrivateSubnetEgress.hasOnlyEndpoints(one.context())) {
            part.container().secrets().forEach((variable, secret) -> {
                Path path = part.path("secrets", variable);
                check(one, secret.secretsmanager(), path.with("secretsmanager"), out);
                check(one, secret.ssm(), path.with("ssm"), out);
            });
        }
    }

    /** The Region that a secret is kept in, where that is not the one of the tasks; else null. */
    public static @Nullable String elsewhere(@Nullable String region, @Nullable String said) {
        Matcher written = ARN.matcher(said == null ? "" : said);
        return region != null && written.matches() && !written.group(1).equals(region) ? written.group(1) : null;
    }

    private static void check(ServiceContext one, @Nullable String said, Path path, Consumer<Finding> out) {
        String region = one.config().region();
        String elsewhere = elsewhere(region, said);
        if (elsewhere != null) {
            String message = "`" + said + "` is kept in `" + elsewhere + "`: endpoints lead to `" + region
                    + "` alone, and with `nat: none` nothing else does";
            out.accept(Finding.of(SECRET_OUT_OF_REACH, path, message)
                    .hint("keep it in `" + region + "`, by replication for instance, or write `nat: single`")
                    .also(Path.of("network", "nat"), Path.of("region")));
        }
    }
}
