package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.Stack;
import java.util.function.Predicate;

/**
 * What rules look at.
 *
 * @param config what the user said, with the defaults below it
 * @param stack what comes of it
 * @param written whether the user wrote something at a path himself; what a preset says does not count
 * @param own whether he wrote it there; what a service has from {@code defaults} does not count either
 */
public record RuleContext(Config config, Stack stack, Predicate<Path> written, Predicate<Path> own) {
    public boolean isWritten(String... steps) {
        return written.test(Path.of(steps));
    }
}
