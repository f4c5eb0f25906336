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

/** A rule that checks each inline statement of a task role's policy by itself. */
public interface StatementRule extends ServiceRule {
    /** Reports the problems of one statement. */
    void check(Statement statement, Path path, Consumer<Finding> out);

    @Override
    default void check(ServiceContext service, Consumer<Finding> out) {
        List<Policy> policies = service.service().policies();
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i) instanceof Policy.Inline inline) {
                check(inline.statement(), service.path("policies").with(i), out);
            }
        }
    }

    /** Calls an action for each text of an element of a statement, with the path of the text. */
    static void forEachText(@Nullable Texts texts, Path path, BiConsumer<String, Path> action) {
        if (texts != null) {
            for (int i = 0; i < texts.all().size(); i++) {
                action.accept(texts.all().get(i), texts.isSingle() ? path : path.with(i));
            }
        }
    }
}
