package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.stack.image.Repository;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.StackContextMetadata;
import io.github.ecsdiscovery.generator.stack.value.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered as the template that comes before the services': the repositories of their images.
 *
 * @param context what it is there for, or null where that is not said
 * @param repositories by path
 * @param metadata what is said about them, by logical id
 */
public record RepositoryStack(
        String name,
        @Nullable StackContextMetadata context,
        List<Tag> tags,
        List<Repository> repositories,
        Map<String, ResourceMetadata> metadata) {
    public RepositoryStack {
        tags = List.copyOf(tags);
        repositories = List.copyOf(repositories);
        metadata = Map.copyOf(metadata);
    }

    /** What the stack is, for its description. */
    public String description() {
        return "Repositories of the images of " + name;
    }
}
