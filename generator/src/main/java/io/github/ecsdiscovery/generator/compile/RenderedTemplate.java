package io.github.ecsdiscovery.generator.compile;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.Stack;
import java.nio.charset.StandardCharsets;

/**
 * A rendered CloudFormation template, with the config and the stack that it was rendered from.
 *
 * @param stackName the name that printed commands give the stack; it ends with the environment, if there is one
 * @param text the template, as YAML or as JSON
 */
public record RenderedTemplate(String stackName, Config config, Stack stack, String text) {
    /** Returns the size of the text in UTF-8. */
    public int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
