package io.github.ecsdiscovery.generator.stack;

import java.util.List;

/**
 * What is to be rendered as the template that comes before the services': the repositories of their images.
 *
 * @param repositories by path
 */
public record RepositoryStack(String name, List<Tag> tags, List<Repository> repositories) {
    public RepositoryStack {
        tags = List.copyOf(tags);
        repositories = List.copyOf(repositories);
    }

    /** What the stack is, for its description. */
    public String description() {
        return "Repositories of the images of " + name;
    }
}
