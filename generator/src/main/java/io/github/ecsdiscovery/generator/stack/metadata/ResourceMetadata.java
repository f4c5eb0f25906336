package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.stack.metadata.Suppression.Scanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template says about one of its resources, for people and tools that read it; CloudFormation does nothing with it.
 *
 * @param context what the resource is there for, or null where that is not said
 * @param suppressions what scanners need not report of it
 */
public record ResourceMetadata(@Nullable ContextMetadata context, List<Suppression> suppressions) {
    public ResourceMetadata {
        suppressions = List.copyOf(suppressions);
    }

    /** What checkov reads. */
    public List<Suppression> checkov() {
        return of(Scanner.CHECKOV);
    }

    /** What cdk-nag reads. */
    public List<Suppression> cdkNag() {
        return of(Scanner.CDK_NAG);
    }

    private List<Suppression> of(Scanner scanner) {
        return suppressions.stream().filter(one -> one.scanner() == scanner).toList();
    }
}
