package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.stack.PolicyStatement;
import io.github.ecsdiscovery.generator.stack.Role;
import io.github.ecsdiscovery.generator.stack.ServiceStack;
import java.util.function.Consumer;

/** An execution role holds what it may read. */
final class SecretsSize implements Rule {
    @Override
    public void check(Subject subject, Consumer<Finding> out) {
        for (ServiceStack service : subject.stack().services()) {
            Role role = service.executionRole();
            int characters = role == null
                    ? 0
                    : role.statements().stream().mapToInt(SecretsSize::length).sum();
            if (characters > PolicySize.MOST_CHARACTERS) {
                String message = "the policy that reads the secrets of `" + service.name() + "` has "
                        + Words.number(characters) + " characters and more; a role takes "
                        + Words.number(PolicySize.MOST_CHARACTERS);
                out.accept(Finding.of(ProblemId.POLICY_SIZE, Path.of("services", service.name(), "secrets"), message)
                        .atKey()
                        .hint("keep several values in one secret of Secrets Manager, and name each by its `key`"));
            }
        }
    }

    /** What there is at least: the texts, without what JSON puts around them. */
    private static int length(PolicyStatement statement) {
        return statement.elements().stream()
                .flatMap(element -> element.values().stream())
                .mapToInt(value ->
                        value.text(name -> Resolved.shortest("${" + name + "}")).length())
                .sum();
    }
}
