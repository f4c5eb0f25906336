package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.deployment.Alarms;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule that checks each ARN by itself: those of policies, the permissions boundary, secrets, keys and topics. */
interface ArnRule extends Rule {
    /** Reports the problems of one text that may be an ARN. */
    void check(Config config, String arn, Path path, Consumer<Finding> out);

    @Override
    default void check(RuleContext context, Consumer<Finding> out) {
        Config config = context.config();
        BiConsumer<String, Path> check = (arn, path) -> check(config, arn, path, out);
        each(config.permissionsBoundary(), Path.of("permissionsBoundary"), check);
        config.services().forEach((name, service) -> {
            Path path = Path.of("services", name);
            policies(service, path.with("policies"), check);
            Alarms alarms = service.deployment().alarms();
            if (alarms != null) {
                each(alarms.actions(), path.with("deployment", "alarms", "actions"), check);
            }
            secrets(service, path, check);
            service.sidecars()
                    .forEach((sidecar, container) -> secrets(container, path.with("sidecars", sidecar), check));
        });
    }

    private static void policies(Service service, Path list, BiConsumer<String, Path> check) {
        List<Policy> policies = service.policies();
        for (int i = 0; i < policies.size(); i++) {
            Path path = list.with(i);
            if (policies.get(i) instanceof Policy.Managed managed) {
                check.accept(managed.arn(), path);
            } else if (policies.get(i) instanceof Policy.Inline inline) {
                Statement statement = inline.statement();
                StatementRule.forEachText(statement.resource(), path.with("Resource"), check);
                StatementRule.forEachText(statement.notResource(), path.with("NotResource"), check);
            }
        }
    }

    private static void secrets(Container container, Path path, BiConsumer<String, Path> check) {
        container.secrets().forEach((variable, secret) -> secret(secret, path.with("secrets", variable), check));
    }

    private static void secret(Secret secret, Path path, BiConsumer<String, Path> check) {
        each(secret.secretsmanager(), path.with("secretsmanager"), check);
        each(secret.ssm(), path.with("ssm"), check);
        each(secret.kmsKey(), path.with("kmsKey"), check);
    }

    private static void each(List<String> arns, Path path, BiConsumer<String, Path> check) {
        for (int i = 0; i < arns.size(); i++) {
            check.accept(arns.get(i), path.with(i));
        }
    }

    private static void each(@Nullable String arn, Path path, BiConsumer<String, Path> check) {
        if (arn != null) {
            check.accept(arn, path);
        }
    }
}
