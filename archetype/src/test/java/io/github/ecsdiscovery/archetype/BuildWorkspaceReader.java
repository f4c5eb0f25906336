package io.github.ecsdiscovery.archetype;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Resolves the artifacts of this build for a nested Maven, so that they need not be installed or published. */
public final class BuildWorkspaceReader implements WorkspaceReader {

    private static final String GROUP = "io.github.ecsdiscovery";

    private final WorkspaceRepository repository = new WorkspaceRepository("this-build");

    /** Returns the name of the system property that holds the path of the artifact's jar. */
    static String property(String artifactId) {
        return "this-build." + artifactId;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        return find(artifact).orElse(null);
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return find(artifact).isPresent() ? List.of(artifact.getVersion()) : List.of();
    }

    private static Optional<File> find(Artifact artifact) {
        return artifact.getGroupId().equals(GROUP) && artifact.getExtension().equals("jar")
                ? Optional.ofNullable(System.getProperty(property(artifact.getArtifactId())))
                        .map(File::new)
                : Optional.empty();
    }
}
