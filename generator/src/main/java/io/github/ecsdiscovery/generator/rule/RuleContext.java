package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.Stack;
import java.util.function.Predicate;

/**
 * The input of all rules: a config and the stack that is rendered from it.
 *
 * @param config the config with all defaults
 * @param stack the stack that is rendered from the config
 * @param written returns whether the config file sets a path; values of a preset do not count
 * @param ownValue returns whether the config file sets a path at that very place; values that a service inherits from
 *     {@code defaults} do not count
 */
public record RuleContext(Config config, Stack stack, Predicate<Path> written, Predicate<Path> ownValue) {
    /** Returns whether the config file sets a path. Values of a preset do not count. */
    public boolean isWritten(String... steps) {
        return written.test(Path.of(steps));
    }
}
