package io.github.ecsdiscovery.generator.stack.metadata;

import org.jspecify.annotations.Nullable;

/**
 * That what a scanner's rule finds at a resource is known, and why it stays.
 *
 * @param part what the rule has found, in its scanner's words, where it may find other things too; else null
 * @param reason a sentence that is true of that resource
 */
public record Suppression(
        Scanner scanner, String rule, @Nullable String part, String reason) {
    /** The scanners that read in the resource itself what is suppressed, each in its own dialect. */
    public enum Scanner {
        CHECKOV,
        CDK_NAG
    }
}
