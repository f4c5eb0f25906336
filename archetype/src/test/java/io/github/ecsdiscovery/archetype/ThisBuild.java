package io.github.ecsdiscovery.archetype;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Tells a nested Maven where the jars of this build lie, so that nothing of it has to be installed or published. */
public final class ThisBuild implements WorkspaceReader {

    private static final String GROUP = "io.github.ecsdiscovery";

    private final WorkspaceRepository repository = new WorkspaceRepository("this-build");

    /** The property by which a nested Maven is told where the jar of this artifact lies. */
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
