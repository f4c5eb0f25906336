package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.stack.image.Repository;
import io.github.ecsdiscovery.generator.stack.metadata.StackMetadata;
import io.github.ecsdiscovery.generator.stack.value.Tag;
import java.util.List;

/**
 * The stack of the image repositories, which is deployed before the stack of the services.
 *
 * @param repositories its repositories, sorted by path
 * @param metadata its logical ids and the metadata of its repositories
 */
public record RepositoryStack(String name, List<Tag> tags, List<Repository> repositories, StackMetadata metadata) {
    public RepositoryStack {
        tags = List.copyOf(tags);
        repositories = List.copyOf(repositories);
    }

    /** Returns the description of the stack. */
    public String description() {
        return "Image repositories of " + name;
    }
}
