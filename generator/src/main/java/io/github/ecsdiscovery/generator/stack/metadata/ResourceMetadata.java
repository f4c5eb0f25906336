package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.stack.metadata.Suppression.Scanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a resource, for people and tools that read the template. CloudFormation ignores it.
 *
 * @param context the purpose of the resource, or null without {@code contextMetadata}
 * @param suppressions findings that scanners need not report
 */
public record ResourceMetadata(@Nullable ContextMetadata context, List<Suppression> suppressions) {
    public ResourceMetadata {
        suppressions = List.copyOf(suppressions);
    }

    /** Returns the suppressions for checkov. */
    public List<Suppression> checkov() {
        return of(Scanner.CHECKOV);
    }

    /** Returns the suppressions for cdk-nag. */
    public List<Suppression> cdkNag() {
        return of(Scanner.CDK_NAG);
    }

    private List<Suppression> of(Scanner scanner) {
        return suppressions.stream()
                .filter(suppression -> suppression.scanner() == scanner)
                .toList();
    }
}
