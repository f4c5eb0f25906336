package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.model.schema.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule that looks at one statement of a task role's policy after the other. */
public interface StatementRule extends ServiceRule {
    void check(Statement statement, Path path, Consumer<Finding> out);

    @Override
    default void check(ServiceContext one, Consumer<Finding> out) {
        List<Policy> policies = one.service().policies();
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i) instanceof Policy.Inline inline) {
                check(inline.statement(), one.path("policies").with(i), out);
            }
        }
    }

    /** Each text of an element of a statement, with its path. */
    static void each(@Nullable Texts texts, Path path, BiConsumer<String, Path> texted) {
        if (texts != null) {
            for (int i = 0; i < texts.all().size(); i++) {
                texted.accept(texts.all().get(i), texts.one() ? path : path.with(i));
            }
        }
    }
}
