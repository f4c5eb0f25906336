package io.github.ecsdiscovery.generator.stack.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A suppressed finding of a scanner rule on a resource, with the reason for it.
 *
 * @param part the finding as the scanner writes it, if the rule may have other findings too; else null
 * @param reason a sentence that is true for the resource
 */
public record Suppression(
        Scanner scanner, String rule, @Nullable String part, String reason) {
    /** The scanners that read suppressions from resource metadata, each in its own format. */
    public enum Scanner {
        CHECKOV,
        CDK_NAG
    }
}
